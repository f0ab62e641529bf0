package dev.tinyland.gate.render;

import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a span with the cells to underline: the whole line of a one-line span, the first and
 * the last line of a longer one.
 */
record Snippet(List<Row> rows) {
  /** Cells kept to the left of the span when a line is cut. */
  private static final int LEAD = 16;

  /** UTF-16 units of a line that are laid out at most, beside the width. */
  private static final int LONG = 2000;

  /**
   * @param number the 1-based line
   * @param text the line as shown: harmless, tabs expanded, cut to the width asked for
   * @param caretStart the first cell to underline, from 0
   * @param caretLength how many cells, at least 1
   * @param gapBefore whether lines were left out between the row before and this one
   */
  record Row(int number, String text, int caretStart, int caretLength, boolean gapBefore) {}

  Snippet {
    rows = List.copyOf(rows);
  }

  /** The snippet of a span, no row wider than the given cells; no rows for an unknown line. */
  static Snippet of(SourceFile file, Span span, int width) {
    if (span.line() > file.lineCount()) {
      return new Snippet(List.of());
    }
    int last = lastLine(file, span);
    List<Row> rows = new ArrayList<>(2);
    if (last == span.line()) {
      int end = span.endLine() == last ? span.endColumn() : Integer.MAX_VALUE;
      rows.add(row(file, last, span.column(), end, false, width));
      return new Snippet(rows);
    }
    rows.add(row(file, span.line(), span.column(), Integer.MAX_VALUE, false, width));
    int end = span.endLine() == last ? span.endColumn() : Integer.MAX_VALUE;
    int start = indentation(file.line(last)) + 1;
    rows.add(row(file, last, start, end, last > span.line() + 1, width));
    return new Snippet(rows);
  }

  /** How many characters the largest line number takes. */
  int numberWidth() {
    return rows.isEmpty() ? 1 : Integer.toString(rows.getLast().number()).length();
  }

  /** A YAML node may end at the start of a later line: the blank lines before that say nothing. */
  private static int lastLine(SourceFile file, Span span) {
    int last = Math.min(span.endLine(), file.lineCount());
    if (last == span.endLine()
        && last > span.line()
        && span.endColumn() <= indentation(file.line(last)) + 1) {
      last--;
    }
    while (last > span.line() && file.line(last).isBlank()) {
      last--;
    }
    return last;
  }

  private static int indentation(String line) {
    int spaces = 0;
    while (spaces < line.length() && (line.charAt(spaces) == ' ' || line.charAt(spaces) == '\t')) {
      spaces++;
    }
    return spaces;
  }

  private static Row row(
      SourceFile file, int number, int column, int endColumn, boolean gapBefore, int width) {
    String source = file.line(number);
    int skipped = 0;
    if (source.length() > LONG + width) {
      // A megabyte on one line must not be laid out again for each finding in it.
      int count = source.codePointCount(0, source.length());
      skipped = Math.max(0, Math.min(column - 1, count) - 2 * LEAD);
      int begin = source.offsetByCodePoints(0, skipped);
      source = source.substring(begin, Math.min(source.length(), begin + LONG + width));
    }
    ShownLine line = ShownLine.of(source);
    int start = line.cellAt(column - skipped);
    int end = Math.max(start + 1, line.cellAt(endColumn - skipped));
    if (skipped == 0 && line.width() <= width) {
      return new Row(number, line.text(), start, end - start, gapBefore);
    }
    boolean fromStart = skipped == 0 && end < width;
    int from = 0;
    if (!fromStart) {
      // A span near the end of the line leaves room for more of what stands before it.
      from = Math.max(1, Math.min(start - LEAD, line.width() + 1 - width));
    }
    boolean reachesEnd = from > 0 && line.width() <= from + width - 1;
    int to = reachesEnd ? line.width() : from + width - (from == 0 ? 1 : 2);
    String shown = line.cut(from, to);
    int shift = from == 0 ? 0 : line.roundUp(from) - 1;
    int caretStart = Math.max(0, start - shift);
    int caretEnd = Math.min(end - shift, Math.max(caretStart + 1, Cells.of(shown)));
    return new Row(number, shown, caretStart, Math.max(1, caretEnd - caretStart), gapBefore);
  }
}
