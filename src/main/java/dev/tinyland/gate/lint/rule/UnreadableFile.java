package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** A file that GitHub would read differently, or not at all, must not be a way around the gate. */
final class UnreadableFile implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "unreadable-file",
          "A workflow or action cannot be read as GitHub reads it",
          Level.ERROR,
          false,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<Finding> findings = new ArrayList<>();
    for (Problem problem : analysis.unreadable()) {
      findings.add(
          new Finding(
              INFO.id(),
              INFO.level(),
              problem.span(),
              problem.message(),
              List.of("what could be read was judged all the same"),
              null,
              null,
              List.of(),
              null));
    }
    return findings;
  }
}
