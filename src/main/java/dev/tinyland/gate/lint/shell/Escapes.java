package dev.tinyland.gate.lint.shell;

/** Backslash sequences as {@code $'…'}, {@code echo -e} and {@code printf} know them. */
final class Escapes {
  private Escapes() {}

  /**
   * Decodes the sequence at a backslash.
   *
   * @return the index after it
   */
  static int decode(String text, int backslash, int limit, StringBuilder out) {
    if (backslash + 1 >= limit) {
      out.append('\\');
      return backslash + 1;
    }
    char c = text.charAt(backslash + 1);
    int after = backslash + 2;
    switch (c) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'a' -> out.append('\007');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'v' -> out.append('\013');
      case 'e', 'E' -> out.append('\033');
      case '\\', '\'', '"', '?' -> out.append(c);
      case 'x' -> after = number(text, after, Math.min(limit, after + 2), 16, out);
      case 'u' -> after = number(text, after, Math.min(limit, after + 4), 16, out);
      case 'U' -> after = number(text, after, Math.min(limit, after + 8), 16, out);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        int last = Math.min(limit, after + (c == '0' ? 3 : 2));
        after = number(text, after - 1, last, 8, out);
      }
      default -> out.append('\\').append(c);
    }
    return after;
  }

  /** Decodes all sequences of a text. */
  static String decodeAll(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) == '\\') {
        i = decode(text, i, text.length(), out);
      } else {
        out.append(text.charAt(i));
        i++;
      }
    }
    return out.toString();
  }

  private static int number(String text, int from, int limit, int radix, StringBuilder out) {
    int i = from;
    int value = 0;
    while (i < limit && Character.digit(text.charAt(i), radix) >= 0) {
      value = (value * radix + Character.digit(text.charAt(i), radix)) & 0x1FFFFF;
      i++;
    }
    if (i > from && Character.isValidCodePoint(value)) {
      out.appendCodePoint(value);
    }
    return i;
  }
}
