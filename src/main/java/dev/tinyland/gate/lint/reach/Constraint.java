package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Evaluator;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.source.Span;

/**
 * One condition on the way to a write.
 *
 * @param expression with {@code success()} made explicit where GitHub adds it
 * @param site where it is evaluated
 * @param text as the author wrote it
 */
public record Constraint(
    Kind kind, Span span, Expression expression, Site site, String text) {
  /** What kind of condition it is, outermost first. */
  public enum Kind {
    JOB,
    STEP,
    /** A test in a shell script. */
    GUARD,
    /** The switch of the writing action itself. */
    SWITCH
  }

  /** Whether it holds; an expression that fails to evaluate stops the step, so it does not. */
  public Truth truth(World world) {
    return Evaluator.truth(
        expression, kind == Kind.GUARD ? site.shellScope(world) : site.scope(world));
  }
}
