package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.surface.Operation.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * The one plan that may continue past a red guard: "manual plan_scope=rustfs_upgrade_topology", and
 * "only to produce a saved plan that passes both guards".
 */
final class TopologyPlan {
  static final String INPUT = "plan_scope";
  static final String SCOPE = "rustfs_upgrade_topology";
  private static final String STACK = "attic";
  private static final String PLAN_GUARD = "tofu-plan-guard";
  private static final String TOPOLOGY_GUARD = "rustfs-upgrade-topology-plan-guard";

  private TopologyPlan() {}

  /** That the run was started by hand with another scope, or not by hand at all. */
  static Constraint otherScope(Operation plan) {
    return Terms.not(scope(plan));
  }

  private static Constraint scope(Operation plan) {
    Constraint outermost = plan.constraints().getFirst();
    return Terms.condition(
        Terms.equal(Terms.property("inputs", INPUT), Terms.text(SCOPE)),
        outermost.site(),
        plan.place());
  }

  /** What is missing for the plan to be checked; empty where it is. */
  static List<String> missingGuards(Analysis analysis, StateChanges changes, StateChange plan) {
    List<String> missing = new ArrayList<>();
    for (StateChange.Works works : plan.works()) {
      if (!works.stack().equals(STACK)) {
        missing.add(
            "the scope is one of the stack `" + STACK + "`, not of `" + works.stack() + "`");
      }
    }
    for (String name : List.of(PLAN_GUARD, TOPOLOGY_GUARD)) {
      if (!isFollowed(analysis, changes, plan, name)) {
        String call = name.equals(PLAN_GUARD) ? name + " " + STACK : name;
        missing.add("`" + call + "` does not follow in every run, or its failure is ignored");
      }
    }
    return missing;
  }

  private static boolean isFollowed(
      Analysis analysis, StateChanges changes, StateChange plan, String name) {
    for (Scenario scenario : changes.root().scenarios()) {
      Dominance dominance = new Dominance(analysis.reach(), scenario);
      List<Constraint> runs =
          Terms.plus(
              Terms.plus(plan.operation().constraints(), plan.given()), scope(plan.operation()));
      if (dominance.possible(runs) && !isFollowed(dominance, changes, plan, runs, name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFollowed(
      Dominance dominance,
      StateChanges changes,
      StateChange plan,
      List<Constraint> runs,
      String name) {
    // Behind a failed step a guard that wants success is left out.
    boolean success = !dominance.runsAfterFailure(plan.operation(), runs);
    for (Dominance.Placed guard : changes.named(name)) {
      Operation operation = guard.operation();
      boolean follows =
          guard.index() > plan.placed().index()
              && operation.job() != null
              && plan.operation().job() != null
              && operation.job().key().equals(plan.operation().job().key())
              && fails(operation);
      if (follows
          && isOfStack(operation, name)
          && dominance.alsoRuns(operation, plan.operation(), runs, success)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fails(Operation operation) {
    for (Level level : operation.setting().levels()) {
      if (level.forgiven() != null) {
        return false;
      }
    }
    return operation.setting().endsStep();
  }

  private static boolean isOfStack(Operation operation, String name) {
    var operand = TofuCommand.operand(operation);
    String literal = operand == null ? null : PathText.literal(operand);
    return !name.equals(PLAN_GUARD) || literal == null || literal.equals(STACK);
  }
}
