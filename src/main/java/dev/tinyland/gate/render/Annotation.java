package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Finding;

/** What stands beside a line of code about a finding. */
public final class Annotation {
  private Annotation() {}

  /** The message, then a line for each reason and one for the help, all of it visible. */
  public static String text(Finding finding) {
    StringBuilder out = new StringBuilder(Visible.line(finding.message()));
    for (String because : finding.because()) {
      out.append("\nbecause: ").append(Visible.line(because));
    }
    if (finding.help() != null) {
      out.append("\nhelp: ").append(Visible.line(finding.help()));
    }
    return out.toString();
  }
}
