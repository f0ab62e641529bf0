package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.reach.Scenario;
import java.util.List;

/** The runs of one scenario, told apart by the conditions that hold in them. */
record Runs(Reach reach, Scenario scenario) {
  /** Whether the conditions hold together in a run. */
  boolean possible(List<Constraint> constraints) {
    return reach.possible(constraints, scenario, Assumption.NONE);
  }

  /** Whether a condition holds in all of the runs. */
  boolean follows(Constraint needed, List<Constraint> runs) {
    for (Constraint given : runs) {
      if (isSame(needed, given)) {
        return true;
      }
    }
    return !possible(Terms.plus(runs, Terms.not(needed)));
  }

  /** The condition where all before has succeeded, or where something has failed. */
  static Constraint known(Constraint condition, boolean success) {
    return condition.with(StatusCalls.known(condition.expression(), success));
  }

  /** The same condition in the same frame; what a step may have changed in between set aside. */
  private static boolean isSame(Constraint one, Constraint other) {
    return !one.text().isEmpty()
        && one.text().equals(other.text())
        && one.kind() == other.kind()
        && one.site().key().equals(other.site().key())
        && one.site().job().equals(other.site().job())
        && !Mentions.context(one.expression(), "env");
  }
}
