package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;

/** "Runs the same evidence path on main, on demand, and hourly." */
final class CanaryTriggerMissing implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "canary-trigger-missing",
          "The state authority canary does not run on the default branch, on demand and hourly",
          Level.WARNING,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<Finding> findings = new ArrayList<>();
    for (Canary canary : analysis.canaries()) {
      Workflow workflow = canary.workflow();
      boolean called = workflow.triggers().size() == 1 && workflow.trigger(Probe.BY_CALL) != null;
      List<String> missing = called ? List.of() : missing(workflow, analysis);
      if (!missing.isEmpty()) {
        findings.add(finding(canary, missing));
      }
    }
    return findings;
  }

  private static List<String> missing(Workflow workflow, Analysis analysis) {
    String branch = analysis.reach().defaultBranch();
    List<String> missing = new ArrayList<>();
    Trigger push = workflow.trigger("push");
    Trigger after = workflow.trigger("workflow_run");
    boolean onBranch =
        (push != null && push.acceptsBranch(branch))
            || (after != null && after.acceptsBase(branch));
    if (!onBranch) {
      missing.add("a push to `" + branch + "`");
    }
    if (workflow.trigger(Probe.BY_HAND) == null) {
      missing.add("`" + Probe.BY_HAND + "`");
    }
    Trigger schedule = workflow.trigger("schedule");
    if (schedule == null || !Cron.isHourly(schedule.crons())) {
      missing.add("an hourly `schedule`");
    }
    return missing;
  }

  private static Finding finding(Canary canary, List<String> missing) {
    Workflow workflow = canary.workflow();
    Trigger schedule = workflow.trigger("schedule");
    List<String> because = new ArrayList<>();
    if (schedule != null) {
      for (String cron : schedule.crons()) {
        because.add("`schedule` runs at `" + cron + "`");
      }
    }
    Span span =
        workflow.triggers().isEmpty() ? canary.place() : workflow.triggers().getFirst().span();
    return new Finding(
        INFO.id(),
        INFO.level(),
        schedule == null ? span : schedule.span(),
        "The canary is not started by " + Writes.list(missing) + ".",
        because,
        "start it on `push` to the default branch, on `workflow_dispatch` and on a `schedule` such"
            + " as `cron: \"17 * * * *\"`",
        null,
        List.of(),
        null);
  }
}
