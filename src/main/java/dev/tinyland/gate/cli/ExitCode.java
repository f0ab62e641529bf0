package dev.tinyland.gate.cli;

import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Report;

/** Every exit code there is. 0 means that it looked. */
public enum ExitCode {
  /** Looked, and it holds. */
  OK(0),
  /** Looked, and it does not hold. */
  RED(1),
  /** Wrong usage, or input or configuration that cannot be read. */
  USAGE(2),
  /** Could not see enough to decide. */
  UNDECIDED(3),
  /** A bug in gate. */
  INTERNAL(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * What a lint run ends with. A file that cannot be opened is no reason to call the rest green.
   *
   * @param threshold findings of this level and worse count
   */
  static ExitCode of(Report report, Level threshold) {
    for (var finding : report.findings()) {
      if (finding.suppressed() == null && finding.level().atLeast(threshold)) {
        return RED;
      }
    }
    if (!report.problems().isEmpty()) {
      return USAGE;
    }
    return report.files() == 0 ? UNDECIDED : OK;
  }
}
