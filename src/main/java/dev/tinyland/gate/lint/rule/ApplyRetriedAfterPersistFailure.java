package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Do not rerun apply as the first recovery action." */
final class ApplyRetriedAfterPersistFailure implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "apply-retried-after-persist-failure",
          "A failed apply on protected state is run again",
          Level.ERROR,
          true,
          "0.1.0");
  private static final String HELP =
      "let the job fail, keep `errored.tfstate`, and recover with a controlled `tofu state push`";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    StateFindings findings = new StateFindings(INFO);
    for (StateChanges changes : StateChanges.of(analysis)) {
      List<StateChange> applies = applies(changes);
      for (StateChange apply : applies) {
        if (apply.operation().setting().repeated()) {
          findings.add(apply, INFO.level(), repeated(apply));
          continue;
        }
        StateChange first = first(analysis, changes, applies, apply);
        if (first != null) {
          findings.add(apply, INFO.level(), again(apply, first));
        }
      }
    }
    return findings.all();
  }

  private static List<StateChange> applies(StateChanges changes) {
    List<StateChange> applies = new ArrayList<>();
    for (StateChange change : changes.all()) {
      if (change.command().does() == TofuCommand.Does.APPLY && !change.works().isEmpty()) {
        applies.add(change);
      }
    }
    return applies;
  }

  /** An apply on the same stack that may have failed where the other runs; or null. */
  private static @Nullable StateChange first(
      Analysis analysis, StateChanges changes, List<StateChange> applies, StateChange then) {
    for (StateChange first : applies) {
      if (first.placed().index() == then.placed().index()) {
        continue;
      }
      for (Scenario scenario : changes.root().scenarios()) {
        Dominance dominance = new Dominance(analysis.reach(), scenario);
        for (StateChange.Works works : then.works()) {
          if (followsFailure(dominance, first, then, works)) {
            return first;
          }
        }
      }
    }
    return null;
  }

  private static boolean followsFailure(
      Dominance dominance, StateChange first, StateChange then, StateChange.Works works) {
    for (StateChange.Works other : first.works()) {
      if (!other.stack().equals(works.stack())) {
        continue;
      }
      List<Constraint> more = Terms.plus(then.more(works), first.more(other));
      List<Constraint> both =
          Terms.plus(then.operation().constraints(), Terms.plus(more, started(first)));
      if (dominance.possible(both)) {
        Dominance.Answer answer = dominance.of(first.placed(), then.placed(), more, null);
        return answer.kind() == Dominance.Kind.PAST_FAILURE;
      }
    }
    return false;
  }

  /** The conditions of the first but for the status, which it may have changed itself. */
  private static List<Constraint> started(StateChange first) {
    List<Constraint> started = new ArrayList<>();
    for (Constraint constraint : first.operation().constraints()) {
      started.add(Runs.known(constraint, true));
    }
    return started;
  }

  private static StateFindings.Words repeated(StateChange apply) {
    return new StateFindings.Words(
        "`" + apply.operation().what() + "` on protected state is tried again where it fails.",
        List.of("a failure to store the state is one of those that lead to the next try"),
        HELP,
        List.of());
  }

  private static StateFindings.Words again(StateChange apply, StateChange first) {
    return new StateFindings.Words(
        "`"
            + apply.operation().what()
            + "` runs on the same protected state also where an apply before it has failed.",
        List.of(
            "`"
                + first.operation().what()
                + "` in line "
                + first.operation().place().line()
                + " may have changed resources and not stored the state"),
        HELP,
        List.of(new Related(first.operation().place(), "the first apply")));
  }
}
