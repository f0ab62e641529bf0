package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.EvaluationException;
import dev.tinyland.gate.lint.expression.Evaluator;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Scope;
import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tests of a shell, which are written down as expressions but tell upper from lower case. Only the
 * comparisons that stand for the shell's own are meant, not those inside a {@code ${{ }}}.
 */
final class ShellTruth {
  private ShellTruth() {}

  static Truth of(Expression test, Scope scope) throws EvaluationException {
    return switch (test) {
      case Expression.Not(Expression inner, _, _) -> not(of(inner, scope));
      case Expression.And(List<Expression> tests, _, _) -> joined(tests, scope, true);
      case Expression.Or(List<Expression> tests, _, _) -> joined(tests, scope, false);
      case Expression.Binary(Expression.Operator operator, Expression left, Expression right, _, _)
          when operator == Expression.Operator.EQ ->
          compared(test, text(left, scope), text(right, scope), "", scope);
      case Expression.Call(String function, List<Expression> arguments, _, _)
          when arguments.size() == 2 ->
          compared(
              test,
              text(arguments.getFirst(), scope),
              text(arguments.getLast(), scope),
              function,
              scope);
      default -> Evaluator.truth(test, scope);
    };
  }

  private static Truth compared(
      Expression test, @Nullable String left, @Nullable String right, String how, Scope scope)
      throws EvaluationException {
    // Evaluated in any case, so that the search learns which values matter.
    Truth ignoringCase = Evaluator.truth(test, scope);
    if (left == null || right == null || ignoringCase.isFalse()) {
      return ignoringCase;
    }
    return switch (how) {
      case "" -> truth(left.equals(right));
      case "startswith" -> truth(left.startsWith(right));
      case "endswith" -> truth(left.endsWith(right));
      case "contains" -> truth(left.contains(right));
      default -> ignoringCase;
    };
  }

  private static @Nullable String text(Expression expression, Scope scope)
      throws EvaluationException {
    Value value = Evaluator.evaluate(expression, scope);
    return value instanceof Unknown ? null : Values.text(value);
  }

  private static Truth joined(List<Expression> tests, Scope scope, boolean and)
      throws EvaluationException {
    List<Truth> unknown = new ArrayList<>();
    for (Expression test : tests) {
      Truth truth = of(test, scope);
      if (and ? truth.isFalse() : truth.isTrue()) {
        return truth;
      }
      if (truth.isUnknown()) {
        unknown.add(truth);
      }
    }
    if (unknown.isEmpty()) {
      return truth(and);
    }
    Set<String> names = new LinkedHashSet<>();
    boolean exact = true;
    boolean mayFail = false;
    for (Truth truth : unknown) {
      names.addAll(truth.names());
      exact &= truth.exact();
      mayFail |= truth.mayFail();
    }
    return new Truth(Truth.Kind.UNKNOWN, names, exact, mayFail);
  }

  private static Truth not(Truth truth) {
    return switch (truth.kind()) {
      case TRUE -> Truth.FALSE;
      case FALSE -> Truth.TRUE;
      case UNKNOWN -> truth;
    };
  }

  private static Truth truth(boolean holds) {
    return holds ? Truth.TRUE : Truth.FALSE;
  }
}
