package dev.tinyland.gate.runtime.evidence;

/**
 * What a run is about to make, kept before it asks for it. It is no proof that anything was made:
 * it says where to look after a run that left no more than this.
 *
 * @param operation for example {@code create-bucket}
 * @param target for example {@code gf-rca-20260507005853-918208ce}, or a bucket and a key
 */
public record IntentEvidence(String operation, String target) {}
