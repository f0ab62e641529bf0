package dev.tinyland.gate.report;

import java.util.Locale;

/** How much a finding weighs, the worst first; the words are SARIF's. */
public enum Level {
  ERROR,
  WARNING,
  NOTE;

  /** The lower-case word used in JSON, SARIF and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean atLeast(Level threshold) {
    return compareTo(threshold) <= 0;
  }
}
