package dev.tinyland.gate.render;

/**
 * A line of source as a terminal shows it: harmless, with tabs expanded, and with the cell where
 * each code point of the source starts.
 */
final class ShownLine {
  private static final int TAB = 4;

  private final String text;

  /** For each code point of the source the cell where it starts, then the whole width. */
  private final int[] cells;

  /** For each code point of the source its index in the text, then the text's length. */
  private final int[] offsets;

  private ShownLine(String text, int[] cells, int[] offsets) {
    this.text = text;
    this.cells = cells;
    this.offsets = offsets;
  }

  static ShownLine of(String source) {
    int count = source.codePointCount(0, source.length());
    StringBuilder text = new StringBuilder(source.length() + 16);
    int[] cells = new int[count + 1];
    int[] offsets = new int[count + 1];
    int cell = 0;
    int i = 0;
    for (int point = 0; point < count; point++) {
      int c = source.codePointAt(i);
      int before = text.length();
      cells[point] = cell;
      offsets[point] = before;
      if (c == '\t') {
        text.repeat(' ', TAB - cell % TAB);
        cell += text.length() - before;
      } else if (Visible.isHidden(c)) {
        Visible.appendEscape(text, c);
        cell += text.length() - before;
      } else if (Visible.opensCommand(source, i)) {
        text.append("\\[");
        cell += 2;
      } else {
        text.appendCodePoint(c);
        cell += Cells.of(c);
      }
      i += Character.charCount(c);
    }
    cells[count] = cell;
    offsets[count] = text.length();
    return new ShownLine(text.toString(), cells, offsets);
  }

  String text() {
    return text;
  }

  int width() {
    return cells[cells.length - 1];
  }

  /** The cell where a 1-based column starts; the width for any column past the end. */
  int cellAt(int column) {
    return cells[Math.min(Math.max(column, 1) - 1, cells.length - 1)];
  }

  /** The first cell at or after the given one where a code point starts. */
  int roundUp(int cell) {
    return cells[pointAt(cell)];
  }

  /** The text from one cell to another, with an ellipsis for what is left out on a side. */
  String cut(int from, int to) {
    int first = from == 0 ? 0 : pointAt(from);
    int last = pointAt(to);
    boolean cutsEnd = last < offsets.length - 1;
    if (last > first && cells[last] > to) {
      last--;
    }
    String kept = text.substring(offsets[first], offsets[last]);
    return (from == 0 ? "" : "…") + kept + (cutsEnd ? "…" : "");
  }

  /** The first code point that starts at or after the cell and is no mark on an earlier one. */
  private int pointAt(int cell) {
    int point = 0;
    while (point < cells.length - 1
        && (cells[point] < cell || (point > 0 && cells[point + 1] == cells[point]))) {
      point++;
    }
    return point;
  }
}
