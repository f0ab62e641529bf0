package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads words: quotes, backslashes, and the places where the shell substitutes. */
final class WordReader {
  private final Cursor cursor;
  private final DollarReader dollar;

  WordReader(Cursor cursor, ShellParser parser) {
    this.cursor = cursor;
    this.dollar = new DollarReader(cursor, this, parser);
  }

  /** The word here; without parts where there is none. */
  Word word() {
    int start = cursor.position;
    PartList parts = new PartList(cursor);
    int groups = 0;
    while (!cursor.atEnd()) {
      int c = cursor.peek();
      if (groups > 0 && (c == '|' || c == ' ' || c == '(' || c == ')')) {
        groups += c == '(' ? 1 : c == ')' ? -1 : 0;
        parts.take(false);
      } else if (c == '(' && groups < Cursor.DEEPEST && opensPatternGroup(start)) {
        groups++;
        parts.take(false);
      } else if ((c == '<' || c == '>') && cursor.peek(1) == '(') {
        parts.flush();
        if (!dollar.processSubstitution(parts)) {
          break;
        }
      } else if (cursor.delimiterAt(cursor.position)) {
        break;
      } else {
        piece(parts, '\0');
      }
    }
    return finish(parts, start);
  }

  /** The right side of {@code =~}: parentheses and bars belong to it. */
  Word regex() {
    int start = cursor.position;
    PartList parts = new PartList(cursor);
    int groups = 0;
    while (!cursor.atEnd() && cursor.lineBreak() == 0) {
      int c = cursor.peek();
      if (groups == 0 && (c == ' ' || c == '\t' || c == ')' || c == ';')) {
        break;
      }
      if (groups == 0 && cursor.at("&&")) {
        break;
      }
      groups += c == '(' ? 1 : c == ')' ? -1 : 0;
      piece(parts, '\0');
    }
    return finish(parts, start);
  }

  /** Everything up to a closing character that is not quoted; stands before it, or at the end. */
  Word until(char close, boolean quoted) {
    int start = cursor.position;
    PartList parts = new PartList(cursor);
    while (!cursor.atEnd() && cursor.peek() != close) {
      if (quoted) {
        quotedPiece(parts, true);
      } else {
        piece(parts, close);
      }
    }
    return finish(parts, start);
  }

  /**
   * Text that is not split into words: an arithmetic expression, the body of a here-document.
   *
   * @param end the index where it ends; the cursor stands there afterwards
   * @param fixed whether only the fences of GitHub's templates are replaced in it
   */
  Word data(int end, boolean fixed) {
    int start = cursor.position;
    int outerLimit = cursor.limit;
    cursor.limit = Math.min(end, outerLimit);
    PartList parts = new PartList(cursor);
    while (!cursor.atEnd()) {
      if (!fixed) {
        quotedPiece(parts, false);
      } else if (!dollar.fenceOrHole(parts, true)) {
        parts.take(true);
      }
    }
    parts.flush();
    cursor.limit = outerLimit;
    cursor.position = end;
    return finish(parts, start);
  }

  private Word finish(PartList parts, int start) {
    return new Word(parts.all(), cursor.from(start), cursor.to(cursor.position));
  }

  private boolean opensPatternGroup(int start) {
    if (cursor.position == start) {
      return false;
    }
    char before = cursor.text.charAt(cursor.position - 1);
    boolean operator =
        before == '@' || before == '?' || before == '*' || before == '+' || before == '!';
    return operator && cursor.peek(1) != ')' && closesOnThisLine();
  }

