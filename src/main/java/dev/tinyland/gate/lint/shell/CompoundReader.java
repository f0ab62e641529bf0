package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads compound commands and function definitions. */
final class CompoundReader {
  private final Cursor cursor;
  private final WordReader words;
  private final ShellParser parser;
  private final SimpleReader simple;

  CompoundReader(Cursor cursor, WordReader words, ShellParser parser, SimpleReader simple) {
    this.cursor = cursor;
    this.words = words;
    this.parser = parser;
    this.simple = simple;
  }

  static boolean opens(String keyword) {
    return switch (keyword) {
      case "if", "while", "until", "for", "select", "case", "function", "{", "[[", "coproc" -> true;
      default -> false;
    };
  }

  /** The command that the keyword (or a parenthesis) at the cursor opens. */
  ShellNode read(String keyword) {
    int start = cursor.position;
    ShellNode node =
        switch (keyword) {
          case "if" -> ifCommand(start);
          case "while", "until" -> loop(keyword, start);
          case "for", "select" -> forLoop(keyword, start);
          case "case" -> caseCommand(start);
          case "function" -> functionKeyword(start);
          case "{" -> group(start);
          case "[[" -> test(start);
          case "coproc" -> coproc(start);
          default -> parenthesis(start);
        };
    return redirected(node, start);
  }

  private ShellNode redirected(ShellNode node, int start) {
    List<Redirection> redirections = simple.redirections();
    if (redirections.isEmpty()) {
      return node;
    }
    return new ShellNode.Redirected(
        node, redirections, cursor.from(start), redirections.get(redirections.size() - 1).end());
  }

  private ShellNode parenthesis(int start) {
    if (cursor.peek(1) == '(') {
      int end = words.arithmeticEnd(start + 2);
      if (end >= 0) {
        cursor.position = start + 2;
        Word text = words.data(end, false);
        cursor.position = end + 2;
        return new ShellNode.Arithmetic(text, cursor.from(start), cursor.to(cursor.position));
      }
    }
    cursor.position++;
    ShellNode.Sequence body = parser.parenthesized(start);
    return new ShellNode.Subshell(body, cursor.from(start), cursor.to(cursor.position));
  }

  private ShellNode group(int start) {
    cursor.position++;
    ShellNode.Sequence body = parser.sequence(false, "}");
    expect("}", start);
    return new ShellNode.Group(body, cursor.from(start), cursor.to(cursor.position));
  }

  private boolean expect(String keyword, int opened) {
    if (keyword.equals(parser.keyword())) {
      cursor.position += keyword.length();
      return true;
    }
    cursor.trouble(opened, "'" + keyword + "' is missing");
    return false;
  }

  private ShellNode ifCommand(int start) {
    List<ShellNode.Branch> branches = new ArrayList<>();
    ShellNode.Sequence otherwise = null;
    cursor.position += 2;
    while (true) {
      ShellNode.Sequence condition = parser.sequence(false, "then", "elif", "else", "fi");
      expect("then", start);
      ShellNode.Sequence body = parser.sequence(false, "elif", "else", "fi");
      branches.add(new ShellNode.Branch(condition, body));
      if (!"elif".equals(parser.keyword())) {
        break;
      }
      cursor.position += 4;
    }
    if ("else".equals(parser.keyword())) {
      cursor.position += 4;
      otherwise = parser.sequence(false, "fi");
    }
    expect("fi", start);
    return new ShellNode.If(branches, otherwise, cursor.from(start), cursor.to(cursor.position));
  }

  private ShellNode loop(String keyword, int start) {
    cursor.position += keyword.length();
    ShellNode.Sequence condition = parser.sequence(false, "do", "done");
    ShellNode.Sequence body = doBody(start);
    return new ShellNode.Loop(
        keyword.equals("until"), condition, body, cursor.from(start), cursor.to(cursor.position));
  }

  private ShellNode.Sequence doBody(int start) {
    expect("do", start);
    ShellNode.Sequence body = parser.sequence(false, "done");
    expect("done", start);
    return body;
  }

  private ShellNode forLoop(String keyword, int start) {
    cursor.position += keyword.length();
    cursor.skipBlanks();
    String name = "";
    List<Word> items = null;
    if (cursor.at("((")) {
      int open = cursor.position;
      int end = words.arithmeticEnd(open + 2);
      cursor.position = open + 2;
      if (end >= 0) {
        items = List.of(words.data(end, false));
        cursor.position = end + 2;
      } else {
        cursor.trouble(open, "a parenthesis that is not closed");
      }
    } else {
      String literal = words.word().literal();
      name = literal == null || !Parts.isName(literal) ? "" : literal;
      if (name.isEmpty()) {
        cursor.trouble(start, "a loop without a variable");
      }
      items = loopWords();
    }
    cursor.skipBlanks();
    if (cursor.peek() == ';' && parser.caseEnding().isEmpty()) {
      cursor.position++;
    }
    parser.skipLines();
    ShellNode.Sequence body;
    if ("{".equals(parser.keyword())) {
      cursor.position++;
      body = parser.sequence(false, "}");
      expect("}", start);
    } else {
      body = doBody(start);
    }
    return new ShellNode.For(name, items, body, cursor.from(start), cursor.to(cursor.position));
  }

