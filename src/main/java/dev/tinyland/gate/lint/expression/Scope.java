package dev.tinyland.gate.lint.expression;

import java.util.List;

/** What an expression is evaluated against. */
public interface Scope {
  /** The root of a context, by its lower-case name; {@code Unknown.of(name)} when not known. */
  Value context(String name);

  /** A call of success, failure, always, cancelled or hashFiles; the name is lower-case. */
  Value function(String name, List<Value> arguments, Expression.Call call);

  /**
   * What is known of a name that came up by looking into an unknown value, such as {@code
   * github.event.label.name}: a search may have given it a value.
   */
  default Value resolve(String name) {
    return Unknown.of(name);
  }

  /**
   * An unknown met a known value. Called for every unknown that may flow into that place as it is
   * or inside a string, each time as the atomic unknown; text around it has been taken off the
   * other value, so that trying {@code other} for the name is worth while. May be called again for
   * the same pair.
   *
   * <p>With these values, the empty string, true, false, null, 0, 1 and one fresh string a search
   * is conclusive for a name, where the result says exact and the name was compared by PREFIX,
   * SUFFIX or SUBSTRING at most once. With more of those, texts that join them may have to be
   * tried.
   */
  default void compared(Unknown unknown, Value other, Comparison how) {}

  /** Two unknowns met: what is worth trying for one is worth trying for the other. */
  default void related(Unknown left, Unknown right, Comparison how) {}
}
