package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Values that depend on something that is not decided yet. Both sides have been evaluated by then,
 * and the names of both are kept: the search has to know every name that can matter before it tries
 * values for one of them.
 */
final class Either {
  private Either() {}

  /** Two conditions that are both not decided. */
  static Truth both(Truth first, Truth second) {
    Set<String> names = new LinkedHashSet<>(first.names());
    names.addAll(second.names());
    return new Truth(
        Truth.Kind.UNKNOWN,
        names,
        first.exact() && second.exact(),
        first.mayFail() || second.mayFail());
  }

  /** One of two values; which one, the condition decides. */
  static Value of(Truth condition, Value then, Value otherwise) {
    return among(condition.names(), condition.exact(), List.of(then, otherwise));
  }

  /** One of several values; which one, the names decide. */
  static Value among(Set<String> deciding, boolean exact, List<Value> values) {
    return Unknown.among(deciding, exact, values);
  }
}
