package dev.tinyland.gate.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * A text file with its path as the report names it: relative to the scanned root, with {@code /}.
 *
 * <p>Offsets are UTF-16 indexes into {@link #text()}; lines and columns are 1-based and columns
 * count Unicode code points, as SARIF's {@code unicodeCodePoints} does. A line ends at {@code \n},
 * {@code \r\n} or a lone {@code \r}.
 */
public final class SourceFile {
  private final String path;
  private final String text;
  private int[] lineStarts = new int[0];

  public SourceFile(String path, String text) {
    this.path = Objects.requireNonNull(path, "path");
    this.text = Objects.requireNonNull(text, "text");
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  public int lineCount() {
    return lineStarts().length;
  }

  /** The 1-based line that holds the offset; an offset past the end belongs to the last line. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The 1-based column of the offset within its line, in code points. */
  public int columnAt(int offset) {
    int start = lineStarts()[lineAt(offset) - 1];
    return text.codePointCount(start, Math.min(Math.max(offset, start), text.length())) + 1;
  }

  /**
   * The offset of a 1-based line and a column in code points; what lies outside is moved to the
   * nearest place in the file.
   */
  public int offsetAt(int line, int column) {
    int[] starts = lineStarts();
    if (line > starts.length) {
      return text.length();
    }
    int start = starts[Math.max(line, 1) - 1];
    int end = line < starts.length ? starts[Math.max(line, 1)] : text.length();
    int points = Math.min(Math.max(column, 1) - 1, text.codePointCount(start, end));
    return text.offsetByCodePoints(start, points);
  }

  /** The span from one offset to another, the end exclusive. */
  public Span span(int start, int end) {
    return new Span(path, lineAt(start), columnAt(start), lineAt(end), columnAt(end));
  }

  /** The text of a 1-based line without its line break; empty for a line that does not exist. */
  public String line(int number) {
    int[] starts = lineStarts();
    if (number < 1 || number > starts.length) {
      return "";
    }
    int start = starts[number - 1];
    int end = number < starts.length ? starts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      lineStarts = findLineStarts(text);
    }
    return lineStarts;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
