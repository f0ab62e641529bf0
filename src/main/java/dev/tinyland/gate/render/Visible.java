package dev.tinyland.gate.render;

import java.util.Locale;

/**
 * Makes foreign text harmless to show: what a terminal or the runner would act on, and what a
 * reader could not see, becomes a visible escape.
 */
public final class Visible {
  private Visible() {}

  /**
   * One line of text. Line breaks and tabs become the escapes a programmer knows; every other
   * invisible code point becomes a backslash, a u and its number in hex, in braces above FFFF. The
   * runner's {@code ##[} becomes {@code ##\[}, because it is a command anywhere in a line.
   */
  public static String line(String text) {
    int clean = cleanPrefix(text);
    if (clean == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, clean);
    for (int i = clean; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (opensCommand(text, i)) {
        out.append("\\[");
      } else if (isHidden(c)) {
        appendEscape(out, c);
      } else {
        out.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /** The same for text that starts a line, where the runner reads {@code ::} as a command. */
  public static String lineStart(String text) {
    String visible = line(text);
    return startsCommand(visible, 0) ? "\\" + visible : visible;
  }

  /** Whether a line that started here would, without its blanks, start with {@code ::}. */
  static boolean startsCommand(String text, int start) {
    int i = start;
    while (i < text.length()
        && (Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i)))) {
      i++;
    }
    return text.startsWith("::", i);
  }

  /** Whether the bracket at the index completes {@code ##[}. */
  static boolean opensCommand(String text, int index) {
    return text.charAt(index) == '['
        && index >= 2
        && text.charAt(index - 1) == '#'
        && text.charAt(index - 2) == '#';
  }

  /** Whether showing the code point as it is would hide something or move the cursor. */
  static boolean isHidden(int c) {
    if (c < 0x7F) {
      return c < 0x20;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> isBlankLetter(c);
    };
  }

  /** Appends the visible form of a hidden code point. */
  static void appendEscape(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        if (c > 0xFFFF) {
          out.append("\\u{").append(digits).append('}');
        } else {
          out.append("\\u").repeat('0', 4 - digits.length()).append(digits);
        }
      }
    }
  }

  /**
   * Letters and marks that show nothing: they pass for identifiers, so two different names would
   * look the same. The two variation selectors that only choose between text and emoji are kept.
   */
  private static boolean isBlankLetter(int c) {
    return c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F)
        || c == 0x2800
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0D)
        || c == 0xFFA0
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static int cleanPrefix(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7F || (c == '[' && opensCommand(text, i))) {
        return i;
      }
    }
    return text.length();
  }
}
