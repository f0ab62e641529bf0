package dev.tinyland.gate.runtime.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle holds, {@code manifest.json}.
 *
 * @param schema 1; additive changes only
 * @param version of gate
 * @param command as it is typed
 * @param arguments as given, without secrets
 * @param configurationSha256 of the configuration that held, as text; null for the defaults
 * @param startedAt RFC 3339, UTC
 * @param endedAt null while the run goes on, and after one that was killed
 * @param files in the order in which they were written
 */
public record Manifest(
    int schema,
    String version,
    String command,
    List<String> arguments,
    @Nullable String configurationSha256,
    String startedAt,
    @Nullable String endedAt,
    List<Entry> files) {
  public static final int SCHEMA = 1;

  public Manifest {
    arguments = List.copyOf(arguments);
    files = List.copyOf(files);
  }

  /**
   * A file of the bundle.
   *
   * @param path from the folder of the bundle, for example {@code evidence/001-s3.json}
   * @param kind what the file is evidence of, for example {@code s3}
   * @param sha256 of its bytes, in hex
   */
  public record Entry(String path, String kind, String sha256, long bytes) {}

  /** Whether the run came to its end, so that nothing is missing. */
  public boolean complete() {
    return endedAt != null;
  }
}
