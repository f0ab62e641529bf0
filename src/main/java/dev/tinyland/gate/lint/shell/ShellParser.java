package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the grammar of bash. A text that bash would refuse is read as well as it goes: a token that
 * does not fit is noted and skipped, never the commands around it.
 */
final class ShellParser {
  private static final String[] NO_STOPS = {};

  private final Cursor cursor;
  private final WordReader words;
  private final SimpleReader simple;
  private final CompoundReader compound;

  ShellParser(ShellSource source, Troubles troubles, int depth) {
    this.cursor = new Cursor(source, troubles, depth);
    this.words = new WordReader(cursor, this);
    this.simple = new SimpleReader(cursor, words);
    this.compound = new CompoundReader(cursor, words, this, simple);
  }

  /** Everything. */
  ShellNode.Sequence script() {
    return sequence(false, NO_STOPS);
  }

  /** Commands up to the parenthesis that closes the one before the cursor; reads that as well. */
  ShellNode.Sequence parenthesized(int opened) {
    ShellNode.Sequence body = sequence(true, NO_STOPS);
    if (cursor.peek() == ')') {
      cursor.position++;
    } else {
      cursor.trouble(opened, "a parenthesis that is not closed");
    }
    return body;
  }

  /** Commands up to one of the given keywords, which stays unread. */
  ShellNode.Sequence sequence(boolean parenthesis, String... stops) {
    int start = cursor.position;
    List<ShellNode> items = new ArrayList<>();
    while (true) {
      skipLines();
      if (cursor.atEnd()) {
        break;
      }
      int c = cursor.peek();
      if (c == ')' && parenthesis) {
        break;
      }
      if (c == ';' && isStop(caseEnding(), stops)) {
        break;
      }
      if (c == ')' || c == ';' || c == '&' || c == '|') {
        cursor.trouble(cursor.position, "an operator without a command before it");
        cursor.position++;
        continue;
      }
      String keyword = keyword();
      if (keyword != null && isStop(keyword, stops)) {
        break;
      }
      if (keyword != null && isCloser(keyword)) {
        cursor.trouble(cursor.position, "'" + keyword + "' without its beginning");
        cursor.position += keyword.length();
        continue;
      }
      items.add(item());
    }
    return new ShellNode.Sequence(items, cursor.from(start), cursor.to(cursor.position));
  }

  private ShellNode item() {
    int start = cursor.position;
    ShellNode node = andOr();
    cursor.skipBlanks();
    if (cursor.peek() == '&' && cursor.peek(1) != '&') {
      cursor.position++;
      node = new ShellNode.Background(node, cursor.from(start), cursor.to(cursor.position));
    } else if (cursor.peek() == ';' && caseEnding().isEmpty()) {
      cursor.position++;
    }
    if (cursor.position == start) {
      cursor.trouble(start, "a character that does not belong here");
      cursor.position++;
    }
    return node;
  }

  private ShellNode andOr() {
    int start = cursor.position;
    ShellNode first = pipeline();
    List<ShellNode.Link> rest = new ArrayList<>();
    while (true) {
      cursor.skipBlanks();
      boolean and = cursor.at("&&");
      if (!and && !cursor.at("||")) {
        break;
      }
      cursor.position += 2;
      skipLines();
      rest.add(new ShellNode.Link(and, pipeline()));
    }
    if (rest.isEmpty()) {
      return first;
    }
    return new ShellNode.AndOr(first, rest, cursor.from(start), cursor.to(cursor.position));
  }

  private ShellNode pipeline() {
    cursor.skipBlanks();
    int start = cursor.position;
    boolean negated = prefixes();
    ShellNode first = command();
    List<ShellNode> stages = new ArrayList<>();
    stages.add(first);
    while (true) {
      cursor.skipBlanks();
      if (cursor.peek() != '|' || cursor.peek(1) == '|') {
        break;
      }
      cursor.position += cursor.peek(1) == '&' ? 2 : 1;
      skipLines();
      stages.add(command());
    }
    int from = cursor.from(start);
    int to = Math.max(from, cursor.to(cursor.position));
    ShellNode node = stages.size() == 1 ? first : new ShellNode.Pipeline(stages, from, to);
    return negated ? new ShellNode.Not(node, from, to) : node;
  }

  /** Reads {@code !} and {@code time}; whether the status is turned round. */
  private boolean prefixes() {
    boolean negated = false;
    while (true) {
      String keyword = keyword();
      if ("!".equals(keyword)) {
        negated = !negated;
        cursor.position++;
      } else if ("time".equals(keyword)) {
        cursor.position += 4;
        cursor.skipBlanks();
        if (cursor.at("-p") && cursor.delimiterAt(cursor.position + 2)) {
          cursor.position += 2;
        }
      } else {
        return negated;
      }
      cursor.skipBlanks();
    }
  }

  /** One command, simple or compound. */
  ShellNode command() {
    cursor.skipBlanks();
    int c = cursor.peek();
    String keyword = keyword();
    boolean opens = c == '(' || (keyword != null && CompoundReader.opens(keyword));
    if (opens && cursor.enter()) {
      ShellNode node = compound.read(keyword == null ? "(" : keyword);
      cursor.leave();
      return node;
    }
    if (c == '(') {
      int at = cursor.position;
      cursor.position++;
      return new ShellNode.Sequence(List.of(), cursor.from(at), cursor.to(cursor.position));
    }
    int start = cursor.position;
    String function = simple.functionName();
    if (function != null) {
      return compound.function(function, start);
    }
    return simple.read();
  }

  /** Skips blanks, comments and line breaks; reads here-documents that wait for the next line. */
  void skipLines() {
    while (true) {
      cursor.skipBlanks();
      int lineBreak = cursor.lineBreak();
      if (lineBreak == 0) {
        return;
      }
      cursor.position += lineBreak;
      if (!cursor.pending.isEmpty()) {
        simple.readDocuments();
      }
    }
  }

  /** The unquoted word of a keyword's shape at the cursor, or {@code null}. */
  @Nullable String keyword() {
    int end = cursor.position;
    int last = Math.min(cursor.limit, end + 9);
    while (end < last && isKeywordPart(cursor.text.charAt(end))) {
      end++;
    }
    if (end == cursor.position || !cursor.delimiterAt(end)) {
      return null;
    }
    return cursor.text.substring(cursor.position, end);
  }

  private static boolean isKeywordPart(char c) {
    return (c >= 'a' && c <= 'z') || c == '!' || c == '{' || c == '}' || c == '[';
  }

  /** {@code ;;}, {@code ;&} or {@code ;;&} at the cursor, else empty. */
  String caseEnding() {
    if (cursor.at(";;&")) {
      return ";;&";
    }
    return cursor.at(";;") ? ";;" : cursor.at(";&") ? ";&" : "";
  }

  private static boolean isStop(String token, String[] stops) {
    for (String stop : stops) {
      if (stop.equals(token) || (stop.equals(";;") && token.startsWith(";"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCloser(String keyword) {
    return switch (keyword) {
      case "then", "elif", "else", "fi", "do", "done", "esac", "}" -> true;
      default -> false;
    };
  }
}
