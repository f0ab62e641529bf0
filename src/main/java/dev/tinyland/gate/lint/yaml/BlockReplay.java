package dev.tinyland.gate.lint.yaml;

/** Reads literal and folded block scalars again, line by line. */
final class BlockReplay {
  private final PlaceWriter writer;
  private final String text;
  private final int end;
  private final int indent;

  private BlockReplay(PlaceWriter writer, String text, int end, int indent) {
    this.writer = writer;
    this.text = text;
    this.end = end;
    this.indent = indent;
  }

  /**
   * Whether the text gives the writer's value.
   *
   * @param start the offset of the {@code |} or {@code >}
   * @param end the offset after the last line that holds text
   */
  static boolean replay(
      PlaceWriter writer, String text, int start, int end, boolean folded, String value) {
    int header = ScalarPlaces.endOfLine(text, start, text.length());
    int first = header + ScalarPlaces.breakLength(text, header, text.length());
    int indent = indent(text, first, value);
    if (indent < 0) {
      return value.isEmpty();
    }
    BlockReplay replay = new BlockReplay(writer, text, end, indent);
    return folded ? replay.folded(first) : replay.literal(first);
  }

  /**
   * The columns that are no content: what the first line with text has in front of it more than the
   * value has. This holds for automatic and for explicit indentation alike.
   */
  private static int indent(String text, int first, String value) {
    int valueSpaces = 0;
    int at = 0;
    while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\n')) {
      valueSpaces = value.charAt(at) == ' ' ? valueSpaces + 1 : 0;
      at++;
    }
    if (at == value.length()) {
      // A value of line feeds alone has no column of its own; one of blanks we do not map.
      return value.indexOf(' ') < 0 ? Integer.MAX_VALUE : -1;
    }
    int spaces = 0;
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        spaces++;
      } else if (c == '\n' || c == '\r') {
        spaces = 0;
      } else {
        return spaces - valueSpaces;
      }
    }
    return -1;
  }

  /**
   * Where the content of the line starts: after the indentation, or at the end if it is shorter.
   */
  private int contentOf(int line) {
    int at = line;
    while (at < text.length() && at - line < indent && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private boolean literal(int first) {
    int line = first;
    while (!writer.isComplete() && line <= text.length()) {
      int content = contentOf(line);
      int lineEnd = ScalarPlaces.endOfLine(text, content, text.length());
      int next = lineEnd + ScalarPlaces.breakLength(text, lineEnd, text.length());
      if (!writer.copy(content, lineEnd)) {
        return false;
      }
      if (!writer.isComplete() && !writer.put('\n', lineEnd, next)) {
        return false;
      }
      if (next == lineEnd) {
        return true;
      }
      line = next;
    }
    return true;
  }

  private boolean folded(int first) {
    int line = first;
    boolean afterText = false;
    while (!writer.isComplete() && line < end) {
      int content = contentOf(line);
      int lineEnd = ScalarPlaces.endOfLine(text, content, text.length());
      int next = lineEnd + ScalarPlaces.breakLength(text, lineEnd, text.length());
      if (content == lineEnd) {
        // Reached only in front of the first text; between texts the blank lines are part of a
        // fold.
        if (!writer.put('\n', lineEnd, next)) {
          return false;
        }
        line = next;
        continue;
      }
      if (!writer.copy(content, lineEnd)) {
        return false;
      }
      afterText = true;
      line = fold(content, lineEnd, next);
      if (line < 0) {
        return false;
      }
    }
    return afterText ? trailing(line) : trailing(first);
  }

  /**
   * Folds the break after a line with text and the blank lines that follow it.
   *
   * @return the start of the next line with text, or of the tail; negative if the value differs
   */
  private int fold(int content, int lineEnd, int next) {
    int line = next;
    int blankLines = 0;
    while (line < end) {
      int at = contentOf(line);
      if (ScalarPlaces.breakLength(text, at, text.length()) == 0) {
        break;
      }
      blankLines++;
      line = at + ScalarPlaces.breakLength(text, at, text.length());
    }
    if (line >= end) {
      return lineEnd;
    }
    boolean folds = isText(content) && isText(contentOf(line));
    if (folds && blankLines == 0) {
      return writer.put(' ', lineEnd, contentOf(line)) ? line : -1;
    }
    if (!folds && !writer.put('\n', lineEnd, next)) {
      return -1;
    }
    return blankLines(next, line) ? line : -1;
  }

  private boolean isText(int content) {
    return text.charAt(content) != ' ' && text.charAt(content) != '\t';
  }

  private boolean blankLines(int from, int to) {
    int line = from;
    while (line < to) {
      int at = contentOf(line);
      int next = at + ScalarPlaces.breakLength(text, at, text.length());
      if (!writer.put('\n', at, next)) {
        return false;
      }
      line = next;
    }
    return true;
  }

  /** The line feeds that chomping left at the end. */
  private boolean trailing(int from) {
    int line = from;
    while (!writer.isComplete()) {
      int at = contentOf(line);
      int next = at + ScalarPlaces.breakLength(text, at, text.length());
      if (!writer.put('\n', at, next)) {
        return false;
      }
      if (next == at) {
        return true;
      }
      line = next;
    }
    return true;
  }
}
