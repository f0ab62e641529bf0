package dev.tinyland.gate.lint.expression;

import java.util.Set;

/**
 * Whether a condition holds.
 *
 * @param kind TRUE: holds whatever the unknown names are. FALSE: holds for none of their values,
 *     because it is falsy or fails. UNKNOWN: not decided
 * @param names the names that would have to be known, in the order in which they matter
 * @param exact for UNKNOWN: whether trying the values that were compared is conclusive
 * @param mayFail whether some values of the names make the evaluation itself fail
 */
public record Truth(Kind kind, Set<String> names, boolean exact, boolean mayFail) {
  /** The three values. */
  public enum Kind {
    TRUE,
    FALSE,
    UNKNOWN
  }

  public static final Truth TRUE = new Truth(Kind.TRUE, Set.of(), true, false);
  public static final Truth FALSE = new Truth(Kind.FALSE, Set.of(), true, false);

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean isTrue() {
    return kind == Kind.TRUE;
  }

  public boolean isFalse() {
    return kind == Kind.FALSE;
  }

  public boolean isUnknown() {
    return kind == Kind.UNKNOWN;
  }
}
