package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;

/** One rule. Stateless; what it needs to know is in the analysis. */
interface Rule {
  RuleInfo info();

  List<Finding> check(Analysis analysis);
}
