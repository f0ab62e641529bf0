package dev.tinyland.gate.runtime.verdict;

import java.util.Locale;

/** How a thing stands after the look at it, in the order from best to worst. */
public enum Standing {
  /** It was seen, and it holds: exit 0. */
  PROVEN("OK"),
  /** Too little could be seen: exit 3. */
  UNDECIDED("UNDECIDED"),
  /** It was seen, and it does not hold: exit 1. */
  REFUTED("RED");

  private final String exitCode;

  Standing(String exitCode) {
    this.exitCode = exitCode;
  }

  /** For example {@code refuted}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the exit code: {@code OK}, {@code UNDECIDED} or {@code RED}. */
  public String exitCode() {
    return exitCode;
  }

  /** What holds of two things together. */
  public Standing and(Standing other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public static Standing of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proven p -> PROVEN;
      case Verdict.Undecided u -> UNDECIDED;
      case Verdict.Refuted r -> REFUTED;
    };
  }
}
