package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.lint.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that waits for an operand: an operator, or a bracket that is not closed yet. */
final class Frame {
  static final int BRACKET = 0;
  static final int OR = 1;
  static final int AND = 2;
  static final int EQUALITY = 3;
  static final int RELATIONAL = 4;
  static final int NOT = 5;

  final Token token;

  /** How tightly the operator binds; {@link #BRACKET} for brackets. */
  final int level;

  /** The function's name where the bracket opens its arguments. */
  final @Nullable String function;

  /** The operands read so far: the left one, what is indexed, or arguments. */
  final List<Operand> left = new ArrayList<>(2);

  Frame(Token token, int level, @Nullable String function) {
    this.token = token;
    this.level = level;
    this.function = function;
  }

  boolean isBracket() {
    return level == BRACKET;
  }

  /** The level of an operator with two operands; 0 for other tokens. */
  static int level(Kind kind) {
    return switch (kind) {
      case OR -> OR;
      case AND -> AND;
      case EQ, NE -> EQUALITY;
      case LT, LE, GT, GE -> RELATIONAL;
      default -> 0;
    };
  }
}
