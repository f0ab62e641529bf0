package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.suppression.Mistake;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** A comment that was meant to suppress, and does not say what, why or until when. */
final class SuppressionInvalid implements SuppressionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "suppression-invalid",
          "A comment is meant to suppress a finding and cannot be understood",
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
    for (Mistake mistake : outcome.mistakes()) {
      findings.add(
          new Finding(
              INFO.id(),
              INFO.level(),
              mistake.span(),
              "This suppresses nothing: " + mistake.message() + ".",
              List.of(),
              "write `gate: allow[rule] until 2026-12-31 the reason`; the date may be left out",
              null,
              List.of(),
              null));
    }
    return findings;
  }
}
