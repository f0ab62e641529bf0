package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** "Before protected OpenTofu mutation, run the deep RustFS state authority guard". */
final class UnguardedTofuMutation implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "unguarded-tofu-mutation",
          "Protected OpenTofu state is changed without the state authority guard before it",
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
        if (!change.command().changes()) {
          continue;
        }
        for (GuardVerdict verdict : GuardVerdict.of(analysis, changes, change)) {
          switch (verdict.kind()) {
            case UNSURE -> findings.add(change, Level.WARNING, unsure(change, verdict));
            case LEFT_OUT, NOT_BEFORE, UNRELATED ->
                findings.add(change, Level.ERROR, unguarded(change, verdict));
            // Runs past a red guard, which has a rule of its own.
            case PAST_FAILURE, DOMINATES -> {}
          }
        }
      }
    }
    return findings.all();
  }

  private static StateFindings.Words unguarded(StateChange change, GuardVerdict verdict) {
    String stacks = StateFindings.names(verdict.stacks());
    List<String> because = new ArrayList<>(verdict.because());
    if (because.isEmpty()) {
      because.add("nothing before it runs `" + ProtectedState.GUARD + "`");
    }
    String guard =
        verdict.kind() == Dominance.Kind.LEFT_OUT
            ? ", and the state authority guard is not always run before it."
            : " without the state authority guard before it.";
    return new StateFindings.Words(
        "`" + change.operation().what() + "` changes the protected state of " + stacks + guard,
        because,
        help(verdict),
        List.copyOf(verdict.guards()));
  }

  private static StateFindings.Words unsure(StateChange change, GuardVerdict verdict) {
    List<String> because = new ArrayList<>(verdict.because());
    if (change.undecided() != null) {
      because.add("which stack it works on is only known in the run");
    }
    return new StateFindings.Words(
        "Could not be decided: whether the state authority guard comes before `"
            + change.operation().what()
            + "`.",
        because,
        help(verdict),
        List.copyOf(verdict.guards()));
  }

  private static String help(GuardVerdict verdict) {
    String stack = verdict.stacks().size() == 1 ? verdict.stacks().iterator().next() : "<stack>";
    return "run `just "
        + ProtectedState.GUARD
        + " "
        + stack
        + "` in a step before it, without a condition of its own and without `continue-on-error`";
  }
}
