package dev.tinyland.gate.runtime.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Which program the workload runs.
 *
 * @param version the first line of {@code rustfs --version}; null where it could not be asked
 * @param unavailable why not, in words; null where there is a version
 * @param image as the pod names it
 * @param imageId with the digest, as the node names it
 * @param observedAt RFC 3339, UTC
 */
public record VersionEvidence(
    @Nullable String pod,
    @Nullable String version,
    @Nullable String unavailable,
    @Nullable String image,
    @Nullable String imageId,
    String observedAt) {}
