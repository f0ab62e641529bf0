package dev.tinyland.gate.lint.shell;

import dev.tinyland.gate.lint.expression.Fences;
import org.jspecify.annotations.Nullable;

/** Reads what begins with a dollar sign, and backticks. */
final class DollarReader {
  private final Cursor cursor;
  private final WordReader words;
  private final ShellParser parser;

  DollarReader(Cursor cursor, WordReader words, ShellParser parser) {
    this.cursor = cursor;
    this.words = words;
    this.parser = parser;
  }

  /** Takes a fence or a hole of the source if there is one here. */
  boolean fenceOrHole(PartList parts, boolean quoted) {
    WordPart hole = cursor.source.hole(cursor.position);
    if (hole != null) {
      parts.flush();
      parts.add(quoted ? Parts.quoted(hole) : hole);
      cursor.position++;
      return true;
    }
    Fences.Fence fence = cursor.peek() == '$' ? cursor.fence() : null;
    if (fence == null) {
      return false;
    }
    parts.flush();
    int start = cursor.position;
    cursor.position = fence.end();
    parts.add(
        new WordPart.Expression(
            fence.expression(cursor.text), quoted, cursor.from(start), cursor.to(cursor.position)));
    return true;
  }

  /** What begins with the dollar here; the dollar itself where nothing does. */
  void dollar(PartList parts, boolean quoted, char close) {
    int next = cursor.peek(1);
    if (next == '{') {
      braces(parts, quoted);
    } else if (next == '(') {
      if (!arithmetic(parts, quoted) && !substitution(parts, quoted)) {
        parts.take(quoted);
      }
    } else if (next == '\'' && !quoted && close != '\'') {
      words.ansiQuotes(parts);
    } else if (next == '"' && !quoted) {
      parts.flush();
      cursor.position++;
      words.doubleQuotes(parts);
    } else if (next >= 0 && (Parts.isNameStart((char) next) || isSpecial((char) next))) {
      variable(parts, quoted);
    } else {
      parts.take(quoted);
    }
  }

  private static boolean isSpecial(char c) {
    return (c >= '0' && c <= '9')
        || c == '@'
        || c == '*'
        || c == '#'
        || c == '?'
        || c == '-'
        || c == '$'
        || c == '!';
  }

  private void variable(PartList parts, boolean quoted) {
    parts.flush();
    int start = cursor.position;
    int end = nameEnd(start + 1);
    cursor.position = end;
    String name = cursor.text.substring(start + 1, end);
    parts.add(
        new WordPart.Variable(name, null, "", null, quoted, cursor.from(start), cursor.to(end)));
  }

