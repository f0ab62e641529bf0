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
    int content = 0;
    int at = MARKS.find(text, 0, text.length);
    while (at >= 0) {
      int end = at;
      while (end < text.length && text[end] == text[at]) {
        end++;
      }
      int lineEnd = lineEnd(text, end);
      if (opensLine(text, at)) {
        boolean bare = isBlank(text, end, lineEnd);
        if (open < 0 || !bare) {
          open = text[at];
          length = end - at;
          content = end;
        } else if (open == text[at] && end - at >= length) {
          if (!isDiagram(text, content) && test.of(text, content, at)) {
            return true;
          }
          open = -1;
        }
      }
      at = MARKS.find(text, end, text.length);
    }
    return open >= 0 && test.of(text, content, text.length);
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

  /** Whether nothing but blanks and the marks of quotes and lists stands in front on the line. */
  private static boolean opensLine(byte[] text, int at) {
    for (int i = at - 1; i >= 0 && text[i] != '\n'; i--) {
      byte c = text[i];
      boolean mark = c == ' ' || c == '\t' || c == '>' || c == '*' || c == '+' || c == '-';
      if (!mark && c != '.' && c != ')' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
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
