package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.suppression.Suppression;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A comment whose day has passed: what it suppressed counts again. */
final class SuppressionExpired implements SuppressionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "suppression-expired",
          "A comment suppressed a finding until a day that has passed",
          Level.ERROR,
          false,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> review(SuppressionOutcome outcome) {
    List<Finding> findings = new ArrayList<>();
    for (SuppressionOutcome.Use use : outcome.uses()) {
      LocalDate until = use.suppression().until();
      if (until != null && !use.expired().isEmpty()) {
        findings.add(finding(use.suppression(), until, use.expired()));
      }
    }
    return findings;
  }

  private static Finding finding(Suppression suppression, LocalDate until, List<Finding> expired) {
    List<Related> related = new ArrayList<>();
    for (Finding each : expired) {
      related.add(new Related(each.span(), "`" + each.rule() + "` counts again"));
    }
    return new Finding(
        INFO.id(),
        INFO.level(),
        suppression.span(),
        "This suppression ended on "
            + until
            + ": what it suppressed counts again since "
            + until.plusDays(1)
            + ".",
        List.of("the reason was: " + suppression.reason()),
        "mend what it suppressed; or decide anew, and write down until when and why",
        null,
        related,
        null);
  }
}
