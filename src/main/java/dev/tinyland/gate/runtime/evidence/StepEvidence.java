package dev.tinyland.gate.runtime.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A step of a run that has several, each with a bundle of its own.
 *
 * @param step for example {@code READINESS}
 * @param folder of the step's bundle, below that of the run; null where nothing is kept
 * @param manifestSha256 of the step's manifest at its end, in hex
 */
public record StepEvidence(String step, @Nullable String folder, @Nullable String manifestSha256) {}
