package dev.tinyland.gate.runtime.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A state object, without anything of what it says: sizes, digests and counts.
 *
 * @param stack for example {@code attic}
 * @param get null where nothing was asked for, because the HEAD did not find it
 * @param confirmation a GET after a HEAD that answered 404
 * @param announcedBytes by the HEAD
 * @param readBytes how much of the body arrived; null where none was read
 * @param sha256 of the whole body, in hex
 */
public record StateObjectEvidence(
    String stack,
    String bucket,
    String key,
    Attempt head,
    @Nullable Attempt get,
    @Nullable Attempt confirmation,
    @Nullable Long announcedBytes,
    @Nullable Long readBytes,
    @Nullable String etag,
    @Nullable String versionId,
    @Nullable String sha256,
    @Nullable Body body) {

  /**
   * What a body is.
   *
   * @param fault what is wrong with it, without quoting it; null where nothing is
   * @param line of the fault, from 1
   * @param lineageSha256 of the lineage, in hex
   */
  public record Body(
      Shape shape,
      @Nullable String fault,
      @Nullable Integer line,
      @Nullable Integer column,
      @Nullable Integer version,
      @Nullable Long serial,
      @Nullable String lineageSha256,
      @Nullable Integer resources,
      @Nullable String terraformVersion) {}

  /** The forms of a body. */
  public enum Shape {
    /** Version 4, readable. */
    PLAIN,
    /** Encrypted by OpenTofu: serial and lineage are readable. */
    ENCRYPTED,
    /** No byte: OpenTofu takes that for no state and would create everything anew. */
    EMPTY,
    /** Fewer bytes than announced, or the connection was cut. */
    TRUNCATED,
    /** Larger than the bound up to which bodies are read. */
    TOO_LARGE,
    /** Not UTF-8, not JSON, text after the value, or a key twice. */
    MALFORMED,
    /** JSON, but no state: a key is missing or of another type. */
    NOT_A_STATE,
    /** A state of a version that is not known. */
    UNKNOWN_VERSION
  }
}
