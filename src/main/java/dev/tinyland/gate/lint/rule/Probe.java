package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.workflow.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The manual publication probe: started by hand only, and no write without the confirmation. "The
 * manual publication probe requires profile-specific confirmation."
 */
final class Probe {
  private static final List<String> TOKENS =
      List.of(
          "probe-attic-publication",
          "probe-attic-publication-small-check",
          "probe-attic-publication-medium-check");

  private Probe() {}

  /**
   * Whether the write implies that a confirmation input holds a token: the search finds no run in
   * which the write happens and the input holds none.
   */
  static boolean isConfirmed(Judged judged, Reach reach) {
    if (!(judged.root() instanceof Root.OfWorkflow(var workflow))
        || workflow.triggers().size() != 1) {
      return false;
    }
    Trigger trigger = workflow.triggers().getFirst();
    if (!trigger.event().equals("workflow_dispatch")) {
      return false;
    }
    for (Input input : trigger.inputs()) {
      boolean confirms = input.name().toLowerCase(Locale.ROOT).contains("confirm");
      if (confirms && !isConfirmedByDefault(input) && implied(judged, input, reach)) {
        return true;
      }
    }
    return false;
  }

  /** A token that is there before anybody types it confirms nothing. */
  private static boolean isConfirmedByDefault(Input input) {
    if (input.defaultValue() == null) {
      return false;
    }
    for (String token : TOKENS) {
      if (token.equalsIgnoreCase(input.defaultValue().display().strip())) {
        return true;
      }
    }
    return false;
  }

  private static boolean implied(Judged judged, Input input, Reach reach) {
    Constraint outermost = judged.site().constraints().getFirst();
    List<Expression> equalities = new ArrayList<>();
    for (String token : TOKENS) {
      equalities.add(
          new Expression.Binary(
              Expression.Operator.EQ,
              new Expression.Property(
                  new Expression.Context("inputs", -1, -1), input.name(), -1, -1),
              new Expression.Literal(new Value.Str(token), -1, -1),
              -1,
              -1));
    }
    Expression unconfirmed = new Expression.Not(new Expression.Or(equalities, -1, -1), -1, -1);
    List<Constraint> constraints = new ArrayList<>(judged.site().constraints());
    constraints.add(
        new Constraint(
            Constraint.Kind.STEP, input.span(), unconfirmed, outermost.site(), "not confirmed"));
    for (Judged.Reached each : judged.reached()) {
      if (reach.possible(constraints, each.scenario(), Assumption.NONE)) {
        return false;
      }
    }
    return true;
  }
}
