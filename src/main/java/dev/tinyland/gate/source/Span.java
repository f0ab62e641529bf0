package dev.tinyland.gate.source;

import java.util.Objects;

/**
 * A place in a file: 1-based lines and columns, columns in Unicode code points, the end exclusive.
 *
 * @param path the file as the report names it
 */
public record Span(String path, int line, int column, int endLine, int endColumn)
    implements Comparable<Span> {
  public Span {
    Objects.requireNonNull(path, "path");
    if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
      throw new IllegalArgumentException(
          "not a span: %s:%d:%d-%d:%d".formatted(path, line, column, endLine, endColumn));
    }
  }

  /** An empty span at one place. */
  public static Span at(String path, int line, int column) {
    return new Span(path, line, column, line, column);
  }

  /** The smallest span that covers both; they must lie in one file. */
  public Span to(Span other) {
    boolean otherEndsLater =
        other.endLine > endLine || (other.endLine == endLine && other.endColumn > endColumn);
    return otherEndsLater ? new Span(path, line, column, other.endLine, other.endColumn) : this;
  }

  @Override
  public int compareTo(Span other) {
    // Written out: a chain of comparators costs more at start-up than all the rest of this class.
    int byPath = path.compareTo(other.path);
    if (byPath != 0) {
      return byPath;
    }
    if (line != other.line) {
      return Integer.compare(line, other.line);
    }
    if (column != other.column) {
      return Integer.compare(column, other.column);
    }
    return endLine != other.endLine
        ? Integer.compare(endLine, other.endLine)
        : Integer.compare(endColumn, other.endColumn);
  }

  @Override
  public String toString() {
    return path + ":" + line + ":" + column;
  }
}
