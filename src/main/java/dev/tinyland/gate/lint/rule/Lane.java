package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.RunnerLabels;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a job runs on the operator lane and nowhere else. */
final class Lane {
  private Lane() {}

  /**
   * Something that belongs on the lane.
   *
   * @param what as written
   * @param started the step, or the call of a workflow, in the file that is started
   * @param constraints all conditions on the way to it
   */
  record Use(
      String what,
      Span place,
      Span started,
      List<Constraint> constraints,
      Operation.JobPlace job) {}

  /** What is wrong with the job's {@code runs-on}, or null. */
  static @Nullable Finding check(RuleInfo rule, Use use, Root root, Analysis analysis) {
    YamlNode runsOn = use.job().job().runsOn();
    if (runsOn == null) {
      return null;
    }
    String lane = analysis.policy().operatorLane();
    RunnerLabels.Outcome outcome =
        RunnerLabels.of(
            use.job().job(),
            use.constraints(),
            root.scenarios(),
            analysis.reach().defaultBranch(),
            lane);
    List<String> others = new ArrayList<>();
    List<String> open = new ArrayList<>(open(outcome, root));
    for (RunnerLabels.Way way : outcome.ways()) {
      if (way.labels().isEmpty()) {
        String group = "which runners the group `" + way.group() + "` has";
        addNew(group, open);
      } else if (!holds(way.labels(), lane)) {
        addNew("`" + String.join(", ", way.labels()) + "`", others);
      }
    }
    String job = "The job `" + use.job().job().id() + "`";
    if (!others.isEmpty()) {
      String can = outcome.ways().size() + open.size() > 1 ? " can run `" : " runs `";
      return finding(
          rule,
          Level.ERROR,
          runsOn,
          use,
          job + can + use.what() + "` on " + Writes.list(others) + ".",
          lane);
    }
    if (!open.isEmpty()) {
      return finding(
          rule,
          Level.WARNING,
          runsOn,
          use,
          "It could not be decided whether the job `"
              + use.job().job().id()
              + "` runs on `"
              + lane
              + "`: that depends on "
              + Writes.list(open)
              + ".",
          lane);
    }
    return null;
  }

  /** Pins a job to the lane, where nothing but the name is to be written. */
  static @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    if (finding.level() != Level.ERROR) {
      // It may be right as it is.
      return null;
    }
    for (Root root : analysis.roots()) {
      if (root instanceof Root.OfWorkflow(Workflow workflow)) {
        for (Job job : workflow.jobs()) {
          if (job.runsOn() != null && job.runsOn().span().equals(finding.span())) {
            return Mends.lane(job.span(), analysis.policy().operatorLane(), documents);
          }
        }
      }
    }
    return null;
  }

  /** What a caller that is not in sight has to give is judged where it gives it. */
  private static List<String> open(RunnerLabels.Outcome outcome, Root root) {
    boolean called = true;
    for (Scenario scenario : root.scenarios()) {
      called &= scenario.calledFromElsewhere();
    }
    List<String> open = new ArrayList<>();
    for (String name : outcome.open()) {
      if (!called || !name.startsWith("inputs.")) {
        open.add(name.indexOf('.') < 0 ? name : "`" + name + "`");
      }
    }
    return open;
  }

  private static void addNew(String text, List<String> to) {
    if (!to.contains(text)) {
      to.add(text);
    }
  }

  private static boolean holds(List<String> labels, String lane) {
    for (String label : labels) {
      if (label.equalsIgnoreCase(lane)) {
        return true;
      }
    }
    return false;
  }

  private static Finding finding(
      RuleInfo rule, Level level, YamlNode runsOn, Use use, String message, String lane) {
    List<Related> related = new ArrayList<>();
    related.add(new Related(use.place(), "`" + use.what() + "`"));
    if (!use.started().path().equals(use.place().path())) {
      related.add(new Related(use.started(), "started here"));
    }
    return new Finding(
        rule.id(),
        level,
        runsOn.span(),
        message,
        List.of(),
        "write `runs-on: " + lane + "`",
        null,
        related,
        null);
  }
}
