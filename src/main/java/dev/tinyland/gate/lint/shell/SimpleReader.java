package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads simple commands: assignments, words, redirections and here-documents. */
final class SimpleReader {
  private static final String[] REDIRECTIONS = {
    "<<<", "<<-", "&>>", "<<", ">>", "<>", ">&", "<&", ">|", "&>", "<", ">"
  };

  private final Cursor cursor;
  private final WordReader words;

  SimpleReader(Cursor cursor, WordReader words) {
    this.cursor = cursor;
    this.words = words;
  }

  ShellNode.Simple read() {
    int start = cursor.position;
    List<Assignment> assignments = new ArrayList<>(2);
    List<Word> argv = new ArrayList<>();
    List<Assignment> declared = new ArrayList<>(2);
    List<Redirection> redirections = new ArrayList<>(2);
    boolean declares = false;
    int end = start;
    while (true) {
      cursor.skipBlanks();
      if (redirection(redirections)) {
        end = cursor.position;
        continue;
      }
      Assignment assignment = argv.isEmpty() || declares ? assignment() : null;
      if (assignment != null) {
        (argv.isEmpty() ? assignments : declared).add(assignment);
        end = cursor.position;
        continue;
      }
      int at = cursor.position;
      Word word = words.word();
      if (word.parts().isEmpty() && cursor.position == at) {
        if (cursor.peek() != '(' || argv.isEmpty()) {
          break;
        }
        cursor.trouble(at, "a parenthesis after a command");
        break;
      }
      argv.add(word);
      end = cursor.position;
      if (argv.size() == 1) {
        declares = declares(word.literal());
      }
    }
    return new ShellNode.Simple(
        assignments, argv, declared, redirections, cursor.from(start), cursor.to(end));
  }

  private static boolean declares(@Nullable String name) {
    return name != null
        && switch (name) {
          case "export", "local", "declare", "typeset", "readonly" -> true;
          default -> false;
        };
  }

  /** The name before {@code ()} at the cursor, which is then read; else {@code null}. */
  @Nullable String functionName() {
    int end = cursor.position;
    while (end < cursor.limit && isFunctionNamePart(cursor.text.charAt(end))) {
      end++;
    }
    if (end == cursor.position) {
      return null;
    }
    int open = blanksEnd(end);
    if (open >= cursor.limit || cursor.text.charAt(open) != '(') {
      return null;
    }
    int close = blanksEnd(open + 1);
    if (close >= cursor.limit || cursor.text.charAt(close) != ')') {
      return null;
    }
    String name = cursor.text.substring(cursor.position, end);
    cursor.position = close + 1;
    return name;
  }

  private static boolean isFunctionNamePart(char c) {
    return Parts.isNamePart(c)
        || c == '-'
        || c == '.'
        || c == ':'
        || c == '+'
        || c == '@'
        || c == '/'
        || c == '['
        || c == '!';
  }

