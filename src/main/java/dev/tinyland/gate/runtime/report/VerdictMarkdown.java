package dev.tinyland.gate.runtime.report;

import dev.tinyland.gate.render.MarkdownText;
import dev.tinyland.gate.runtime.verdict.NonClaim;
import dev.tinyland.gate.runtime.verdict.Note;
import dev.tinyland.gate.runtime.verdict.Requirement;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A verdict in GitHub's Markdown, for a job summary: what holds, what to do next, one table of what
 * was seen with the worst first, and what it does not prove. Foreign text shows as it is, on one
 * line, cut where it is long.
 */
public final class VerdictMarkdown {
  /** Code points of one cell. */
  static final int CELL = 600;

  /** Rows of reasons, and of notes; a red cluster can have hundreds of pods. */
  static final int ROWS = 60;

  private VerdictMarkdown() {}

  /** The text, with a line feed at the end. */
  public static String of(VerdictReport report) {
    StringBuilder out = new StringBuilder();
    out.append("## ").append(MarkdownText.code(cut(report.command()))).append("\n\n");
    out.append("**").append(MarkdownText.prose(report.verdict())).append("**");
    if (report.result() != null) {
      out.append(", ").append(MarkdownText.code(cut(report.result())));
    }
    out.append(" · exit code ").append(MarkdownText.code(report.exitCode()));
    out.append(" · authority for OpenTofu state: ");
    out.append(MarkdownText.prose(report.authority())).append("\n\n");
    steps(report.nextSafeStep(), out);
    table(report, out);
    policy(report.reasons(), out);
    nonClaims(report.nonClaims(), out);
    return out.toString();
  }

  /** Before the table, which can be long in an incident. */
  private static void steps(String text, StringBuilder out) {
    List<String> steps = Sentences.of(text);
    if (steps.size() == 1) {
      out.append("**Next safe step.** ").append(MarkdownText.prose(text)).append("\n\n");
      return;
    }
    out.append("**Next safe step**\n\n");
    for (String step : steps) {
      out.append("- ").append(MarkdownText.prose(step)).append('\n');
    }
    out.append('\n');
  }

  private static void table(VerdictReport report, StringBuilder out) {
    out.append("| State | What | About | Seen |\n|---|---|---|---|\n");
    int shown = Math.min(ROWS, report.reasons().size());
    for (VerdictReport.Line line : report.reasons().subList(0, shown)) {
      row(line.standing(), line.name(), line.subject(), line.sentence(), out);
    }
    int left = report.reasons().size() - shown;
    if (left > 0) {
      out.append("| | | | ").append(left).append(" more, none worse than these |\n");
    }
    int noted = Math.min(ROWS, report.notes().size());
    for (Note note : report.notes().subList(0, noted)) {
      row(Note.STATE, note.name(), note.subject(), note.sentence(), out);
    }
    if (noted < report.notes().size()) {
      out.append("| | | | ").append(report.notes().size() - noted).append(" more notes |\n");
    }
    for (Requirement requirement : report.requirements()) {
      row(requirement.state(), requirement.name(), "requirement", requirement.evidence(), out);
    }
  }

  private static void row(String state, String what, String about, String seen, StringBuilder out) {
    boolean bad =
        !state.equals("proven") && !state.equals(Requirement.MET) && !state.equals(Note.STATE);
    String word = MarkdownText.prose(cut(state));
    out.append("| ").append(bad ? "**" + word + "**" : word);
    out.append(" | ").append(MarkdownText.code(cut(what)));
    out.append(" | ").append(MarkdownText.prose(cut(about)));
    out.append(" | ").append(MarkdownText.prose(cut(seen))).append(" |\n");
  }

  /** The sentences behind what is not green, each once. */
  private static void policy(List<VerdictReport.Line> reasons, StringBuilder out) {
    Set<String> sentences = new LinkedHashSet<>();
    for (VerdictReport.Line line : reasons) {
      if (!line.standing().equals("proven") && !line.policy().isEmpty()) {
        sentences.add(line.policy());
      }
    }
    if (sentences.isEmpty()) {
      return;
    }
    out.append("\n**Policy.**\n\n");
    for (String sentence : sentences) {
      out.append("- “").append(MarkdownText.prose(cut(sentence))).append("”\n");
    }
  }

  private static void nonClaims(List<String> words, StringBuilder out) {
    if (words.isEmpty()) {
      return;
    }
    out.append("\n**This does not prove**\n\n");
    for (String word : words) {
      out.append("- ").append(MarkdownText.code(cut(word)));
      for (NonClaim nonClaim : NonClaim.values()) {
        if (nonClaim.word().equals(word)) {
          out.append(": ").append(MarkdownText.prose(nonClaim.meaning()));
        }
      }
      out.append('\n');
    }
  }

  private static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= CELL) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, CELL)) + "…";
  }
}
