package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** "If apply mutates live resources but state persistence fails, preserve errored.tfstate". */
final class ErroredStateLost implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "errored-state-lost",
          "A failed apply on protected state loses errored.tfstate with its runner",
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
        if (!change.command().mayLeaveState() || change.works().isEmpty()) {
          continue;
        }
        List<String> because = new ArrayList<>();
        if (!new KeptState(analysis, changes, change).isKept(because)) {
          findings.add(change, level(change), words(change, because));
        }
      }
    }
    return findings.all();
  }

  /** A recipe may keep it itself: into one that was not found nobody has looked. */
  private static Level level(StateChange change) {
    return change.command().isNameOnly(change.operation()) ? Level.WARNING : INFO.level();
  }

  private static StateFindings.Words words(StateChange change, List<String> because) {
    String what = "`" + change.operation().what() + "`";
    if (because.isEmpty()) {
      because.add("no later step of the job uploads or copies it");
    }
    if (level(change) == Level.WARNING) {
      because.add("what " + what + " itself does with it was not seen");
    }
    return new StateFindings.Words(
        "If "
            + what
            + " changes resources and cannot store the state, `errored.tfstate` is lost with the"
            + " runner.",
        because,
        "upload it in a step with `if: failure()`: `actions/upload-artifact` with `path: "
            + KeptState.path(change)
            + "`",
        List.of());
  }
}
