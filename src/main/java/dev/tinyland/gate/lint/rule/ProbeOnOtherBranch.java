package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;

/** Whoever can push a branch could otherwise write with a probe of their own making. */
final class ProbeOnOtherBranch implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "probe-on-other-branch",
          "A publication probe can run on another branch than the default one",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    return Flaw.findings(INFO, Flaw.Kind.BRANCH, analysis);
  }
}
