package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Operation;
import java.util.ArrayList;
import java.util.List;

/** Whether a later step of a job runs however an earlier one ended. */
final class Uploads {
  static final String UPLOAD = "upload-artifact";

  private Uploads() {}

  /** The uploads of a job after a step. */
  static List<Operation> after(int step, String job, Found found) {
    List<Operation> after = new ArrayList<>();
    for (Operation operation : found.operations()) {
      if (operation.name().equals(UPLOAD)
          && operation.job() != null
          && operation.job().key().equals(job)
          && operation.step() > step) {
        after.add(operation);
      }
    }
    return after;
  }

  /**
   * Whether a later operation may be left out after an earlier one.
   *
   * @param earlier the conditions on the way to the earlier one
   * @param status how the job stands by then: success, failure or cancelled
   */
  static boolean leftOut(
      Operation later,
      List<Constraint> earlier,
      String status,
      List<Scenario> scenarios,
      Analysis analysis) {
    for (Constraint condition : later.constraints()) {
      boolean own =
          condition.kind() == Constraint.Kind.JOB || condition.kind() == Constraint.Kind.STEP;
      if (own
          && !shares(earlier, condition)
          && fails(condition, earlier, status, scenarios, analysis)) {
        return true;
      }
    }
    return false;
  }

  /** Whether both stand under the very same condition. */
  private static boolean shares(List<Constraint> constraints, Constraint condition) {
    for (Constraint constraint : constraints) {
      if (constraint.span().equals(condition.span())
          && constraint.kind() == condition.kind()
          && constraint.text().equals(condition.text())
          && constraint.site().key().equals(condition.site().key())) {
        return true;
      }
    }
    return false;
  }

  private static boolean fails(
      Constraint condition,
      List<Constraint> earlier,
      String status,
      List<Scenario> scenarios,
      Analysis analysis) {
    Expression is = new Expression.Call(status, List.of(), -1, -1);
    Expression not = new Expression.Not(condition.expression(), -1, -1);
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(at(condition, is));
    constraints.add(at(condition, not));
    constraints.addAll(earlier);
    for (Scenario scenario : scenarios) {
      if (analysis.reach().possible(constraints, scenario, Assumption.NONE)) {
        return true;
      }
    }
    return false;
  }

  private static Constraint at(Constraint condition, Expression other) {
    return new Constraint(
        condition.kind(), condition.span(), other, condition.site(), other.text());
  }
}
