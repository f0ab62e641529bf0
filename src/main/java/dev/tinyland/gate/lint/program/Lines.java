package dev.tinyland.gate.lint.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What files of recipes have in common: lines, indented bodies, quoted texts. */
final class Lines {
  private Lines() {}

  /** The offset of the line's end, before its line feed. */
  static int end(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** The offset behind the indented and empty lines that begin at an offset. */
  static int endOfIndented(String text, int from) {
    int at = from;
    int last = from;
    while (at < text.length()) {
      int end = end(text, at);
      boolean blank = text.substring(at, end).isBlank();
      if (!blank && text.charAt(at) != ' ' && text.charAt(at) != '\t') {
        break;
      }
      at = Math.min(end + 1, text.length());
      last = blank ? last : at;
      if (end == text.length()) {
        break;
      }
    }
    return last;
  }

  /** The index of a character outside single and double quotes, or -1. */
  static int outsideQuotes(String text, char sought) {
    char open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open == 0 && c == sought) {
        return i;
      }
      if (c == '\'' || c == '"') {
        open = open == 0 ? c : open == c ? 0 : open;
      }
    }
    return -1;
  }

  /** The words between blanks outside quotes. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    char open = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      if (open != 0) {
        open = c == open ? 0 : open;
      } else if (c == '\'' || c == '"') {
        open = c;
        start = start < 0 ? i : start;
      } else if (Character.isWhitespace(c)) {
        if (start >= 0) {
          words.add(text.substring(start, i));
          start = -1;
        }
      } else if (start < 0) {
        start = i;
      }
    }
    if (start >= 0) {
      words.add(text.substring(start));
    }
    return words;
  }

  /** The first text in quotes, or null. */
  static @Nullable String quoted(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      int close = c == '\'' || c == '"' ? line.indexOf(c, i + 1) : -1;
      if (close > i) {
        return line.substring(i + 1, close);
      }
    }
    return null;
  }

  /** The text of a value that is one quoted text and nothing else, or null. */
  static @Nullable String wholeQuoted(String value) {
    String text = value.strip();
    if (text.length() < 2) {
      return null;
    }
    char quote = text.charAt(0);
    boolean whole = (quote == '\'' || quote == '"') && text.indexOf(quote, 1) == text.length() - 1;
    return whole && text.indexOf('\\') < 0 ? text.substring(1, text.length() - 1) : null;
  }

  /** Whether a text could be the name of a variable. */
  static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
