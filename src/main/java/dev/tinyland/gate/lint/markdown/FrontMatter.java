package dev.tinyland.gate.lint.markdown;

import java.util.ArrayList;
import java.util.List;

/** The block between two {@code ---} at the top of a page, which is no Markdown. */
record FrontMatter(List<String> lines, int end) {
  private static final FrontMatter NONE = new FrontMatter(List.of(), 0);

  /** The front matter of a text; it ends at offset 0 where there is none. */
  static FrontMatter of(String text) {
    int at = lineEnd(text, 0);
    if (!text.substring(0, at).strip().equals("---")) {
      return NONE;
    }
    List<String> lines = new ArrayList<>();
    while (at < text.length()) {
      int start = at + 1;
      at = lineEnd(text, start);
      String line = text.substring(Math.min(start, at), at).strip();
      if (line.equals("---") || line.equals("...")) {
        return new FrontMatter(lines, at);
      }
      lines.add(line);
    }
    return NONE;
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** The text with blanks in place of the front matter, every character where it was. */
  String without(String text) {
    if (end == 0) {
      return text;
    }
    StringBuilder blanked = new StringBuilder(text.length());
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      blanked.append(c == '\n' || c == '\r' ? c : ' ');
    }
    return blanked.append(text, end, text.length()).toString();
  }
}
