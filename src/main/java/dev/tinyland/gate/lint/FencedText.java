package dev.tinyland.gate.lint;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The code blocks of a page as far as its lines tell without a parser, whatever they are nested in.
 * Where the lines leave a doubt, more is taken than a parser would find.
 */
final class FencedText {
  private static final ByteSearch MARKS = new ByteSearch(List.of("```", "~~~"));

  private static final byte[] DIAGRAM = "mermaid".getBytes(StandardCharsets.US_ASCII);

  private FencedText() {}

  /** A test of a part of the text. */
  interface Test {
    boolean of(byte[] text, int from, int to);
  }

  /** Whether the test holds for the text between an opening and a closing fence. */
  static boolean any(byte[] text, Test test) {
    int open = -1;
    int length = 0;
    int column = 0;
    int content = 0;
    boolean diagram = false;
    int at = MARKS.find(text, 0, text.length);
    while (at >= 0) {
      int end = at;
      while (end < text.length && text[end] == text[at]) {
        end++;
      }
      int lineEnd = lineEnd(text, end);
      int here = column(text, at);
      if (here >= 0) {
        boolean bare = isBlank(text, end, lineEnd);
        if (open < 0) {
          open = text[at];
          length = end - at;
          column = here;
          content = end;
          diagram = isDiagram(text, end);
        } else if (!bare || here != column || isItem(text, at)) {
          // It may belong to the block, or the block was over before: all the rest counts.
          return test.of(text, content, text.length);
        } else if (open == text[at] && end - at >= length) {
          if (!diagram && test.of(text, content, at)) {
            return true;
          }
          open = -1;
        }
      }
      at = MARKS.find(text, end, text.length);
    }
    return open >= 0 && !diagram && test.of(text, content, text.length);
  }

  /** Diagrams are many, and none is an example. */
  private static boolean isDiagram(byte[] text, int info) {
    for (int i = 0; i < DIAGRAM.length; i++) {
      if (info + i >= text.length || text[info + i] != DIAGRAM[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lineEnd(byte[] text, int from) {
    int end = from;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    return end;
  }

  /**
   * How far into its line it is, times two, and one more within a quote; -1 if more than blanks and
   * marks of quotes and lists precede it.
   */
  private static int column(byte[] text, int at) {
    int quote = 0;
    int i = at - 1;
    for (; i >= 0 && text[i] != '\n'; i--) {
      byte c = text[i];
      boolean blank = c == ' ' || c == '\t';
      if (c == '>') {
        quote = 1;
      } else if (!blank && !isItemMark(c)) {
        return -1;
      }
    }
    return (at - 1 - i) * 2 + quote;
  }

  /** Whether the mark of a list precedes it: such a line closes nothing. */
  private static boolean isItem(byte[] text, int at) {
    for (int i = at - 1; i >= 0 && text[i] != '\n'; i--) {
      if (isItemMark(text[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isItemMark(byte c) {
    return c == '*' || c == '+' || c == '-' || c == '.' || c == ')' || (c >= '0' && c <= '9');
  }

  private static boolean isBlank(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] > ' ') {
        return false;
      }
    }
    return true;
  }
}
