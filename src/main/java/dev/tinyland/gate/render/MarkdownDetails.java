package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;

/** A finding that unfolds: the lines, the facts that decided it, and what to do. */
final class MarkdownDetails {
  private static final int WIDTH = 120;

  private MarkdownDetails() {}

  static String of(Finding finding, Report report) {
    Span span = finding.span();
    StringBuilder out = new StringBuilder(512);
    out.append("<details><summary>").append(finding.level().word()).append(' ');
    out.append(MarkdownText.htmlCode(span.path() + ":" + span.line())).append(' ');
    out.append(MarkdownText.htmlProse(finding.message())).append("</summary>\n\n");
    SourceFile file = report.sources().get(span.path());
    if (file != null) {
      String lines = lines(Snippet.of(file, span, WIDTH));
      out.append(lines.isEmpty() ? "" : MarkdownText.fenced(lines) + "\n");
    }
    int listStart = out.length();
    for (String because : finding.because()) {
      out.append("- Because: ").append(MarkdownText.prose(because)).append('\n');
    }
    for (Related related : finding.related()) {
      out.append("- See ").append(MarkdownRenderer.place(related.span())).append(": ");
      out.append(MarkdownText.prose(related.message())).append('\n');
    }
    if (finding.help() != null) {
      out.append("- **Help:** ").append(MarkdownText.prose(finding.help())).append('\n');
    }
    return out.append(out.length() > listStart ? "\n" : "").append("</details>\n\n").toString();
  }

  private static String lines(Snippet snippet) {
    StringBuilder out = new StringBuilder(256);
    int gutter = snippet.numberWidth();
    for (Snippet.Row row : snippet.rows()) {
      if (row.gapBefore()) {
        out.append("...\n");
      }
      String number = Integer.toString(row.number());
      out.repeat(' ', gutter - number.length()).append(number).append(" | ");
      out.append(row.text()).append('\n').repeat(' ', gutter).append(" | ");
      out.repeat(' ', row.caretStart()).repeat('^', row.caretLength()).append('\n');
    }
    return out.toString();
  }
}
