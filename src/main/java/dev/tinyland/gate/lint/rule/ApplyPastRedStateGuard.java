package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Only plan may continue past the expected-red state authority check". */
final class ApplyPastRedStateGuard implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "apply-past-red-state-guard",
          "Protected OpenTofu state is worked on although the state authority guard is red",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    StateFindings findings = new StateFindings(INFO);
    for (StateChanges changes : StateChanges.of(analysis)) {
      for (StateChange change : changes.all()) {
        GuardVerdict past = past(analysis, changes, change);
        if (past == null) {
          continue;
        }
        if (change.command().changes()) {
          findings.add(change, INFO.level(), apply(change, past));
        } else {
          plan(analysis, changes, change, past, findings);
        }
      }
    }
    return findings.all();
  }

  private static @Nullable GuardVerdict past(
      Analysis analysis, StateChanges changes, StateChange change) {
    for (GuardVerdict verdict : GuardVerdict.of(analysis, changes, change)) {
      if (verdict.kind() == Dominance.Kind.PAST_FAILURE) {
        return verdict;
      }
    }
    return null;
  }

  private static void plan(
      Analysis analysis,
      StateChanges changes,
      StateChange change,
      GuardVerdict past,
      StateFindings findings) {
    Constraint elsewhere = TopologyPlan.otherScope(change.operation());
    StateChange outside = change.given(elsewhere);
    if (past(analysis, changes, outside) != null) {
      findings.add(change, INFO.level(), unscoped(change, past));
      return;
    }
    List<String> missing = TopologyPlan.missingGuards(analysis, changes, change);
    if (!missing.isEmpty()) {
      findings.add(change, INFO.level(), unchecked(change, past, missing));
    }
  }

  private static StateFindings.Words apply(StateChange change, GuardVerdict past) {
    return new StateFindings.Words(
        "`"
            + change.operation().what()
            + "` changes the protected state"
            + of(past)
            + " also where the state authority guard is red.",
        List.copyOf(past.because()),
        "let nothing ignore the failure of the guard: no `continue-on-error`, no `|| true`, no"
            + " `if: always()`",
        List.copyOf(past.guards()));
  }

  private static StateFindings.Words unscoped(StateChange change, GuardVerdict past) {
    List<String> because = new ArrayList<>(past.because());
    because.add(
        "it does so outside of `" + TopologyPlan.INPUT + "` = `" + TopologyPlan.SCOPE + "`");
    return new StateFindings.Words(
        "`"
            + change.operation().what()
            + "` plans on the protected state"
            + of(past)
            + " although the state authority guard is red.",
        because,
        "let only the plan with `inputs."
            + TopologyPlan.INPUT
            + " == '"
            + TopologyPlan.SCOPE
            + "'` go on, for example by `continue-on-error: ${{ inputs."
            + TopologyPlan.INPUT
            + " == '"
            + TopologyPlan.SCOPE
            + "' }}` on the guard",
        List.copyOf(past.guards()));
  }

  private static StateFindings.Words unchecked(
      StateChange change, GuardVerdict past, List<String> missing) {
    return new StateFindings.Words(
        "`"
            + change.operation().what()
            + "` goes on past a red state authority guard, and its plan is not checked.",
        missing,
        "run `just tofu-plan-guard attic` and `just rustfs-upgrade-topology-plan-guard` after it, so"
            + " that either of them fails the job",
        List.copyOf(past.guards()));
  }

  private static String of(GuardVerdict verdict) {
    return verdict.stacks().isEmpty() ? "" : " of " + StateFindings.names(verdict.stacks());
  }
}
