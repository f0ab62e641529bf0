package dev.tinyland.gate.lint.yaml;

/**
 * Equality of mapping keys as GitHub's reader has it: ignoring case, one character at a time.
 *
 * <p>{@link String#equalsIgnoreCase} is wider: it takes the Kelvin sign for a {@code k} and the
 * dotless i for an {@code i}, which GitHub does not.
 */
final class KeyNames {
  private KeyNames() {}

  static boolean same(String left, String right) {
    int length = left.length();
    if (length != right.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b && fold(a) != fold(b)) {
        return false;
      }
    }
    return true;
  }

  /** The same text for keys that are the same. */
  static String folded(String key) {
    char[] folded = key.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }

  private static char fold(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }
    char upper = Character.toUpperCase(c);
    return upper < 0x80 ? c : upper;
  }
}
