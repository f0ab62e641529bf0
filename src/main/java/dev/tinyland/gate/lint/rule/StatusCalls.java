package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.List;

/** Puts what is known of the job's status into a condition. */
final class StatusCalls {
  private StatusCalls() {}

  /**
   * The condition where all steps before have succeeded, or where one has failed; nobody has
   * cancelled the run.
   */
  static Expression known(Expression expression, boolean success) {
    return switch (expression) {
      case Expression.Call call when call.arguments().isEmpty() ->
          switch (call.function()) {
            case "success" -> literal(success);
            case "failure" -> literal(!success);
            case "always" -> literal(true);
            case "cancelled" -> literal(false);
            default -> call;
          };
      case Expression.Call call ->
          new Expression.Call(call.function(), known(call.arguments(), success), -1, -1);
      case Expression.And(List<Expression> operands, _, _) ->
          new Expression.And(known(operands, success), -1, -1);
      case Expression.Or(List<Expression> operands, _, _) ->
          new Expression.Or(known(operands, success), -1, -1);
      case Expression.Not(Expression operand, _, _) -> Terms.not(known(operand, success));
      case Expression.Binary binary ->
          new Expression.Binary(
              binary.operator(),
              known(binary.left(), success),
              known(binary.right(), success),
              -1,
              -1);
      case Expression.Index(Expression of, Expression index, _, _) ->
          new Expression.Index(known(of, success), known(index, success), -1, -1);
      case Expression.Property(Expression of, String name, _, _) ->
          Terms.property(known(of, success), name);
      case Expression.Filter _, Expression.Context _, Expression.Literal _ -> expression;
    };
  }

  private static List<Expression> known(List<Expression> expressions, boolean success) {
    List<Expression> known = new ArrayList<>();
    for (Expression expression : expressions) {
      known.add(known(expression, success));
    }
    return known;
  }

  private static Expression literal(boolean value) {
    return new Expression.Literal(Value.Bool.of(value), -1, -1);
  }
}
