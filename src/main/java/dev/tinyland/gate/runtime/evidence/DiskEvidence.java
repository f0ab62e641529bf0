package dev.tinyland.gate.runtime.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the volume of a pod shows of buckets, by {@code test -d} and nothing else.
 *
 * @param pod its name; null where there is none
 * @param uid of the pod, so that a restart is seen
 * @param available whether both controls came out as they have to; markers count only then
 * @param unavailable why not, in words; null where it is available
 * @param controls two folders of known truth: the root is there, one with a random name is not
 */
public record DiskEvidence(
    String namespace,
    @Nullable String pod,
    @Nullable String uid,
    @Nullable String container,
    String root,
    boolean available,
    @Nullable String unavailable,
    List<Probe> controls,
    List<Marker> markers) {
  public DiskEvidence {
    controls = List.copyOf(controls);
    markers = List.copyOf(markers);
  }

  /**
   * One {@code test -d}.
   *
   * @param exitCode null where the server did not say
   * @param observedAt RFC 3339, UTC
   */
  public record Probe(
      String path,
      Presence presence,
      @Nullable Integer exitCode,
      @Nullable String detail,
      String observedAt) {}

  /** Both folders of a bucket. */
  public record Marker(String bucket, Probe data, Probe metadata) {}

  /** Whether a folder is there. */
  public enum Presence {
    YES,
    NO,
    /** It could not be found out, which is not a no. */
    UNKNOWN
  }
}
