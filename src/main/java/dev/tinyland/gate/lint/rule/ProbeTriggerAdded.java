package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;

/** "The manual publication probe": nothing but a person starts it. */
final class ProbeTriggerAdded implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "probe-trigger-added",
          "A publication probe can be started by something else than a person",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    return Flaw.findings(INFO, Flaw.Kind.TRIGGER, analysis);
  }
}
