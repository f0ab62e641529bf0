package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Level;
import java.util.ArrayList;
import java.util.List;

/** Whether a person, and nothing else, starts a probe, and on the default branch only. */
final class OtherTriggers {
  private OtherTriggers() {}

  static List<Flaw> flaws(Probe probe, Analysis analysis) {
    List<Flaw> flaws = new ArrayList<>();
    Workflow workflow = probe.workflow();
    if (workflow == null || probe.isCalledOnly()) {
      return flaws;
    }
    Judged write = probe.writes().getFirst();
    List<Trigger> added = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Trigger trigger : workflow.triggers()) {
      if (!trigger.event().equals(Probe.BY_HAND) && !isReported(probe, trigger)) {
        added.add(trigger);
        names.add("`" + trigger.event() + "`");
      }
    }
    if (!added.isEmpty()) {
      flaws.add(
          new Flaw(
              Flaw.Kind.TRIGGER,
              Level.ERROR,
              write,
              added.getFirst().span(),
              "The publication probe can be started by "
                  + Writes.list(names)
                  + ", and not by hand alone.",
              List.of(),
              "keep `workflow_dispatch` as the only trigger"));
    }
    addBranches(probe, analysis, flaws);
    return flaws;
  }

  /** A write that a pull request can reach has a rule of its own. */
  private static boolean isReported(Probe probe, Trigger trigger) {
    for (Judged write : probe.writes()) {
      for (Judged.Reached each : Writes.onPullRequest(write.open())) {
        if (each.scenario().event().equals(trigger.event())) {
          return true;
        }
      }
    }
    return false;
  }

  private static void addBranches(Probe probe, Analysis analysis, List<Flaw> to) {
    String branch = analysis.reach().defaultBranch();
    for (Judged write : probe.writes()) {
      List<String> because = new ArrayList<>();
      for (Judged.Reached each : write.open()) {
        Scenario scenario = each.scenario();
        boolean other =
            scenario.ref() == Scenario.Ref.OTHER_BRANCH || scenario.ref() == Scenario.Ref.TAG;
        if (scenario.event().equals(Probe.BY_HAND) && other) {
          because.add("it can write " + scenario.inWords() + ": " + each.cell().because());
        }
      }
      if (because.isEmpty() || Probe.startedByPullRequest(write)) {
        continue;
      }
      Flaw flaw =
          new Flaw(
              Flaw.Kind.BRANCH,
              Level.ERROR,
              write,
              write.site().place(),
              Flaws.what(write) + " can run what is on another branch or a tag.",
              because,
              "let the job run on the default branch only: `if: github.ref == 'refs/heads/"
                  + branch
                  + "'`");
      if (!Flaw.isKnown(flaw, to)) {
        to.add(flaw);
      }
    }
  }
}
