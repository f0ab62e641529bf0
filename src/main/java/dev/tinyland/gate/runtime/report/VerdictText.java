package dev.tinyland.gate.runtime.report;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.verdict.Note;
import dev.tinyland.gate.runtime.verdict.Requirement;
import dev.tinyland.gate.runtime.verdict.VerdictReport;

/**
 * A verdict for a terminal or a log. Foreign text shows on one line, and nothing in it is obeyed.
 */
public final class VerdictText {
  private VerdictText() {}

  /** The text, with a line feed at the end. */
  public static String of(VerdictReport report) {
    StringBuilder out = new StringBuilder();
    out.append(report.command()).append(": ").append(report.verdict());
    if (report.result() != null) {
      out.append(", ").append(Visible.line(report.result()));
    }
    out.append('\n');
    for (VerdictReport.Line line : report.reasons()) {
      out.append("  ").append(line.standing()).append("  ").append(Visible.line(line.name()));
      out.append("  ").append(Visible.line(line.subject())).append('\n');
      out.append("    = ").append(Visible.line(line.sentence())).append('\n');
      if (!line.policy().isEmpty()) {
        out.append("    = policy: ").append(Visible.line(line.policy())).append('\n');
      }
    }
    for (Note note : report.notes()) {
      out.append("  ").append(Note.STATE).append("  ").append(Visible.line(note.name()));
      out.append("  ").append(Visible.line(note.subject())).append('\n');
      out.append("    = ").append(Visible.line(note.sentence())).append('\n');
    }
    for (Requirement requirement : report.requirements()) {
      out.append("  ").append(requirement.state()).append("  ");
      out.append(Visible.line(requirement.name())).append('\n');
      out.append("    = ").append(Visible.line(requirement.evidence())).append('\n');
    }
    out.append("next safe step: ").append(Visible.line(report.nextSafeStep())).append('\n');
    if (!report.nonClaims().isEmpty()) {
      out.append("this proves nothing about: ");
      out.append(String.join(", ", report.nonClaims())).append('\n');
    }
    return out.toString();
  }
}
