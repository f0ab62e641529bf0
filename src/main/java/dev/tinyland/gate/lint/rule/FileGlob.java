package dev.tinyland.gate.lint.rule;

/** Patterns of files as {@code actions/upload-artifact} reads them. */
final class FileGlob {
  private FileGlob() {}

  /** Whether the pattern names the file, or a folder that it lies in. */
  static boolean covers(String pattern, String file) {
    String plain = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    if (plain.isEmpty() || plain.equals(".")) {
      return true;
    }
    for (int end = file.length(); end > 0; end = file.lastIndexOf('/', end - 1)) {
      if (matches(plain, 0, file.substring(0, end), 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, int p, String text, int t) {
    if (p == pattern.length()) {
      return t == text.length();
    }
    if (pattern.startsWith("**", p)) {
      int next = pattern.startsWith("/", p + 2) ? p + 3 : p + 2;
      for (int i = t; i <= text.length(); i++) {
        boolean boundary = i == t || text.charAt(i - 1) == '/' || next == p + 2;
        if (boundary && matches(pattern, next, text, i)) {
          return true;
        }
      }
      return false;
    }
    char c = pattern.charAt(p);
    if (c == '*') {
      for (int i = t; i <= text.length(); i++) {
        if (matches(pattern, p + 1, text, i)) {
          return true;
        }
        if (i < text.length() && text.charAt(i) == '/') {
          return false;
        }
      }
      return false;
    }
    boolean same =
        t < text.length() && (c == text.charAt(t) || (c == '?' && text.charAt(t) != '/'));
    return same && matches(pattern, p + 1, text, t + 1);
  }
}
