package dev.tinyland.gate.runtime.verdict;

/**
 * What the inventory is judged by.
 *
 * @param namespace of the current state path
 * @param deployment of the current state path; it is never a candidate
 * @param failWithoutCandidate whether the proof that there is none is red
 */
public record InventoryOptions(String namespace, String deployment, boolean failWithoutCandidate) {}
