package dev.tinyland.gate.lint.expression;

/**
 * Text operations that ignore case as .NET's OrdinalIgnoreCase does: character by character, each
 * with its simple upper-case form.
 */
final class Ordinal {
  private Ordinal() {}

  static boolean equal(String left, String right) {
    return left.length() == right.length() && matches(left, 0, right);
  }

  static boolean startsWith(String text, String prefix) {
    return text.length() >= prefix.length() && matches(text, 0, prefix);
  }

  static boolean endsWith(String text, String suffix) {
    return text.length() >= suffix.length()
        && matches(text, text.length() - suffix.length(), suffix);
  }

  static boolean contains(String text, String part) {
    if (part.isEmpty()) {
      return true;
    }
    char first = upper(part.charAt(0));
    for (int i = 0; i <= text.length() - part.length(); i++) {
      if (upper(text.charAt(i)) == first && matches(text, i, part)) {
        return true;
      }
    }
    return false;
  }

  static int compare(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      int difference = upper(left.charAt(i)) - upper(right.charAt(i));
      if (difference != 0) {
        return difference;
      }
    }
    return left.length() - right.length();
  }

  private static boolean matches(String text, int from, String part) {
    for (int i = 0; i < part.length(); i++) {
      char a = text.charAt(from + i);
      char b = part.charAt(i);
      if (a != b && upper(a) != upper(b)) {
        return false;
      }
    }
    return true;
  }

  /** .NET never maps a letter from outside ASCII into it: dotless i and long s stay themselves. */
  private static char upper(char c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }
    char upper = Character.toUpperCase(c);
    return upper < 128 ? c : upper;
  }
}