  /** After a name, or after one special character. */
  private int nameEnd(int start) {
    int end = start;
    if (end < cursor.limit && !Parts.isNameStart(cursor.text.charAt(end))) {
      return end + 1;
    }
    while (end < cursor.limit && Parts.isNamePart(cursor.text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void braces(PartList parts, boolean quoted) {
    parts.flush();
    int open = cursor.position;
    if (!cursor.enter()) {
      parts.take(quoted);
      return;
    }
    cursor.position += 2;
    String operator = prefix();
    String name = name();
    Word index = cursor.peek() == '[' ? index() : null;
    Word operand = null;
    if (cursor.peek() != '}' && !cursor.atEnd()) {
      String written = operator();
      boolean pattern = !written.isEmpty() && "#%/^,".indexOf(written.charAt(0)) >= 0;
      operand = words.until('}', quoted && !pattern);
      operator = operator.isEmpty() ? written : operator;
    }
    cursor.leave();
    if (cursor.atEnd()) {
      cursor.resume(open, "an expansion that is not closed");
    } else {
      cursor.position++;
    }
    int end = Math.max(cursor.position, open + 1);
    parts.add(
        new WordPart.Variable(
            name, index, operator, operand, quoted, cursor.from(open), cursor.to(end)));
  }

  private String prefix() {
    int c = cursor.peek();
    int next = cursor.peek(1);
    boolean named = next >= 0 && (Parts.isNameStart((char) next) || isSpecial((char) next));
    if (c == '#' && named && cursor.peek(2) != -1 && next != '-' && next != '#' && next != '?') {
      cursor.position++;
      return "length";
    }
    if (c == '!' && named) {
      cursor.position++;
      return "indirect";
    }
    return "";
  }

  private String name() {
    int start = cursor.position;
    if (cursor.atEnd()) {
      return "";
    }
    char c = cursor.text.charAt(start);
    if (c >= '0' && c <= '9') {
      while (!cursor.atEnd() && cursor.peek() >= '0' && cursor.peek() <= '9') {
        cursor.position++;
      }
    } else if (Parts.isNameStart(c) || isSpecial(c)) {
      cursor.position = nameEnd(start);
    } else {
      cursor.trouble(start, "an expansion without a name");
    }
    return cursor.text.substring(start, cursor.position);
  }

  private @Nullable Word index() {
    cursor.position++;
    Word index = words.until(']', false);
    if (!cursor.atEnd()) {
      cursor.position++;
    }
    return index;
  }

  private String operator() {
    for (String known : OPERATORS) {
      if (cursor.at(known)) {
        cursor.position += known.length();
        return known;
      }
    }
    return "other";
  }

  private static final String[] OPERATORS = {
    ":-", ":=", ":?", ":+", ":", "##", "#", "%%", "%", "//", "/", "^^", "^", ",,", ",", "@", "-",
    "=", "?", "+"
  };

  /** {@code $((…))}; false where the parentheses do not fit. */
  private boolean arithmetic(PartList parts, boolean quoted) {
    if (cursor.peek(2) != '(' || cursor.depth >= Cursor.DEEPEST) {
      return false;
    }
    int end = arithmeticEnd(cursor.position + 3);
    if (end < 0 || !cursor.enter()) {
      return false;
    }
    parts.flush();
    int start = cursor.position;
    cursor.position += 3;
    Word inner = words.data(end, false);
    cursor.leave();
    cursor.position = end + 2;
    parts.add(
        new WordPart.Arithmetic(
            inner.parts(), quoted, cursor.from(start), cursor.to(cursor.position)));
    return true;
  }

  /** Where the first of two closing parentheses stands, or -1. */
  int arithmeticEnd(int from) {
    int open = 0;
    for (int i = from; i < cursor.limit; i++) {
      char c = cursor.text.charAt(i);
      if (c == '(') {
        open++;
      } else if (c == ')') {
        if (open == 0) {
          return i + 1 < cursor.limit && cursor.text.charAt(i + 1) == ')' ? i : -1;
        }
        open--;
      }
    }
    return -1;
  }

  private boolean substitution(PartList parts, boolean quoted) {
    if (!cursor.enter()) {
      return false;
    }
    parts.flush();
    int start = cursor.position;
    cursor.position += 2;
    ShellNode.Sequence body = parser.parenthesized(start);
    cursor.leave();
    parts.add(
        new WordPart.CommandSubstitution(
            body, quoted, cursor.from(start), cursor.to(cursor.position)));
    return true;
  }

  /** At {@code <(} or {@code >(}; false (and nothing read) where that is nested too deeply. */
  boolean processSubstitution(PartList parts) {
    if (!cursor.enter()) {
      return false;
    }
    int start = cursor.position;
    boolean output = cursor.peek() == '>';
    cursor.position += 2;
    ShellNode.Sequence body = parser.parenthesized(start);
    cursor.leave();
    parts.add(
        new WordPart.ProcessSubstitution(
            body, output, cursor.from(start), cursor.to(cursor.position)));
    return true;
  }

  /** At a backtick. */
  void backticks(PartList parts, boolean quoted) {
    parts.flush();
    int open = cursor.position;
    int close = open + 1;
    ShellSource.Builder inner = new ShellSource.Builder(cursor.from(open));
    while (close < cursor.limit && cursor.text.charAt(close) != '`') {
      int from = close;
      char c = cursor.text.charAt(close);
      if (c == '\\' && close + 1 < cursor.limit) {
        char next = cursor.text.charAt(close + 1);
        boolean removed = next == '`' || next == '\\' || next == '$' || (next == '"' && quoted);
        if (removed) {
          close++;
          c = next;
        }
      }
      close++;
      WordPart hole = cursor.source.hole(from);
      if (hole == null) {
        inner.appendAt(String.valueOf(c), cursor.from(from), cursor.to(close));
      } else {
        inner.appendHole(hole);
      }
    }
    if (close >= cursor.limit) {
      cursor.resume(open, "a backtick that is not closed");
    } else {
      cursor.position = close + 1;
    }
    if (!cursor.enter()) {
      return;
    }
    ShellNode.Sequence body =
        new ShellParser(inner.build(), cursor.troubles, cursor.depth).script();
    cursor.leave();
    parts.add(
        new WordPart.CommandSubstitution(
            body, quoted, cursor.from(open), cursor.to(Math.max(cursor.position, open + 1))));
  }
}
