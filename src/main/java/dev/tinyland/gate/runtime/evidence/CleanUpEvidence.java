package dev.tinyland.gate.runtime.evidence;

import java.util.List;

/**
 * What a run that was told to end took away of what it had made, the last piece of its bundle.
 *
 * @param attempts empty where there was nothing to take away
 */
public record CleanUpEvidence(List<Attempt> attempts) {
  public CleanUpEvidence {
    attempts = List.copyOf(attempts);
  }
}
