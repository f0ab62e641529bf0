package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Value;
import java.util.List;

/** Whether what an expression gives can be a credential of the cache. */
final class HandedOver {
  private HandedOver() {}

  /** A comparison with a credential hands over a boolean only, and so does a test for a part. */
  static boolean credential(Expression expression, KnowledgeBase knowledge) {
    return switch (expression) {
      case Expression.Literal _, Expression.Context _, Expression.Filter _ -> false;
      case Expression.Not _, Expression.Binary _ -> false;
      case Expression.Property(_, String name, _, _) -> knowledge.isCredentialSecret(name);
      case Expression.Index(_, Expression index, _, _) ->
          index instanceof Expression.Literal(Value.Str(String name), _, _)
              && knowledge.isCredentialSecret(name);
      case Expression.And(List<Expression> operands, _, _) ->
          credential(operands.getLast(), knowledge);
      case Expression.Or(List<Expression> operands, _, _) -> any(operands, knowledge);
      case Expression.Call call -> any(call.arguments(), knowledge);
    };
  }

  private static boolean any(List<Expression> expressions, KnowledgeBase knowledge) {
    for (Expression expression : expressions) {
      if (credential(expression, knowledge)) {
        return true;
      }
    }
    return false;
  }
}
