package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule. Stateless; what it needs to know is in the analysis. */
interface Rule {
  RuleInfo info();

  List<Finding> check(Analysis analysis);

  /**
   * How one of the rule's findings is mended, where that takes no thinking. Asked only where
   * somebody wants to know, so the check itself stays quick.
   */
  default @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return null;
  }
}
