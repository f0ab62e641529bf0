package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** A comment that would hide the next mistake of its kind. */
final class SuppressionUnused implements SuppressionRule {
  static final String ID = "suppression-unused";
  private static final RuleInfo INFO =
      new RuleInfo(
          ID, "A comment suppresses a rule that finds nothing there", Level.WARNING, true, "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> review(SuppressionOutcome outcome) {
    List<Finding> findings = new ArrayList<>();
    for (SuppressionOutcome.Use use : outcome.uses()) {
      if (!use.unused().isEmpty()) {
        Finding finding = finding(use);
        // Runs under another profile may need the comment: then it says that it may be unused.
        boolean meant = use.suppression().rules().contains(ID);
        findings.add(meant ? finding.withSuppressed(use.suppression().shown()) : finding);
      }
    }
    return findings;
  }

  private static Finding finding(SuppressionOutcome.Use use) {
    List<String> rules = new ArrayList<>();
    for (String rule : use.unused()) {
      rules.add("`" + rule + "`");
    }
    return new Finding(
        ID,
        INFO.level(),
        use.suppression().span(),
        "This suppresses nothing: "
            + Writes.list(rules)
            + (rules.size() == 1 ? " finds" : " find")
            + " nothing here.",
        List.of(),
        "remove it, or move it to the line of the finding or to the line above it",
        null,
        List.of(),
        null);
  }
}