  private int blanksEnd(int from) {
    int end = from;
    while (end < cursor.limit
        && (cursor.text.charAt(end) == ' ' || cursor.text.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }

  private @Nullable Assignment assignment() {
    int start = cursor.position;
    int end = start;
    if (end >= cursor.limit || !Parts.isNameStart(cursor.text.charAt(end))) {
      return null;
    }
    while (end < cursor.limit && Parts.isNamePart(cursor.text.charAt(end))) {
      end++;
    }
    String name = cursor.text.substring(start, end);
    int indexEnd = -1;
    int indexStart = end + 1;
    if (end < cursor.limit && cursor.text.charAt(end) == '[') {
      indexEnd = bracketEnd(end);
      if (indexEnd < 0) {
        return null;
      }
      end = indexEnd + 1;
    }
    boolean append = end < cursor.limit && cursor.text.charAt(end) == '+';
    int equals = append ? end + 1 : end;
    if (equals >= cursor.limit || cursor.text.charAt(equals) != '=') {
      return null;
    }
    Word index = null;
    if (indexEnd >= 0) {
      cursor.position = indexStart;
      index = words.data(indexEnd, false);
    }
    cursor.position = equals + 1;
    List<Word> elements = List.of();
    Word value = null;
    if (cursor.peek() == '(') {
      elements = words.elements();
    } else {
      value = words.word();
    }
    return new Assignment(
        name, index, append, value, elements, cursor.from(start), cursor.to(cursor.position));
  }

  /** The bracket that closes the one at an index, on the same line, or -1. */
  private int bracketEnd(int open) {
    int depth = 0;
    int last = Math.min(cursor.limit, open + 1000);
    for (int i = open; i < last; i++) {
      char c = cursor.text.charAt(i);
      if (c == '\n') {
        return -1;
      }
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Redirections after a compound command. */
  List<Redirection> redirections() {
    List<Redirection> found = new ArrayList<>(1);
    do {
      cursor.skipBlanks();
    } while (redirection(found));
    return found;
  }

  /** Reads one redirection if there is one here. */
  private boolean redirection(List<Redirection> into) {
    int start = cursor.position;
    int operatorAt = descriptorEnd(start);
    String operator = operatorAt(operatorAt);
    if (operator.isEmpty()) {
      return false;
    }
    cursor.position = operatorAt + operator.length();
    String descriptor = cursor.text.substring(start, operatorAt);
    cursor.skipBlanks();
    int targetAt = cursor.position;
    Word target = words.word();
    if (cursor.position == targetAt) {
      cursor.trouble(start, "a redirection without a target");
    }
    HereDocument document = null;
    if (operator.equals("<<") || operator.equals("<<-")) {
      String written = cursor.text.substring(targetAt, cursor.position);
      boolean quoted =
          written.indexOf('\'') >= 0 || written.indexOf('"') >= 0 || written.indexOf('\\') >= 0;
      String literal = target.literal();
      document =
          new HereDocument(
              literal == null ? written : literal,
              quoted,
              operator.equals("<<-"),
              cursor.from(cursor.position));
      cursor.pending.add(document);
    }
    into.add(
        new Redirection(
            descriptor,
            operator,
            target,
            document,
            cursor.from(start),
            cursor.to(cursor.position)));
    return true;
  }

  private int descriptorEnd(int start) {
    int end = start;
    if (end < cursor.limit && cursor.text.charAt(end) == '{') {
      int close = end + 1;
      while (close < cursor.limit && Parts.isNamePart(cursor.text.charAt(close))) {
        close++;
      }
      boolean named = close < cursor.limit && cursor.text.charAt(close) == '}' && close > end + 1;
      return named ? close + 1 : start;
    }
    while (end < cursor.limit && cursor.text.charAt(end) >= '0' && cursor.text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private String operatorAt(int index) {
    if (index >= cursor.limit) {
      return "";
    }
    char c = cursor.text.charAt(index);
    if (c != '<' && c != '>' && (c != '&' || index != cursor.position)) {
      return "";
    }
    boolean process =
        c != '&'
            && index + 1 < cursor.limit
            && cursor.text.charAt(index + 1) == '('
            && index == cursor.position;
    if (process) {
      return "";
    }
    for (String known : REDIRECTIONS) {
      if (index + known.length() <= cursor.limit && cursor.text.startsWith(known, index)) {
        return known;
      }
    }
    return "";
  }

  /** Reads the bodies of the documents that wait, from the start of a line. */
  void readDocuments() {
    List<HereDocument> waiting = List.copyOf(cursor.pending);
    cursor.pending.clear();
    for (HereDocument document : waiting) {
      int start = cursor.position;
      int end = cursor.lineThatIs(document.delimiter(), document.stripTabs(), start);
      if (end < 0) {
        cursor.trouble(start, "a here-document without its end");
        continue;
      }
      document.body(words.data(end, document.quoted()));
      while (!cursor.atEnd() && cursor.lineBreak() == 0) {
        cursor.position++;
      }
      cursor.position += cursor.lineBreak();
    }
  }
}
