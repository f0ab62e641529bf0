package dev.tinyland.gate.runtime.s3;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A backend configuration file of OpenTofu, as far as one needs it: {@code key = value} with
 * literal values, objects such as {@code endpoints = { s3 = "…" }}, and blocks around them.
 *
 * @param name of the file, for messages
 * @param values by their keys, those within an object as {@code endpoints.s3}; blocks add nothing
 *     to a key
 */
record BackendFile(String name, Map<String, Value> values) {
  static final BackendFile EMPTY = new BackendFile("", Map.of());

  /**
   * A literal.
   *
   * @param line from 1
   * @param column from 1, in code points
   */
  record Value(String text, int line, int column) {}

  BackendFile {
    values = Map.copyOf(values);
  }

  /** Where a value stands, for a message. */
  String place(Value value) {
    return name + ":" + value.line() + ":" + value.column();
  }

  /** All values as text. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((key, value) -> texts.put(key, value.text()));
    return texts;
  }

  /**
   * @throws S3SettingsException with the place; values are never quoted
   */
  static BackendFile read(String name, String text) {
    Parser parser = new Parser(name, text);
    parser.body("", false);
    return new BackendFile(name, parser.values);
  }

  /** One pass over the text. */
  private static final class Parser {
    private static final int DEEPEST = 16;
    private static final int END = -1;

    private final String name;
    private final int[] text;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private int at;
    private int line = 1;
    private int column = 1;
    private int depth;

    Parser(String name, String text) {
      this.name = name;
      this.text = text.codePoints().toArray();
    }

    /** Attributes and blocks, up to the end of the text or of the block. */
    void body(String prefix, boolean inBraces) {
      deeper();
      while (true) {
        blanks(true);
        if (peek() == END) {
          if (inBraces) {
            throw error("a closing brace is missing");
          }
          break;
        }
        if (peek() == '}' && inBraces) {
          advance();
          break;
        }
        String key = prefix + key();
        blanks(false);
        if (peek() == '=' || (peek() == ':' && !prefix.isEmpty())) {
          advance();
          blanks(false);
          value(key);
          separator(!prefix.isEmpty(), inBraces);
        } else if (prefix.isEmpty()) {
          while (peek() == '"') {
            string();
            blanks(false);
          }
          expect('{', "an equals sign or a block");
          body("", true);
        } else {
          throw error("an equals sign is missing");
        }
      }
      depth--;
    }

    private void separator(boolean inObject, boolean inBraces) {
      blanks(false);
      int next = peek();
      if (next == ',' && inObject) {
        advance();
      } else if (next != '\n' && next != END && !(next == '}' && inBraces)) {
        throw error("something follows the value");
      }
    }

    private void value(String key) {
      int startLine = line;
      int startColumn = column;
      int next = peek();
      if (next == '{') {
        advance();
        body(key + ".", true);
        return;
      }
      if (next == '[') {
        list();
        return;
      }
      String literal = next == '"' ? string() : word(key);
      if (values.putIfAbsent(key, new Value(literal, startLine, startColumn)) != null) {
        throw new S3SettingsException(
            name + ":" + startLine + ":" + startColumn + ": " + key + " stands twice");
      }
    }

    /** Lists are of no use here; they only have to be well-formed. */
    private void list() {
      deeper();
      expect('[', "a list");
      blanks(true);
      while (peek() != ']') {
        if (peek() == '[') {
          list();
        } else if (peek() == '"') {
          string();
        } else {
          word("an item");
        }
        blanks(true);
        if (peek() == ',') {
          advance();
          blanks(true);
        } else if (peek() != ']') {
          throw error("the list has no end");
        }
      }
      advance();
      depth--;
    }

    private String key() {
      if (peek() == '"') {
        return string();
      }
      StringBuilder key = new StringBuilder();
      while (isWord(peek())) {
        key.appendCodePoint(advance());
      }
      if (key.isEmpty()) {
        throw error("a key is missing");
      }
      return key.toString();
    }

    /** A number, true, false or null; anything else would have to be computed. */
    private String word(String key) {
      int startLine = line;
      int startColumn = column;
      StringBuilder word = new StringBuilder();
      while (isWord(peek()) || peek() == '.' || peek() == '+') {
        word.appendCodePoint(advance());
      }
      String text = word.toString();
      boolean number =
          !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '-');
      if (!number && !text.equals("true") && !text.equals("false") && !text.equals("null")) {
        throw new S3SettingsException(
            name
                + ":"
                + startLine
                + ":"
                + startColumn
                + ": the value of "
                + key
                + " is no literal");
      }
      return text;
    }

    private String string() {
      expect('"', "a text in quotes");
      StringBuilder out = new StringBuilder();
      while (peek() != '"') {
        int c = peek();
        if (c == END || c == '\n') {
          throw error("the text in quotes has no end");
        }
        advance();
        if (c == '\\') {
          escape(out);
        } else if ((c == '$' || c == '%') && peek() == '{') {
          throw error("the text holds a template, which is not computed here");
        } else if ((c == '$' || c == '%')
            && peek() == c
            && at + 1 < text.length
            && text[at + 1] == '{') {
          advance();
          out.appendCodePoint(c).appendCodePoint(advance());
        } else {
          out.appendCodePoint(c);
        }
      }
      advance();
      return out.toString();
    }

    private void escape(StringBuilder out) {
      int c = peek() == END ? END : advance();
      switch (c) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case '"', '\\' -> out.appendCodePoint(c);
        case 'u' -> out.appendCodePoint(hex(4));
        case 'U' -> out.appendCodePoint(hex(8));
        default -> throw error("there is no such escape");
      }
    }

    private int hex(int digits) {
      long number = 0;
      for (int i = 0; i < digits; i++) {
        int digit = peek() == END ? -1 : Character.digit(peek(), 16);
        if (digit < 0) {
          throw error("a hexadecimal digit is missing");
        }
        advance();
        number = number * 16 + digit;
      }
      if (number > Character.MAX_CODE_POINT) {
        throw error("there is no such character");
      }
      return (int) number;
    }

    /** Blanks and comments; line ends only where they separate nothing. */
    private void blanks(boolean linesToo) {
      while (true) {
        int c = peek();
        if (c == ' ' || c == '\t' || c == '\r' || (c == '\n' && linesToo)) {
          advance();
        } else if (c == '#' || (c == '/' && ahead() == '/')) {
          while (peek() != END && peek() != '\n') {
            advance();
          }
        } else if (c == '/' && ahead() == '*') {
          comment();
        } else {
          return;
        }
      }
    }

    private void comment() {
      advance();
      advance();
      while (peek() != '*' || ahead() != '/') {
        if (peek() == END) {
          throw error("the comment has no end");
        }
        advance();
      }
      advance();
      advance();
    }

    private static boolean isWord(int c) {
      return c == '_' || c == '-' || Character.isLetterOrDigit(c);
    }

    private void expect(int c, String what) {
      if (peek() != c) {
        throw error(what + " is missing");
      }
      advance();
    }

    private void deeper() {
      depth++;
      if (depth > DEEPEST) {
        throw error("nested too deeply");
      }
    }

    private int peek() {
      return at < text.length ? text[at] : END;
    }

    private int ahead() {
      return at + 1 < text.length ? text[at + 1] : END;
    }

    private int advance() {
      int c = text[at++];
      if (c == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
      return c;
    }

    private S3SettingsException error(String sentence) {
      return new S3SettingsException(name + ":" + line + ":" + column + ": " + sentence);
    }
  }
}
