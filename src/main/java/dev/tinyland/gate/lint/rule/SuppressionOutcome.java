package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.suppression.Mistake;
import dev.tinyland.gate.lint.suppression.Suppression;
import dev.tinyland.gate.report.Finding;
import java.util.List;

/**
 * What came of the comments that suppress.
 *
 * @param findings of all other rules, those that are suppressed marked as such
 */
record SuppressionOutcome(List<Finding> findings, List<Use> uses, List<Mistake> mistakes) {
  SuppressionOutcome {
    findings = List.copyOf(findings);
    uses = List.copyOf(uses);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * What came of one comment.
   *
   * @param expired what it would suppress if it still held
   * @param unused the rules it names that found nothing; empty where the file was not looked at in
   *     full, so that nobody knows
   */
  record Use(Suppression suppression, List<Finding> expired, List<String> unused) {
    Use {
      expired = List.copyOf(expired);
      unused = List.copyOf(unused);
    }
  }
}
