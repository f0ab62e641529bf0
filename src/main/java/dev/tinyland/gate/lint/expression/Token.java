package dev.tinyland.gate.lint.expression;

import org.jspecify.annotations.Nullable;

/**
 * One token of an expression.
 *
 * @param value the literal's value, null for other kinds
 * @param start offset of the first character in the whole text
 * @param end offset after the last character
 */
record Token(Kind kind, @Nullable Value value, int start, int end) {
  enum Kind {
    OPEN_GROUP,
    CLOSE_GROUP,
    OPEN_INDEX,
    CLOSE_INDEX,
    COMMA,
    DOT,
    STAR,
    NOT,
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    AND,
    OR,
    LITERAL,
    NAME,
    /** Characters that are no token: always an error. */
    UNEXPECTED,
    END
  }
}
