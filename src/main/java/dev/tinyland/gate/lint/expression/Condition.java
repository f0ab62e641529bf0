package dev.tinyland.gate.lint.expression;

import org.jspecify.annotations.Nullable;

/**
 * A condition as GitHub reads it.
 *
 * @param text as the author wrote it, trimmed; empty for an absent condition
 * @param written the author's own expression; null for an empty condition. Offsets count from the
 *     start of the scalar
 * @param expression what GitHub evaluates, with the implicit success()
 * @param implicitSuccess whether success() was put in front, as no status function is called
 * @param alwaysTrue why the author's part is true whatever its expressions say, or null
 */
public record Condition(
    String text,
    @Nullable Expression written,
    Expression expression,
    boolean implicitSuccess,
    @Nullable String alwaysTrue) {

  /** Whether the author's part is true whatever its expressions say. */
  public boolean isAlwaysTrue() {
    return alwaysTrue != null;
  }
}
