package dev.tinyland.gate.lint.markdown;

import dev.tinyland.gate.lint.markdown.Part.Title;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a page at its headings. A parser looks at every line several times, and most sections of
 * most pages name nothing that matters: those need not be parsed. Where the lines alone leave a
 * doubt about what is a heading, the page is one part.
 */
final class Parts {
  /** Beginnings of HTML that goes on over blank lines. */
  private static final List<String> HTML =
      List.of("<!", "<?", "<pre", "<script", "<style", "<textarea");

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private final List<Title> open = new ArrayList<>();
  private List<Title> above = List.of();
  private int start;
  private boolean doubtful;

  /** The fence that is open: how many of its character, 0 for none. */
  private int fence;

  private char fenceMark;

  /** What stands in front of it on its line. */
  private String prefix = "";

  private Parts(String text) {
    this.text = text;
  }

  /** The parts in order; together they are the text. */
  static List<Part> of(String text) {
    Parts parts = new Parts(text);
    parts.cut();
    return parts.doubtful || parts.fence > 0
        ? List.of(new Part(0, text.length(), List.of()))
        : parts.parts;
  }

  private void cut() {
    boolean afterBlank = true;
    boolean html = false;
    int at = 0;
    while (at < text.length() && !doubtful) {
      int feed = text.indexOf('\n', at);
      int end = feed < 0 ? text.length() : feed;
      boolean blank = isBlank(at, end);
      if (!fenced(at, end, blank)) {
        // HTML ends with a blank line, and what looks like a heading in it is none.
        html = !blank && (html || text.charAt(at) == '<');
        int level = html ? 0 : level(at, end);
        if (level > 0) {
          enter(at, new Title(level, text.substring(at, end).strip()));
        }
        doubtful |= isOther(at, end, afterBlank);
        afterBlank = blank || level > 0;
      } else {
        afterBlank = fence == 0;
      }
      at = end + 1;
    }
    parts.add(new Part(start, text.length(), above));
  }

  private void enter(int at, Title title) {
    parts.add(new Part(start, at, above));
    start = at;
    while (!open.isEmpty() && open.getLast().level() >= title.level()) {
      open.removeLast();
    }
    above = List.copyOf(open);
    open.add(title);
  }

  /** Whether the line is a fence or between two. */
  private boolean fenced(int from, int to, boolean blank) {
    int at = from;
    while (at < to && isMark(text.charAt(at))) {
      at++;
    }
    int length = 0;
    while (at + length < to
        && (text.charAt(at) == '`' || text.charAt(at) == '~')
        && text.charAt(at + length) == text.charAt(at)) {
      length++;
    }
    boolean bare = isBlank(at + length, to);
    if (fence == 0) {
      if (length >= 3) {
        fence = length;
        fenceMark = text.charAt(at);
        prefix = text.substring(from, at);
        // `code` within three marks is a paragraph, if it is closed on the line.
        int closing = text.indexOf('`', at + length);
        doubtful |= closing >= 0 && closing < to;
      }
      return length >= 3;
    }
    if (!continues(from, to, blank)) {
      doubtful = true;
    } else if (length >= 3 && isSpaces(from + prefix.length(), at)) {
      if (bare && length >= fence && text.charAt(at) == fenceMark) {
        fence = 0;
      } else {
        doubtful |= !bare;
      }
    }
    return true;
  }

  /** Whether a line is still in the list and the quote that the fence was opened in. */
  private boolean continues(int from, int to, boolean blank) {
    if (blank) {
      return prefix.indexOf('>') < 0;
    }
    for (int i = 0; i < prefix.length(); i++) {
      char wanted = prefix.charAt(i) == '>' ? '>' : ' ';
      if (from + i >= to || text.charAt(from + i) != wanted) {
        return false;
      }
    }
    return true;
  }

  /** As many as may stand in front of a closing fence. */
  private boolean isSpaces(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != ' ') {
        return false;
      }
    }
    return to - from < 4;
  }

  /** Blanks, and the marks of quotes and lists. */
  private static boolean isMark(char c) {
    return c == ' '
        || c == '\t'
        || c == '>'
        || c == '-'
        || c == '*'
        || c == '+'
        || c == '.'
        || c == ')'
        || (c >= '0' && c <= '9');
  }

  /** The level of a heading that begins with the line, or 0. */
  private int level(int from, int to) {
    int level = 0;
    while (from + level < to && text.charAt(from + level) == '#') {
      level++;
    }
    boolean ends = from + level == to || " \t\r".indexOf(text.charAt(from + level)) >= 0;
    return level <= 6 && ends ? level : 0;
  }

  /**
   * What could hide a heading, or be one: HTML, a line that underlines another, an indented one.
   */
  private boolean isOther(int from, int to, boolean afterBlank) {
    if (from == to) {
      return false;
    }
    char first = text.charAt(from);
    if (first == '<') {
      for (String beginning : HTML) {
        if (text.startsWith(beginning, from)) {
          return true;
        }
      }
      return false;
    }
    if (first == ' ') {
      return isIndentedHeading(from, to);
    }
    if (afterBlank || (first != '=' && first != '-')) {
      return false;
    }
    int at = from;
    while (at < to && text.charAt(at) == first) {
      at++;
    }
    return isBlank(at, to);
  }

  private boolean isIndentedHeading(int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == ' ') {
      at++;
    }
    return at - from < 4 && level(at, to) > 0;
  }

  private boolean isBlank(int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) <= ' ') {
      at++;
    }
    return at == to;
  }
}