  private @Nullable List<Word> loopWords() {
    parser.skipLines();
    if (!"in".equals(parser.keyword())) {
      return null;
    }
    cursor.position += 2;
    List<Word> items = new ArrayList<>();
    while (true) {
      cursor.skipBlanks();
      Word word = words.word();
      if (word.parts().isEmpty()) {
        return items;
      }
      items.add(word);
    }
  }

  private ShellNode caseCommand(int start) {
    cursor.position += 4;
    cursor.skipBlanks();
    Word subject = words.word();
    parser.skipLines();
    expect("in", start);
    List<ShellNode.Item> items = new ArrayList<>();
    while (true) {
      parser.skipLines();
      if (cursor.atEnd() || "esac".equals(parser.keyword())) {
        break;
      }
      int at = cursor.position;
      items.add(item());
      if (cursor.position == at) {
        cursor.trouble(at, "a character that does not belong here");
        cursor.position++;
      }
    }
    expect("esac", start);
    return new ShellNode.Case(subject, items, cursor.from(start), cursor.to(cursor.position));
  }

  private ShellNode.Item item() {
    if (cursor.peek() == '(') {
      cursor.position++;
    }
    List<Word> patterns = new ArrayList<>();
    int start = cursor.position;
    while (true) {
      cursor.skipBlanks();
      Word pattern = words.word();
      if (!pattern.parts().isEmpty()) {
        patterns.add(pattern);
      }
      cursor.skipBlanks();
      if (cursor.peek() != '|') {
        break;
      }
      cursor.position++;
    }
    if (cursor.peek() == ')') {
      cursor.position++;
    } else {
      cursor.trouble(cursor.position, "a pattern without a parenthesis");
      cursor.goBack(start);
    }
    ShellNode.Sequence body = parser.sequence(false, "esac", ";;");
    String ending = parser.caseEnding();
    cursor.position += ending.length();
    return new ShellNode.Item(patterns, body, ending.isEmpty() ? ";;" : ending);
  }

  private ShellNode functionKeyword(int start) {
    cursor.position += 8;
    cursor.skipBlanks();
    String name = simple.functionName();
    if (name == null) {
      String literal = words.word().literal();
      name = literal == null ? "" : literal;
    }
    return function(name, start);
  }

  /** A function whose name (and parentheses) have been read. */
  ShellNode function(String name, int start) {
    parser.skipLines();
    if (!cursor.enter()) {
      return new ShellNode.Sequence(List.of(), cursor.from(start), cursor.to(cursor.position));
    }
    ShellNode body = parser.command();
    cursor.leave();
    return new ShellNode.Function(
        name, body, cursor.from(start), Math.max(body.end(), cursor.to(cursor.position)));
  }

  private ShellNode coproc(int start) {
    cursor.position += 6;
    cursor.skipBlanks();
    int at = cursor.position;
    while (!cursor.delimiterAt(cursor.position)
        && Parts.isNamePart(cursor.text.charAt(cursor.position))) {
      cursor.position++;
    }
    cursor.skipBlanks();
    boolean named = cursor.position > at && cursor.peek() == '{';
    if (!named) {
      cursor.position = at;
    }
    ShellNode body = parser.command();
    return new ShellNode.Background(body, cursor.from(start), body.end());
  }

  private ShellNode test(int start) {
    cursor.position += 2;
    List<Word> operands = new ArrayList<>();
    boolean regex = false;
    while (true) {
      parser.skipLines();
      if (cursor.atEnd()) {
        cursor.resume(start, "a test that is not closed");
        break;
      }
      if (cursor.at("]]") && cursor.delimiterAt(cursor.position + 2)) {
        cursor.position += 2;
        break;
      }
      int at = cursor.position;
      Word word = regex ? words.regex() : words.word();
      if (cursor.position == at) {
        word = operator();
      }
      regex = "=~".equals(word.literal());
      operands.add(word);
    }
    return new ShellNode.Test(operands, cursor.from(start), cursor.to(cursor.position));
  }

  /** {@code &&}, {@code ||}, or a single character. */
  private Word operator() {
    int at = cursor.position;
    cursor.position += cursor.at("&&") || cursor.at("||") ? 2 : 1;
    String text = cursor.text.substring(at, cursor.position);
    int from = cursor.from(at);
    int to = cursor.to(cursor.position);
    return new Word(List.of(new WordPart.Literal(text, false, from, to)), from, to);
  }
}
