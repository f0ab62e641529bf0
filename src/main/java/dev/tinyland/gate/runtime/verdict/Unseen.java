package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import org.jspecify.annotations.Nullable;

/** Why something of the cluster was not seen. */
final class Unseen {
  private Unseen() {}

  /** A reason as a sentence, also where none was given. */
  static String why(@Nullable String reason) {
    return reason == null ? "no reason is known." : reason + ".";
  }

  /** For example {@code forbidden, pods/log is forbidden.} */
  static String words(Access access, @Nullable String detail) {
    String why = WorkloadVerdict.word(access);
    return detail == null || detail.isBlank() ? why + "." : why + ", " + detail + ".";
  }
}
