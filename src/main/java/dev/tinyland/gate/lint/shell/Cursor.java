package dev.tinyland.gate.lint.shell;

import dev.tinyland.gate.lint.expression.Fences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a source, with what readers of all levels share. */
final class Cursor {
  /** Deeper nesting is not followed. */
  static final int DEEPEST = 200;

  /** How often reading may go back after a quote that never ends; bounds the total work. */
  private static final int MOST_RETURNS = 32;

  private static final int MOST_OPEN_FENCES = 64;

  final ShellSource source;
  final String text;
  final Troubles troubles;
  final List<HereDocument> pending = new ArrayList<>();
  int position;
  int limit;
  int depth;
  private int returns;
  private int openFences;
  private @Nullable Map<String, List<Integer>> exactLines;
  private @Nullable Map<String, List<Integer>> strippedLines;

  Cursor(ShellSource source, Troubles troubles, int depth) {
    this.source = source;
    this.text = source.text();
    this.troubles = troubles;
    this.depth = depth;
    this.limit = text.length();
  }

  boolean atEnd() {
    return position >= limit;
  }

  /** The character here, or -1 at the end. */
  int peek() {
    return position < limit ? text.charAt(position) : -1;
  }

  int peek(int ahead) {
    return position + ahead < limit ? text.charAt(position + ahead) : -1;
  }

  boolean at(String expected) {
    return position + expected.length() <= limit && text.startsWith(expected, position);
  }

  /** The length of a line break here: 0 where there is none. */
  int lineBreak() {
    return lineBreakAt(position);
  }

  int lineBreakAt(int index) {
    if (index >= limit) {
      return 0;
    }
    char c = text.charAt(index);
    if (c == '\n') {
      return 1;
    }
    return c == '\r' && index + 1 < limit && text.charAt(index + 1) == '\n' ? 2 : 0;
  }

  /** Whether a word, operator or keyword ends before the index. */
  boolean delimiterAt(int index) {
    if (index >= limit || lineBreakAt(index) > 0) {
      return true;
    }
    return switch (text.charAt(index)) {
      case ' ', '\t', ';', '&', '|', '(', ')', '<', '>' -> true;
      default -> false;
    };
  }

  /** Skips blanks, continued lines and a comment; stays on the line. */
  void skipBlanks() {
    while (!atEnd()) {
      int c = peek();
      if (c == ' ' || c == '\t') {
        position++;
      } else if (c == '\\' && lineBreakAt(position + 1) > 0) {
        position += 1 + lineBreakAt(position + 1);
      } else if (c == '#' && source.hole(position) == null) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    while (!atEnd() && lineBreak() == 0) {
      Fences.Fence fence = peek() == '$' ? fence() : null;
      position = fence == null ? position + 1 : fence.end();
    }
  }

  /** The closed fence that opens here within the limit, or {@code null}. */
  Fences.@Nullable Fence fence() {
    if (!at("${{") || openFences > MOST_OPEN_FENCES) {
      return null;
    }
    Fences.Fence fence = Fences.fenceAt(text, position);
    if (!fence.closed() || fence.end() > limit) {
      openFences++;
      trouble(position, "an expression that is not closed");
      return null;
    }
    return fence;
  }

  int from(int index) {
    return source.start(index);
  }

  int to(int index) {
    return source.end(index);
  }

  void trouble(int index, String message) {
    troubles.add(from(index), message);
  }

  /** Goes on after the line on which something began that never ends. */
  void resume(int opened, String message) {
    trouble(opened, message);
    returns++;
    if (returns > MOST_RETURNS) {
      position = limit;
      return;
    }
    int end = opened;
    while (end < limit && text.charAt(end) != '\n') {
      end++;
    }
    position = end;
  }

  /** Goes back to an index to read it in another way; does nothing once that was done too often. */
  void goBack(int index) {
    returns++;
    if (returns <= MOST_RETURNS) {
      position = index;
    }
  }

  /** One level deeper, or false (with a trouble) where that is too deep. */
  boolean enter() {
    if (depth >= DEEPEST) {
      trouble(position, "nested too deeply");
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** The start of the first line at or after an index that is the delimiter, or -1. */
  int lineThatIs(String delimiter, boolean stripTabs, int from) {
    Map<String, List<Integer>> lines = stripTabs ? strippedLines : exactLines;
    if (lines == null) {
      lines = indexLines(text, stripTabs);
      if (stripTabs) {
        strippedLines = lines;
      } else {
        exactLines = lines;
      }
    }
    List<Integer> found = lines.get(delimiter);
    if (found == null) {
      return -1;
    }
    int low = 0;
    int high = found.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (found.get(middle) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < found.size() && found.get(low) < limit ? found.get(low) : -1;
  }

  private static Map<String, List<Integer>> indexLines(String text, boolean stripTabs) {
    Map<String, List<Integer>> index = new HashMap<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int stop = newline < 0 ? text.length() : newline;
      int next = stop + 1;
      if (stop > start && text.charAt(stop - 1) == '\r') {
        stop--;
      }
      int first = start;
      while (stripTabs && first < stop && text.charAt(first) == '\t') {
        first++;
      }
      index.computeIfAbsent(text.substring(first, stop), key -> new ArrayList<>()).add(start);
      start = next;
    }
    return index;
  }
}
