package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;

/** A confirmation that is there before anybody types it confirms nothing. */
final class ProbeConfirmationByDefault implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "probe-confirmation-by-default",
          "A publication probe is confirmed by a token that nobody types",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    return Flaw.findings(INFO, Flaw.Kind.DEFAULT, analysis);
  }
}
