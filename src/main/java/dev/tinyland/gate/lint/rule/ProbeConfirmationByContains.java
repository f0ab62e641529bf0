package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;

/** The token of one profile is the beginning of the others, so a part of it says nothing. */
final class ProbeConfirmationByContains implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "probe-confirmation-by-contains",
          "A publication probe accepts texts that only look like the token",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    return Flaw.findings(INFO, Flaw.Kind.CONTAINS, analysis);
  }
}
