package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import java.util.List;

/** Adds problems by offset, up to a number. */
final class Reports {
  /** More are of no use to a reader, and one file could have hundreds of thousands. */
  private static final int MAX_REPORTS = 100;

  private final SourceFile file;
  private final List<Problem> problems;

  Reports(SourceFile file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  void add(int start, int end, String message) {
    if (problems.size() < MAX_REPORTS) {
      problems.add(new Problem(file.span(start, Math.max(start, end)), message));
    }
  }
}
