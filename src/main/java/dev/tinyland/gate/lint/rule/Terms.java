package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Conditions that rules put beside those of a workflow. */
final class Terms {
  private Terms() {}

  static Expression text(String text) {
    return new Expression.Literal(new Value.Str(text), -1, -1);
  }

  /** {@code context.name}. */
  static Expression property(String context, String name) {
    return property(new Expression.Context(context, -1, -1), name);
  }

  static Expression property(Expression of, String name) {
    return new Expression.Property(of, name, -1, -1);
  }

  static Expression equal(Expression left, Expression right) {
    return new Expression.Binary(Expression.Operator.EQ, left, right, -1, -1);
  }

  static Expression not(Expression expression) {
    return new Expression.Not(expression, -1, -1);
  }

  /** Compared as a shell does, with its variables in sight. */
  static Constraint shell(Expression expression, Site site, Span span) {
    return new Constraint(Constraint.Kind.GUARD, span, expression, site, "");
  }

  /** Evaluated as GitHub does. */
  static Constraint condition(Expression expression, Site site, Span span) {
    return new Constraint(Constraint.Kind.STEP, span, expression, site, "");
  }

  static Constraint not(Constraint constraint) {
    return constraint.with(not(constraint.expression()));
  }

  static <T> List<T> plus(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }

  static <T> List<T> plus(List<T> list, List<T> more) {
    List<T> longer = new ArrayList<>(list);
    longer.addAll(more);
    return longer;
  }
}
