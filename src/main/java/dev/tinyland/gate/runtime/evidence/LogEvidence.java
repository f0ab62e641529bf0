package dev.tinyland.gate.runtime.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a container's log, redacted line by line.
 *
 * @param previous whether it is the log of the container before the last restart
 * @param access {@code SEEN}, also where there are no lines
 * @param detail the server's words where it was not seen, on one line
 * @param cut whether a bound was hit, so that there was more
 * @param observedAt RFC 3339, UTC
 */
public record LogEvidence(
    String namespace,
    @Nullable String pod,
    @Nullable String container,
    boolean previous,
    long sinceSeconds,
    ClusterEvidence.Access access,
    @Nullable String detail,
    boolean cut,
    List<String> lines,
    String observedAt) {
  public LogEvidence {
    lines = List.copyOf(lines);
  }
}
