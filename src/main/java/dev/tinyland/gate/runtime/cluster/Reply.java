package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;

/** What came of a GET. */
sealed interface Reply {
  /**
   * An answer, whatever it says.
   *
   * @param mediaType without parameters, in lower case; empty where there was none
   * @param cut whether the body was longer than the limit
   */
  record Answer(int status, String mediaType, String body, boolean cut) implements Reply {}

  /**
   * None.
   *
   * @param detail in words, on one line
   */
  record Silence(Access access, String detail) implements Reply {}
}
