package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.lint.expression.Expression.Operator;
import dev.tinyland.gate.lint.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a tree while it is parsed, with its parentheses.
 *
 * @param start offset of the first character, an opening parenthesis included
 * @param end offset after the last character
 * @param depth levels of the tree, as the runner counts them: parentheses add none, and neither
 *     does a logical chain inside one of the same kind
 * @param dereferencable whether a dot or bracket may follow
 * @param chain whether this is a logical chain without parentheses, which further operands join
 */
record Operand(
    Expression node, int start, int end, int depth, boolean dereferencable, boolean chain) {

  static Operand literal(Expression.Literal node) {
    return new Operand(node, node.start(), node.end(), 1, false, false);
  }

  /** A context, a call, or a part of one of those. */
  static Operand member(Expression node, int depth, Token at) throws ExpressionSyntaxException {
    checkDepth(depth, at);
    return new Operand(node, node.start(), node.end(), depth, true, false);
  }

  /** The same in parentheses. */
  Operand grouped(Token open, Token close) {
    return new Operand(node, open.start(), close.end(), depth, true, false);
  }

  static Operand not(Token operator, Operand right) throws ExpressionSyntaxException {
    Expression node = new Expression.Not(right.node, operator.start(), right.end);
    return operation(node, right.depth + 1, operator, false);
  }

  static Operand binary(Operand left, Token operator, Operand right)
      throws ExpressionSyntaxException {
    Expression node =
        new Expression.Binary(
            operator(operator.kind()), left.node, right.node, left.start, right.end);
    return operation(node, Math.max(left.depth, right.depth) + 1, operator, false);
  }

  static Operand logical(Operand left, Token operator, Operand right)
      throws ExpressionSyntaxException {
    boolean and = operator.kind() == Kind.AND;
    List<Expression> operands = new ArrayList<>();
    if (left.chain && left.node instanceof Expression.And joined && and) {
      operands.addAll(joined.operands());
    } else if (left.chain && left.node instanceof Expression.Or joined && !and) {
      operands.addAll(joined.operands());
    } else {
      operands.add(left.node);
    }
    operands.add(right.node);
    List<Expression> all = List.copyOf(operands);
    Expression node =
        and
            ? new Expression.And(all, left.start, right.end)
            : new Expression.Or(all, left.start, right.end);
    int depth = Math.max(left.depthInside(and), right.depthInside(and));
    return operation(node, depth, operator, true);
  }

  private int depthInside(boolean and) {
    boolean same = and ? node instanceof Expression.And : node instanceof Expression.Or;
    return same ? depth : depth + 1;
  }

  private static Operand operation(Expression node, int depth, Token at, boolean chain)
      throws ExpressionSyntaxException {
    checkDepth(depth, at);
    return new Operand(node, node.start(), node.end(), depth, false, chain);
  }

  private static void checkDepth(int depth, Token at) throws ExpressionSyntaxException {
    if (depth > ExpressionParser.MAX_DEPTH) {
      String reason = "Exceeded max expression depth " + ExpressionParser.MAX_DEPTH;
      throw new ExpressionSyntaxException(reason, reason, at.start() + 1);
    }
  }

  private static Operator operator(Kind kind) {
    return switch (kind) {
      case EQ -> Operator.EQ;
      case NE -> Operator.NE;
      case LT -> Operator.LT;
      case LE -> Operator.LE;
      case GT -> Operator.GT;
      default -> Operator.GE;
    };
  }
}
