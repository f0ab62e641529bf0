package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** No whole answer, and why. The message is ours and quotes nothing. */
final class WireException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  WireException(Outcome outcome, String sentence) {
    super(sentence);
    this.outcome = outcome;
  }

  Outcome outcome() {
    return outcome;
  }

  /** The first of these among the causes; null where there is none. */
  static @Nullable WireException in(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 32; depth++) {
      if (cause instanceof WireException wire) {
        return wire;
      }
      cause = cause.getCause();
    }
    return null;
  }
}
