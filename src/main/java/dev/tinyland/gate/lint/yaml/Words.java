package dev.tinyland.gate.lint.yaml;

/** Text of a file as a message may quote it. */
final class Words {
  private static final int MAX_LENGTH = 120;

  private Words() {}

  /** The text on one line, without control characters, cut when it is long. */
  static String brief(String text) {
    int length = Math.min(text.length(), MAX_LENGTH);
    StringBuilder result = new StringBuilder(length + 1);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      result.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.length() > MAX_LENGTH ? result.append('\u2026').toString() : result.toString();
  }
}
