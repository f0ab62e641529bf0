package dev.tinyland.gate.runtime.report;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.verdict.NonClaim;
import dev.tinyland.gate.runtime.verdict.Note;
import dev.tinyland.gate.runtime.verdict.Requirement;
import dev.tinyland.gate.runtime.verdict.Standing;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    Set<String> said = new HashSet<>();
    for (VerdictReport.Line line : report.reasons()) {
      out.append("  ").append(line.standing()).append("  ").append(Visible.line(line.name()));
      out.append("  ").append(Visible.line(line.subject())).append('\n');
      out.append("    = ").append(Visible.line(line.sentence())).append('\n');
      // A green needs no reason of the policy, and a sentence is said once.
      boolean green = line.standing().equals(Standing.PROVEN.word());
      if (!green && !line.policy().isEmpty() && said.add(line.policy())) {
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
    steps(report.nextSafeStep(), out);
    if (!report.nonClaims().isEmpty()) {
      out.append("this does not prove: ").append(meanings(report.nonClaims())).append('\n');
    }
    return out.toString();
  }

  private static void steps(String text, StringBuilder out) {
    List<String> steps = Sentences.of(text);
    out.append("next safe step:");
    if (steps.size() == 1) {
      out.append(' ').append(Visible.line(text)).append('\n');
      return;
    }
    out.append('\n');
    for (String step : steps) {
      out.append("  - ").append(Visible.line(step)).append('\n');
    }
  }

  private static String meanings(List<String> words) {
    List<String> meanings = new ArrayList<>();
    for (String word : words) {
      meanings.add(word);
      for (NonClaim nonClaim : NonClaim.values()) {
        if (nonClaim.word().equals(word)) {
          meanings.set(meanings.size() - 1, nonClaim.meaning());
        }
      }
    }
    return String.join("; ", meanings);
  }
}
