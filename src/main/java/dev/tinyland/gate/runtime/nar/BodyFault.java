package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.runtime.evidence.NarEvidence.End;
import java.io.IOException;

/** Why a body could not be read or decoded to its end. The message is safe to show. */
final class BodyFault extends IOException {
  private static final long serialVersionUID = 1L;

  private final End end;

  BodyFault(End end, String message) {
    super(message);
    this.end = end;
  }

  BodyFault(End end, String message, Throwable cause) {
    super(message, cause);
    this.end = end;
  }

  End end() {
    return end;
  }
}
