package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Level;

/** Appends text in colour, or plainly where colour is not wanted. */
final class Ink {
  static final String STRONG = "1";
  static final String DIM = "1;34";
  static final String RED = "1;31";
  static final String YELLOW = "1;33";
  static final String CYAN = "1;36";
  static final String GREEN = "1;32";

  private final StringBuilder out;
  private final boolean color;

  Ink(StringBuilder out, boolean color) {
    this.out = out;
    this.color = color;
  }

  /** The colour of a level's word. */
  static String of(Level level) {
    return switch (level) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case NOTE -> CYAN;
    };
  }

  /** Text as it is. */
  Ink plain(String text) {
    out.append(text);
    return this;
  }

  Ink plain(int number) {
    out.append(number);
    return this;
  }

  Ink spaces(int count) {
    out.repeat(' ', count);
    return this;
  }

  /** Text in one of the styles above. */
  Ink styled(String style, String text) {
    if (color) {
      out.append("\u001B[").append(style).append('m').append(text).append("\u001B[0m");
    } else {
      out.append(text);
    }
    return this;
  }

  Ink newLine() {
    out.append('\n');
    return this;
  }
}
