package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Style;

/** Reads plain and quoted scalars again: escapes, doubled quotes and folded lines. */
final class FlowReplay {
  private final PlaceWriter writer;
  private final String text;
  private final int end;
  private int index;

  private FlowReplay(PlaceWriter writer, String text, int start, int end) {
    this.writer = writer;
    this.text = text;
    this.index = start;
    this.end = end;
  }

  /** Whether the text between the offsets gives the writer's value; the quotes lie outside. */
  static boolean replay(PlaceWriter writer, String text, int start, int end, Style style) {
    FlowReplay replay = new FlowReplay(writer, text, start, end);
    while (replay.index < end) {
      if (!replay.step(style)) {
        return false;
      }
    }
    return true;
  }

  private boolean step(Style style) {
    char c = text.charAt(index);
    if (c == '\\' && style == Style.DOUBLE_QUOTED) {
      return escape();
    }
    if (c == '\'' && style == Style.SINGLE_QUOTED) {
      index += 2;
      return writer.put('\'', index - 2, index);
    }
    if (isBlank(c) || c == '\n' || c == '\r') {
      return blanks();
    }
    index++;
    return writer.put(c, index - 1, index);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Blanks within a line stay; around line breaks they go, and the breaks are folded. */
  private boolean blanks() {
    int start = index;
    int firstBreak = afterBlanks(start);
    int length = ScalarPlaces.breakLength(text, firstBreak, end);
    if (length == 0) {
      index = firstBreak;
      return writer.copy(start, firstBreak);
    }
    index = afterBlanks(firstBreak + length);
    if (ScalarPlaces.breakLength(text, index, end) == 0) {
      return writer.put(' ', start, index);
    }
    return emptyLines();
  }

  /** Every further line break is a line feed of the value. */
  private boolean emptyLines() {
    int length = ScalarPlaces.breakLength(text, index, end);
    while (length > 0) {
      if (!writer.put('\n', index, index + length)) {
        return false;
      }
      index = afterBlanks(index + length);
      length = ScalarPlaces.breakLength(text, index, end);
    }
    return true;
  }

  private boolean escape() {
    int start = index;
    int length = ScalarPlaces.breakLength(text, start + 1, end);
    if (length > 0) {
      index = afterBlanks(start + 1 + length);
      return emptyLines();
    }
    if (start + 1 >= end) {
      return false;
    }
    char code = text.charAt(start + 1);
    int digits = code == 'x' ? 2 : code == 'u' ? 4 : code == 'U' ? 8 : 0;
    index = start + 2 + digits;
    if (index > end) {
      return false;
    }
    return digits == 0
        ? writer.put(simpleEscape(code), start, index)
        : codePoint(start, start + 2, index);
  }

  private boolean codePoint(int start, int digitsStart, int digitsEnd) {
    int point = 0;
    for (int i = digitsStart; i < digitsEnd; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || point > Character.MAX_CODE_POINT) {
        return false;
      }
      point = point * 16 + digit;
    }
    if (!Character.isValidCodePoint(point)) {
      return false;
    }
    if (Character.isBmpCodePoint(point)) {
      return writer.put((char) point, start, digitsEnd);
    }
    return writer.put(Character.highSurrogate(point), start, digitsEnd)
        && writer.put(Character.lowSurrogate(point), start, digitsEnd);
  }

  private static char simpleEscape(char code) {
    return switch (code) {
      case '0' -> '\0';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't', '\t' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000B';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> '\u001B';
      case 'N' -> '\u0085';
      case '_' -> '\u00A0';
      case 'L' -> '\u2028';
      case 'P' -> '\u2029';
      default -> code;
    };
  }
}
