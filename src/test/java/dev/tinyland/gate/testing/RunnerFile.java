package dev.tinyland.gate.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a file of {@code name=value} and heredocs as the runner does (actions/runner, {@code
 * FileCommandManager.cs}): whichever of {@code =} and {@code <<} comes first in a line decides.
 */
public final class RunnerFile {
  private RunnerFile() {}

  /**
   * @throws IllegalArgumentException where the step would fail, in the runner's words
   */
  public static Map<String, String> read(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at);
      String line = text.substring(at, end);
      at = Math.min(end + 1, text.length());
      if (line.isEmpty()) {
        continue;
      }
      int equals = line.indexOf('=');
      int heredoc = line.indexOf("<<");
      if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
        values.put(name(line, line.substring(0, equals)), line.substring(equals + 1));
        continue;
      }
      if (heredoc < 0) {
        throw new IllegalArgumentException("Invalid format '" + line + "'");
      }
      String delimiter = name(line, line.substring(heredoc + 2));
      StringBuilder value = new StringBuilder();
      boolean first = true;
      while (true) {
        if (at >= text.length()) {
          throw new IllegalArgumentException(
              "Invalid value. Matching delimiter not found '" + delimiter + "'");
        }
        int next = end(text, at);
        String part = text.substring(at, next);
        at = Math.min(next + 1, text.length());
        if (part.equals(delimiter)) {
          break;
        }
        value.append(first ? "" : "\n").append(part);
        first = false;
      }
      values.put(name(line, line.substring(0, heredoc)), value.toString());
    }
    return values;
  }

  private static int end(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static String name(String line, String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid format '" + line + "'. Name must not be empty and delimiter must not be empty");
    }
    return name;
  }
}
