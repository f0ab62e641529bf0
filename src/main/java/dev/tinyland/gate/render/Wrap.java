package dev.tinyland.gate.render;

/** Breaks a line of words into lines of a width. */
final class Wrap {
  private Wrap() {}

  /**
   * Appends words, broken at spaces; a word longer than the width stays whole. No line after the
   * first starts with {@code ::}, which the runner would read as a command.
   *
   * @param text a text that {@link Visible} has made harmless
   * @param indent the cells already taken on the first line, and the indentation of the others
   * @param width the cells of a whole line
   */
  static void append(StringBuilder out, String text, int indent, int width) {
    int used = indent;
    int start = 0;
    while (start < text.length()) {
      int end = wordEnd(text, start);
      String word = text.substring(start, end);
      int cells = Cells.of(word);
      if (start == 0) {
        out.append(word);
        used += cells;
      } else if (used + 1 + cells <= width
          || word.isEmpty()
          || Visible.startsCommand(text, start)) {
        out.append(' ').append(word);
        used += 1 + cells;
      } else {
        out.append('\n').repeat(' ', indent).append(word);
        used = indent + cells;
      }
      start = end + 1;
    }
  }

  private static int wordEnd(String text, int start) {
    int space = text.indexOf(' ', start);
    return space < 0 ? text.length() : space;
  }
}
