package dev.tinyland.gate.lint.expression;

import java.util.List;

/**
 * The tree of one expression. {@code start} and {@code end} are 0-based UTF-16 offsets into the
 * text that was parsed, end exclusive; both are -1 for nodes that no author wrote.
 */
public sealed interface Expression {
  int start();

  int end();

  /**
   * GitHub syntax that parses back to an equal tree (offsets aside). Literals that have no literal
   * syntax (arrays, objects) print as a call of fromJSON.
   */
  default String text() {
    return ExpressionPrinter.print(this);
  }

  /** A null, boolean, number or string that stands in the text. */
  record Literal(Value value, int start, int end) implements Expression {}

  /** The root of a context; the name is lower-case. */
  record Context(String name, int start, int end) implements Expression {}

  /** {@code of.name}. */
  record Property(Expression of, String name, int start, int end) implements Expression {}

  /** {@code of[index]}. */
  record Index(Expression of, Expression index, int start, int end) implements Expression {}

  /** {@code of.*} and {@code of[*]}. */
  record Filter(Expression of, int start, int end) implements Expression {}

  /** {@code !operand}. */
  record Not(Expression operand, int start, int end) implements Expression {}

  /** The operators that compare. */
  enum Operator {
    EQ("=="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    boolean isEquality() {
      return this == EQ || this == NE;
    }
  }

  /** {@code left operator right}; chains associate to the left. */
  record Binary(Operator operator, Expression left, Expression right, int start, int end)
      implements Expression {}

  /** {@code a && b && c}: at least two operands. */
  record And(List<Expression> operands, int start, int end) implements Expression {
    public And(Expression left, Expression right) {
      this(List.of(left, right), -1, -1);
    }
  }

  /** {@code a || b || c}: at least two operands. */
  record Or(List<Expression> operands, int start, int end) implements Expression {
    public Or(Expression left, Expression right) {
      this(List.of(left, right), -1, -1);
    }
  }

  /** A function call; the name is lower-case. */
  record Call(String function, List<Expression> arguments, int start, int end)
      implements Expression {}
}