  private boolean closesOnThisLine() {
    int open = 0;
    int last = Math.min(cursor.limit, cursor.position + 500);
    for (int i = cursor.position; i < last; i++) {
      char c = cursor.text.charAt(i);
      if (c == '\n') {
        return false;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (open == 0) {
        return true;
      }
    }
    return false;
  }

  /** One character or construct outside quotes. */
  private void piece(PartList parts, char close) {
    int c = cursor.peek();
    if (dollar.fenceOrHole(parts, false)) {
      return;
    }
    switch (c) {
      case '\\' -> backslash(parts);
      case '\'' -> singleQuotes(parts);
      case '"' -> doubleQuotes(parts);
      case '`' -> dollar.backticks(parts, false);
      case '$' -> dollar.dollar(parts, false, close);
      default -> parts.take(false);
    }
  }

  private void backslash(PartList parts) {
    int lineBreak = cursor.lineBreakAt(cursor.position + 1);
    if (lineBreak > 0) {
      parts.flush();
      cursor.position += 1 + lineBreak;
    } else if (cursor.peek(1) < 0) {
      parts.take(false);
    } else {
      escaped(parts);
    }
  }

  private void escaped(PartList parts) {
    parts.flush();
    int at = cursor.position;
    cursor.position += 2;
    parts.add(
        new WordPart.Literal(
            cursor.text.substring(at + 1, at + 2),
            true,
            cursor.from(at),
            cursor.to(cursor.position)));
  }

  private void singleQuotes(PartList parts) {
    parts.flush();
    int open = cursor.position;
    cursor.position++;
    int before = parts.count();
    while (!cursor.atEnd() && cursor.peek() != '\'') {
      if (!dollar.fenceOrHole(parts, true)) {
        parts.take(true);
      }
    }
    close(parts, open, before);
  }

  void doubleQuotes(PartList parts) {
    parts.flush();
    int open = cursor.position;
    cursor.position++;
    int before = parts.count();
    while (!cursor.atEnd() && cursor.peek() != '"') {
      quotedPiece(parts, true);
    }
    close(parts, open, before);
  }

  private void close(PartList parts, int open, int before) {
    parts.flush();
    if (cursor.atEnd()) {
      cursor.resume(open, "a quote that is not closed");
      return;
    }
    if (parts.count() == before) {
      parts.add(
          new WordPart.Literal(
              "", true, cursor.from(cursor.position), cursor.from(cursor.position)));
    }
    cursor.position++;
  }

  /** One character or construct inside double quotes or a here-document. */
  private void quotedPiece(PartList parts, boolean doubleQuotes) {
    if (dollar.fenceOrHole(parts, true)) {
      return;
    }
    int c = cursor.peek();
    if (c == '\\') {
      int next = cursor.peek(1);
      int lineBreak = cursor.lineBreakAt(cursor.position + 1);
      if (lineBreak > 0) {
        parts.flush();
        cursor.position += 1 + lineBreak;
      } else if (next == '$' || next == '`' || next == '\\' || (next == '"' && doubleQuotes)) {
        escaped(parts);
      } else {
        parts.take(true);
      }
    } else if (c == '`') {
      dollar.backticks(parts, true);
    } else if (c == '$') {
      dollar.dollar(parts, true, '\0');
    } else {
      parts.take(true);
    }
  }

  /** {@code $'…'}, at the dollar. */
  void ansiQuotes(PartList parts) {
    parts.flush();
    int open = cursor.position;
    cursor.position += 2;
    int before = parts.count();
    while (!cursor.atEnd() && cursor.peek() != '\'') {
      if (dollar.fenceOrHole(parts, true)) {
        continue;
      }
      if (cursor.peek() != '\\' || cursor.peek(1) < 0) {
        parts.take(true);
        continue;
      }
      parts.flush();
      int at = cursor.position;
      StringBuilder decoded = new StringBuilder();
      cursor.position = Escapes.decode(cursor.text, at, cursor.limit, decoded);
      parts.add(
          new WordPart.Literal(
              decoded.toString(), true, cursor.from(at), cursor.to(cursor.position)));
    }
    close(parts, open, before);
  }

  /** The elements of {@code (…)} after an array's {@code =}, at the parenthesis. */
  List<Word> elements() {
    int open = cursor.position;
    cursor.position++;
    List<Word> words = new ArrayList<>();
    while (true) {
      cursor.skipBlanks();
      if (cursor.atEnd()) {
        cursor.resume(open, "an array that is not closed");
        return words;
      }
      int lineBreak = cursor.lineBreak();
      if (lineBreak > 0) {
        cursor.position += lineBreak;
        continue;
      }
      if (cursor.peek() == ')') {
        cursor.position++;
        return words;
      }
      Word word = word();
      if (word.parts().isEmpty()) {
        cursor.trouble(cursor.position, "an operator inside an array");
        cursor.position++;
      } else {
        words.add(word);
      }
    }
  }

  /** Where the first of the two closing parentheses of an arithmetic command stands, or -1. */
  int arithmeticEnd(int from) {
    return dollar.arithmeticEnd(from);
  }
}
