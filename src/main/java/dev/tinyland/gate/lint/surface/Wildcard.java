package dev.tinyland.gate.lint.surface;

import java.util.List;
import java.util.Locale;

/** Text patterns of the knowledge base: {@code *} is any text, case does not matter. */
final class Wildcard {
  private Wildcard() {}

  static boolean matches(String pattern, String text) {
    return matches(pattern.toLowerCase(Locale.ROOT), 0, text.toLowerCase(Locale.ROOT), 0);
  }

  static boolean matchesAny(List<String> patterns, String text) {
    for (String pattern : patterns) {
      if (matches(pattern, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, int p, String text, int t) {
    int star = pattern.indexOf('*', p);
    if (star < 0) {
      return text.length() - t == pattern.length() - p && text.startsWith(pattern.substring(p), t);
    }
    if (!text.startsWith(pattern.substring(p, star), t)) {
      return false;
    }
    for (int next = t + star - p; next <= text.length(); next++) {
      if (matches(pattern, star + 1, text, next)) {
        return true;
      }
    }
    return false;
  }

  /** The longest fixed part of a pattern. */
  static String longestPart(String pattern) {
    String longest = "";
    int start = 0;
    while (start <= pattern.length()) {
      int star = pattern.indexOf('*', start);
      int end = star < 0 ? pattern.length() : star;
      if (end - start > longest.length()) {
        longest = pattern.substring(start, end);
      }
      start = end + 1;
    }
    return longest;
  }
}
