package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;

/** Each profile has a token of its own, since each has a risk of its own. */
final class ProbeConfirmationOfOtherProfile implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "probe-confirmation-of-other-profile",
          "A publication probe accepts the token of another profile than the chosen one",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    return Flaw.findings(INFO, Flaw.Kind.OTHER_PROFILE, analysis);
  }
}
