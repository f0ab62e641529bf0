package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;

/** "The manual publication probe requires profile-specific confirmation." */
final class ProbeConfirmationMissing implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "probe-confirmation-missing",
          "A publication probe writes without a typed confirmation",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    return Flaw.findings(INFO, Flaw.Kind.MISSING, analysis);
  }
}
