package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.EvaluationException;
import dev.tinyland.gate.lint.expression.Evaluator;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Scope;
import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.source.Span;
import java.util.Set;

/**
 * One condition on the way to a write.
 *
 * @param expression with {@code success()} made explicit where GitHub adds it
 * @param site where it is evaluated
 * @param text as the author wrote it
 */
public record Constraint(Kind kind, Span span, Expression expression, Site site, String text) {
  /** What kind of condition it is, outermost first. */
  public enum Kind {
    JOB,
    STEP,
    /** A test in a shell script. */
    GUARD,
    /** The switch of the writing action itself. */
    SWITCH
  }

  /** Whether it asks, by itself or because GitHub adds it, for the success of all before. */
  public boolean needsSuccess() {
    Expression first =
        expression instanceof Expression.And and ? and.operands().getFirst() : expression;
    return first instanceof Expression.Call(String function, _, _, _) && function.equals("success");
  }

  /** Whether it holds; an expression that fails to evaluate stops the step, so it does not. */
  Truth truth(World world) {
    return world.truth(this);
  }

  /** A part of the same condition. */
  public Constraint with(Expression part) {
    return new Constraint(kind, span, part, site, text);
  }

  /** Works it out anew. */
  Truth evaluate(World world) {
    try {
      return kind == Kind.GUARD
          ? ShellTruth.of(expression, scope(world))
          : Evaluator.truth(expression, scope(world));
    } catch (EvaluationException e) {
      // A bound of ours says nothing about GitHub.
      return e.isLimit() ? UNDECIDED : Truth.FALSE;
    }
  }

  Scope scope(World world) {
    return kind == Kind.GUARD ? site.shellScope(world) : site.scope(world);
  }

  static final Truth UNDECIDED = new Truth(Truth.Kind.UNKNOWN, Set.of(), false, true);
}
