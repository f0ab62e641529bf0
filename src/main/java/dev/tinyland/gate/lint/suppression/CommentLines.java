package dev.tinyland.gate.lint.suppression;

import dev.tinyland.gate.source.SourceFile;

/** Where a comment begins and ends in a line, and which lines one that stands alone is about. */
final class CommentLines {
  private static final String HTML_OPEN = "<!--";
  private static final String HTML_CLOSE = "-->";

  private final SourceFile file;
  private final boolean html;

  CommentLines(SourceFile file) {
    this.file = file;
    html = file.path().endsWith(".md") || file.path().endsWith(".markdown");
  }

  /** Lines from first to last. */
  record Range(int first, int last) {}

  /**
   * Where the comment opens whose first word stands at the index; -1 where that is in no comment.
   */
  int opener(String line, int at) {
    int end = at;
    while (end > 0 && isBlank(line.charAt(end - 1))) {
      end--;
    }
    if (html) {
      int start = end - HTML_OPEN.length();
      // Behind a backtick it is shown to the reader.
      boolean shown = start > 0 && line.charAt(start - 1) == '`';
      return line.startsWith(HTML_OPEN, start) && !shown ? start : -1;
    }
    int start = end;
    while (start > 0 && line.charAt(start - 1) == '#') {
      start--;
    }
    boolean opens = start < end && (start == 0 || isBlank(line.charAt(start - 1)));
    return opens && !isQuoted(line, start) ? start : -1;
  }

  /** Whether the line of a page stands in a fence, where a comment is shown to the reader. */
  boolean isShown(int number) {
    String fence = "";
    for (int i = 1; html && i < number; i++) {
      String text = unquoted(file.line(i));
      if (fence.isEmpty()) {
        fence = fence(text);
      } else if (text.startsWith(fence)) {
        fence = "";
      }
    }
    return !fence.isEmpty();
  }

  /** The backticks or tildes that open a fence, or nothing. */
  private static String fence(String text) {
    int end = 0;
    while (end < text.length()
        && (text.charAt(0) == '`' || text.charAt(0) == '~')
        && text.charAt(end) == text.charAt(0)) {
      end++;
    }
    return end < 3 || text.indexOf('`', end) >= 0 ? "" : text.substring(0, end);
  }

  /** Where the comment ends that holds the index. */
  int end(String line, int at) {
    int end = html ? line.indexOf(HTML_CLOSE, at) : -1;
    end = end < 0 ? line.length() : end;
    while (end > at && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Whether nothing stands in front of the comment but what quotes or lists a line of Markdown. */
  boolean isAlone(String line, int opener) {
    return unquoted(line.substring(0, opener)).isEmpty();
  }

  /**
   * The lines that a comment on the line is about: the next one that is no comment, and what
   * belongs to it where that is a step, a script or a fence. An empty line parts them, but in
   * Markdown, where formatters put one.
   */
  Range below(int line) {
    int next = line + 1;
    while (next <= file.lineCount() && isPassedOver(file.line(next))) {
      next++;
    }
    String text = unquoted(file.line(next));
    if (text.isEmpty()) {
      return new Range(next, next);
    }
    if (html) {
      String fence = fence(text);
      return new Range(next, fence.isEmpty() ? next : closing(next, fence));
    }
    boolean holdsMore = text.startsWith("- ") || text.equals("-") || text.startsWith("run:");
    return new Range(next, holdsMore ? lastWithin(next) : next);
  }

  private boolean isPassedOver(String line) {
    String text = unquoted(line);
    return html
        ? text.isEmpty() || (text.startsWith(HTML_OPEN) && text.endsWith(HTML_CLOSE))
        : text.startsWith("#");
  }

  /** The last line that is indented further than the given one. */
  private int lastWithin(int line) {
    int indentation = indentation(file.line(line));
    int last = line;
    for (int i = line + 1; i <= file.lineCount(); i++) {
      String text = file.line(i);
      if (!text.isBlank()) {
        if (indentation(text) <= indentation) {
          break;
        }
        last = i;
      }
    }
    return last;
  }

  private int closing(int opening, String fence) {
    for (int i = opening + 1; i <= file.lineCount(); i++) {
      if (unquoted(file.line(i)).startsWith(fence)) {
        return i;
      }
    }
    return file.lineCount();
  }

  private String unquoted(String line) {
    int start = 0;
    while (start < line.length()
        && (isBlank(line.charAt(start)) || (html && line.charAt(start) == '>'))) {
      start++;
    }
    return line.substring(start).stripTrailing();
  }

  private static int indentation(String line) {
    int blanks = 0;
    while (blanks < line.length() && isBlank(line.charAt(blanks))) {
      blanks++;
    }
    return blanks;
  }

  /** Whether a quote is open at the index; the apostrophe of a word is none. */
  private static boolean isQuoted(String line, int at) {
    char open = 0;
    for (int i = 0; i < at; i++) {
      char c = line.charAt(i);
      boolean apostrophe =
          c == '\'' && open == 0 && i > 0 && Character.isLetterOrDigit(line.charAt(i - 1));
      if (open != 0) {
        open = c == open ? 0 : open;
      } else if ((c == '"' || c == '\'') && !apostrophe) {
        open = c;
      }
    }
    return open != 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
