package dev.tinyland.gate.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a step wrote to {@code GITHUB_OUTPUT}, {@code GITHUB_ENV} or {@code GITHUB_STATE} with
 * the runner's grammar. On Linux a line ends at a line feed alone, and nothing is stripped.
 */
public final class FileCommandReader {
  private final String text;
  private int index;

  private FileCommandReader(String text) {
    this.text = text;
  }

  /**
   * Adds the pairs of a file to {@code pairs}, in order; those before an error are kept, as the
   * runner keeps them.
   *
   * @return what the runner says to a file that it cannot read, or null
   */
  public static @Nullable String read(String text, Map<String, String> pairs) {
    return new FileCommandReader(text).readAll(pairs);
  }

  /**
   * The pairs of a file that is in order.
   *
   * @throws IllegalArgumentException where the step would fail, in the runner's words
   */
  public static Map<String, String> read(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    String error = read(text, pairs);
    if (error != null) {
      throw new IllegalArgumentException(error);
    }
    return pairs;
  }

  private @Nullable String readAll(Map<String, String> pairs) {
    while (index < text.length()) {
      String line = line();
      if (line.isEmpty()) {
        continue;
      }
      int equals = line.indexOf('=');
      int heredoc = line.indexOf("<<");
      if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
        String delimiter = line.substring(heredoc + 2);
        if (heredoc == 0 || delimiter.isEmpty()) {
          return "Invalid format '"
              + line
              + "'. Name must not be empty and delimiter must not be empty";
        }
        int start = index;
        int end = endOfValue(delimiter);
        if (end < 0) {
          return end == NO_DELIMITER
              ? "Invalid value. Matching delimiter not found '" + delimiter + "'"
              : "Invalid value. EOF marker missing new line.";
        }
        pairs.put(line.substring(0, heredoc), end > start ? text.substring(start, end) : "");
      } else if (equals > 0) {
        pairs.put(line.substring(0, equals), line.substring(equals + 1));
      } else if (equals == 0) {
        return "Invalid format '" + line + "'. Name must not be empty";
      } else {
        return "Invalid format '" + line + "'";
      }
    }
    return null;
  }

  private static final int NO_DELIMITER = -1;
  private static final int NO_LINE_FEED = -2;

  /** Where the value ends, before its last line feed; moves behind the delimiter. */
  private int endOfValue(String delimiter) {
    int end = index;
    while (true) {
      if (index >= text.length()) {
        return NO_DELIMITER;
      }
      String line = line();
      if (line.equals(delimiter)) {
        return end;
      }
      if (text.charAt(index - 1) != '\n') {
        return NO_LINE_FEED;
      }
      end = index - 1;
    }
  }

  private String line() {
    int start = index;
    int end = text.indexOf('\n', start);
    index = end < 0 ? text.length() : end + 1;
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
