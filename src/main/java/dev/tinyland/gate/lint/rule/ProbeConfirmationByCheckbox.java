package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;

/** One click is the same for every profile, and easily made. */
final class ProbeConfirmationByCheckbox implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "probe-confirmation-by-checkbox",
          "A publication probe is confirmed by a click instead of a typed token",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    return Flaw.findings(INFO, Flaw.Kind.CHECKBOX, analysis);
  }
}
