package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.runtime.evidence.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * An attempt, and what the SDK made of it.
 *
 * @param value only to be trusted where the attempt is OK
 * @param mayHaveArrived whether the server may have carried the request out
 */
record Answer<T>(Attempt attempt, Observation seen, @Nullable T value, boolean mayHaveArrived) {
  Attempt.Outcome outcome() {
    return attempt.outcome();
  }

  boolean ok() {
    return attempt.ok();
  }

  /** Whether S3 says, in a body, that exactly this is missing. */
  boolean missing(String code) {
    return outcome() == Attempt.Outcome.NOT_FOUND && code.equals(attempt.code());
  }
}
