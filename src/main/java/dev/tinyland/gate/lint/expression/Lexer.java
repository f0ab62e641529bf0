package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.lint.expression.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Splits a range of a text into tokens, one at a time, by the runner's rules. */
final class Lexer {
  private final String text;
  private final int limit;
  private int next;
  private @Nullable Kind previous;

  Lexer(String text, int start, int limit) {
    this.text = text;
    this.next = start;
    this.limit = limit;
  }

  /** The next token; {@link Kind#END} again and again once the range is used up. */
  Token next() {
    while (next < limit && isSpace(text.charAt(next))) {
      next++;
    }
    Token token = next >= limit ? new Token(Kind.END, null, limit, limit) : read();
    previous = token.kind();
    return token;
  }

  /** True where the next visible character opens a parenthesis: a name before it is a function. */
  boolean beforeParenthesis() {
    int at = next;
    while (at < limit && isSpace(text.charAt(at))) {
      at++;
    }
    return at < limit && text.charAt(at) == '(';
  }

  private Token read() {
    char c = text.charAt(next);
    return switch (c) {
      case '(' -> symbol(Kind.OPEN_GROUP, 1);
      case ')' -> symbol(Kind.CLOSE_GROUP, 1);
      case '[' -> symbol(Kind.OPEN_INDEX, 1);
      case ']' -> symbol(Kind.CLOSE_INDEX, 1);
      case ',' -> symbol(Kind.COMMA, 1);
      case '*' -> symbol(Kind.STAR, 1);
      case '!' -> follows('=') ? symbol(Kind.NE, 2) : symbol(Kind.NOT, 1);
      case '<' -> follows('=') ? symbol(Kind.LE, 2) : symbol(Kind.LT, 1);
      case '>' -> follows('=') ? symbol(Kind.GE, 2) : symbol(Kind.GT, 1);
      case '=' -> follows('=') ? symbol(Kind.EQ, 2) : unexpected();
      case '&' -> follows('&') ? symbol(Kind.AND, 2) : unexpected();
      case '|' -> follows('|') ? symbol(Kind.OR, 2) : unexpected();
      case '\'' -> string();
      case '.' -> afterOperand() ? symbol(Kind.DOT, 1) : number();
      case '-', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> name();
    };
  }

  /** A dot after one of these dereferences; anywhere else it begins a number. */
  private boolean afterOperand() {
    return previous == Kind.NAME
        || previous == Kind.DOT
        || previous == Kind.CLOSE_GROUP
        || previous == Kind.CLOSE_INDEX
        || previous == Kind.STAR
        || previous == Kind.LITERAL;
  }

  private boolean follows(char c) {
    return next + 1 < limit && text.charAt(next + 1) == c;
  }

  private Token symbol(Kind kind, int length) {
    int start = next;
    next += length;
    return new Token(kind, null, start, next);
  }

  private Token unexpected() {
    int start = next;
    skipToBoundary(false);
    return new Token(Kind.UNEXPECTED, null, start, next);
  }

  private Token string() {
    int start = next;
    StringBuilder value = new StringBuilder();
    int from = start + 1;
    while (true) {
      int quote = text.indexOf('\'', from);
      if (quote < 0 || quote >= limit) {
        next = limit;
        return new Token(Kind.UNEXPECTED, null, start, limit);
      }
      value.append(text, from, quote);
      next = quote;
      if (!follows('\'')) {
        next = quote + 1;
        return new Token(Kind.LITERAL, new Value.Str(value.toString()), start, next);
      }
      value.append('\'');
      from = quote + 2;
    }
  }

  private Token number() {
    int start = next;
    skipToBoundary(true);
    double value = Numbers.parse(text.substring(start, next));
    if (Double.isNaN(value)) {
      return new Token(Kind.UNEXPECTED, null, start, next);
    }
    return new Token(Kind.LITERAL, new Value.Num(value), start, next);
  }

  private Token name() {
    int start = next;
    skipToBoundary(false);
    String name = text.substring(start, next);
    if (!isLegalName(name)) {
      return new Token(Kind.UNEXPECTED, null, start, next);
    }
    Value keyword = previous == Kind.DOT ? null : keyword(name);
    return new Token(keyword == null ? Kind.NAME : Kind.LITERAL, keyword, start, next);
  }

  private static @Nullable Value keyword(String name) {
    return switch (name) {
      case "null" -> Value.NULL;
      case "true" -> Value.Bool.TRUE;
      case "false" -> Value.Bool.FALSE;
      case "NaN" -> new Value.Num(Double.NaN);
      case "Infinity" -> new Value.Num(Double.POSITIVE_INFINITY);
      default -> null;
    };
  }

  private void skipToBoundary(boolean overDots) {
    next++;
    while (next < limit) {
      char c = text.charAt(next);
      if (isBoundary(c) && !(overDots && c == '.')) {
        return;
      }
      next++;
    }
  }

  private static boolean isBoundary(char c) {
    return switch (c) {
      case '(', ')', '[', ']', ',', '.', '!', '<', '>', '=', '&', '|' -> true;
      default -> isSpace(c);
    };
  }

  /** White space as .NET has it, which counts the no-break spaces and NEL. */
  static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == '\u0085'
        || (c >= '\u00a0' && Character.isSpaceChar(c));
  }

  /** True for what may stand after a dot, and for names of contexts and functions. */
  static boolean isLegalName(String name) {
    if (name.isEmpty() || !(isLetter(name.charAt(0)) || name.charAt(0) == '_')) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
