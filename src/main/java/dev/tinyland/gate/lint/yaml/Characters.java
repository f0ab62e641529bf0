package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds characters that YAML forbids, or that GitHub's reader and other readers see differently.
 *
 * <p>The parser would stop at the first of them, some lines before or after it. It gets a harmless
 * character of the same width in their place, so that nothing after a stray control character can
 * hide from the checks.
 */
final class Characters {
  private static final int MAX_REPORTS = 20;
  private static final char REPLACEMENT = '\uFFFD';

  private Characters() {}

  /** The text that can be parsed, of the same length; the same string when nothing is wrong. */
  static String check(SourceFile file, List<Problem> problems) {
    String text = file.text();
    int length = text.length();
    int index = 0;
    while (index < length && isOrdinary(text.charAt(index))) {
      index++;
    }
    return index == length ? text : slowCheck(file, index, problems);
  }

  private static boolean isOrdinary(char c) {
    return c < 0x7F
        ? c >= ' ' || c == '\n' || c == '\r' || c == '\t'
        : c >= 0xA0
            && c != 0x2028
            && c != 0x2029
            && c < 0xFE00
            && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
  }

  private static String slowCheck(SourceFile file, int from, List<Problem> problems) {
    String text = file.text();
    char[] masked = text.toCharArray();
    int reports = 0;
    boolean changed = false;
    for (int i = from; i < masked.length; i++) {
      char c = masked[i];
      if (isOrdinary(c) || (c == '\uFEFF' && i == 0)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < masked.length
          && Character.isLowSurrogate(masked[i + 1])) {
        i++;
        continue;
      }
      String message = complaint(c);
      if (message == null) {
        continue;
      }
      if (isForbidden(c)) {
        masked[i] = REPLACEMENT;
        changed = true;
      }
      reports++;
      if (reports <= MAX_REPORTS) {
        problems.add(new Problem(file.span(i, i + 1), message));
      }
    }
    return changed ? new String(masked) : text;
  }

  private static boolean isForbidden(char c) {
    return (c < 0xA0 && c != '\u0085') || Character.isSurrogate(c) || c >= 0xFFFE;
  }

  private static @Nullable String complaint(char c) {
    String name = "U+" + hex(c);
    if (isForbidden(c)) {
      return "the control character " + name + " is not allowed in YAML";
    }
    return switch (c) {
      case '\u0085', '\u2028', '\u2029' ->
          "the character "
              + name
              + " ends a line for GitHub but not for most editors and tools; remove it";
      case '\uFEFF' -> "a byte order mark (" + name + ") stands within the file; remove it";
      default -> null;
    };
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "0".repeat(4 - digits.length()) + digits;
  }
}
