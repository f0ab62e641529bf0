package dev.tinyland.gate.github;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports made by hand. */
final class Reports {
  private Reports() {}

  /** So many errors, one a line. */
  static Report errors(int count) {
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= count; line++) {
      findings.add(finding(Level.ERROR, new Span("ci.yml", line, 3, line, 9), "Number " + line));
    }
    return of(findings);
  }

  static Report of(List<Finding> findings, Problem... problems) {
    return new Report(
        "0.1.0", ".", "quarantine", 3, List.of(), findings, List.of(problems), List.of(), Map.of());
  }

  static Finding finding(Level level, Span span, String message) {
    return new Finding("a-rule", level, span, message, List.of(), null, null, List.of(), null);
  }
}
