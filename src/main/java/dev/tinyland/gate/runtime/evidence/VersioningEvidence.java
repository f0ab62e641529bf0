package dev.tinyland.gate.runtime.evidence;

/**
 * The versioning of a bucket.
 *
 * @param status what the bucket says
 */
public record VersioningEvidence(String bucket, Attempt attempt, Status status) {
  /** What a bucket says of its versioning. */
  public enum Status {
    ENABLED,
    SUSPENDED,
    /** Never enabled. */
    NONE,
    /** The server has no such operation. */
    NOT_IMPLEMENTED,
    /** It could not be asked. */
    UNKNOWN
  }
}
