package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import java.util.List;

/** A rule on the comments that suppress: asked when it is known what the other rules found. */
interface SuppressionRule extends Rule {
  List<Finding> review(SuppressionOutcome outcome);

  @Override
  default List<Finding> check(Analysis analysis) {
    return List.of();
  }
}
