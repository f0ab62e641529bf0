package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.workflow.Input;
import java.util.ArrayList;
import java.util.List;

/** What the push-cache input of an action definition does to a write in it. */
final class Switches {
  /** The name that callers know. */
  static final String INPUT = "push-cache";

  private Switches() {}

  /** Whether the write can happen while the input has the text. */
  static boolean writesWith(Judged judged, Input input, String text, Reach reach) {
    Constraint first = judged.site().constraints().getFirst();
    Expression equal =
        new Expression.Binary(
            Expression.Operator.EQ,
            new Expression.Property(new Expression.Context("inputs", -1, -1), input.name(), -1, -1),
            new Expression.Literal(new Value.Str(text), -1, -1),
            -1,
            -1);
    List<Constraint> constraints = new ArrayList<>();
    // First, so that the search starts from the text.
    constraints.add(
        new Constraint(Constraint.Kind.SWITCH, input.span(), equal, first.site(), text));
    constraints.addAll(judged.site().constraints());
    for (Judged.Reached each : judged.reached()) {
      if (reach.possible(constraints, each.scenario(), Assumption.NONE)) {
        return true;
      }
    }
    return false;
  }
}
