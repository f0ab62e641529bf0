package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command in a container.
 *
 * @param access {@code SEEN} where the server ran it, or said why it could not
 * @param exitCode null where the server did not say, which is neither success nor failure
 * @param standardOutput the beginning of it
 * @param standardError the beginning of it
 * @param detail in words, on one line; null where there is nothing to add to the exit code
 */
record ExecReply(
    Access access,
    @Nullable Integer exitCode,
    String standardOutput,
    String standardError,
    @Nullable String detail) {
  static ExecReply failed(Access access, String detail) {
    return new ExecReply(access, null, "", "", detail);
  }
}
