package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import org.jspecify.annotations.Nullable;

/** For people at a terminal: each finding with its place, its proof and what to do about it. */
final class TextRenderer implements Renderer {
  /** The gutter is at least this wide, so that the blocks of short files line up. */
  private static final int NUMBER_WIDTH = 2;

  @Override
  public String render(Report report, RenderOptions options) {
    StringBuilder out = new StringBuilder(1024);
    Ink ink = new Ink(out, options.color());
    for (Finding finding : Order.byPlace(report.findings())) {
      if (finding.suppressed() == null || options.includeSuppressed()) {
        finding(out, ink, finding, report, options.width());
      }
    }
    for (Problem problem : Order.problems(report.problems())) {
      ink.styled(Ink.RED, "problem").styled(Ink.STRONG, ": " + Visible.line(problem.message()));
      ink.newLine();
      place(ink, problem.span(), report, options.width());
      ink.newLine();
    }
    for (String remark : report.remarks()) {
      ink.styled(Ink.YELLOW, Visible.line(remark)).newLine();
    }
    Tally tally = Tally.of(report);
    ink.styled(verdict(tally), tally.sentence(report.profile())).newLine();
    return out.toString();
  }

  private static void finding(
      StringBuilder out, Ink ink, Finding finding, Report report, int width) {
    Level level = finding.level();
    String suppressed = finding.suppressed();
    String word = suppressed == null ? level.word() : "suppressed " + level.word();
    ink.styled(
        suppressed == null ? Ink.of(level) : Ink.DIM,
        word + "[" + Visible.line(finding.rule()) + "]");
    ink.styled(Ink.STRONG, ": " + Visible.line(finding.message())).newLine();
    int gutter = place(ink, finding.span(), report, width);
    for (Related related : finding.related()) {
      ink.spaces(gutter).styled(Ink.DIM, ":::").plain(" ").plain(address(related.span()));
      ink.plain(" ").plain(Visible.line(related.message())).newLine();
    }
    if (!finding.because().isEmpty() || finding.help() != null || suppressed != null) {
      closeGutter(ink, gutter);
    }
    for (String because : finding.because()) {
      note(out, ink, gutter, "because: ", because, width);
    }
    note(out, ink, gutter, "help: ", finding.help(), width);
    note(out, ink, gutter, "suppressed: ", suppressed, width);
    ink.newLine();
  }

  /** The place and its snippet; answers the width of the line numbers. */
  private static int place(Ink ink, Span span, Report report, int width) {
    SourceFile file = report.sources().get(span.path());
    Snippet snippet =
        file == null ? null : Snippet.of(file, span, width - NUMBER_WIDTH - " | ".length());
    int gutter = snippet == null ? NUMBER_WIDTH : Math.max(NUMBER_WIDTH, snippet.numberWidth());
    ink.spaces(gutter).styled(Ink.DIM, "-->").plain(" ").plain(address(span)).newLine();
    if (snippet == null || snippet.rows().isEmpty()) {
      return gutter;
    }
    closeGutter(ink, gutter);
    for (Snippet.Row row : snippet.rows()) {
      if (row.gapBefore()) {
        ink.styled(Ink.DIM, "...").newLine();
      }
      String number = Integer.toString(row.number());
      ink.spaces(gutter - number.length()).styled(Ink.DIM, number + " |");
      ink.plain(row.text().isEmpty() ? "" : " ").plain(row.text()).newLine();
      ink.spaces(gutter + 1).styled(Ink.DIM, "|").spaces(1 + row.caretStart());
      ink.styled(Ink.RED, "^".repeat(row.caretLength())).newLine();
    }
    return gutter;
  }

  private static void closeGutter(Ink ink, int gutter) {
    ink.spaces(gutter + 1).styled(Ink.DIM, "|").newLine();
  }

  private static void note(
      StringBuilder out, Ink ink, int gutter, String label, @Nullable String text, int width) {
    if (text == null) {
      return;
    }
    ink.spaces(gutter + 1).styled(Ink.DIM, "=").plain(" ").styled(Ink.STRONG, label);
    Wrap.append(out, Visible.line(text), gutter + 3 + label.length(), width);
    ink.newLine();
  }

  private static String verdict(Tally tally) {
    if (tally.errors() > 0 || tally.problems() > 0) {
      return Ink.RED;
    }
    return tally.clean() && tally.files() > 0 ? Ink.GREEN : Ink.YELLOW;
  }

  private static String address(Span span) {
    return Visible.line(span.path()) + ":" + span.line() + ":" + span.column();
  }
}
