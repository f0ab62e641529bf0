package dev.tinyland.gate.lint.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which names an expression mentions. */
public final class Mentions {
  private Mentions() {}

  /** The properties asked of a context, for example all {@code x} of {@code inputs.x}. */
  public static Set<String> properties(Expression expression, String context) {
    Set<String> names = new LinkedHashSet<>();
    collect(expression, context, names);
    return names;
  }

  /** Whether the expression asks the context for anything. */
  public static boolean context(Expression expression, String context) {
    return switch (expression) {
      case Expression.Literal _ -> false;
      case Expression.Context(String name, _, _) -> name.equals(context);
      case Expression.Property(Expression of, _, _, _) -> context(of, context);
      case Expression.Index(Expression of, Expression index, _, _) ->
          context(of, context) || context(index, context);
      case Expression.Filter(Expression of, _, _) -> context(of, context);
      case Expression.Not(Expression operand, _, _) -> context(operand, context);
      case Expression.Binary binary ->
          context(binary.left(), context) || context(binary.right(), context);
      case Expression.And(List<Expression> operands, _, _) -> anyContext(operands, context);
      case Expression.Or(List<Expression> operands, _, _) -> anyContext(operands, context);
      case Expression.Call call -> anyContext(call.arguments(), context);
    };
  }

  private static boolean anyContext(List<Expression> expressions, String context) {
    for (Expression expression : expressions) {
      if (context(expression, context)) {
        return true;
      }
    }
    return false;
  }

  private static void collect(Expression expression, String context, Set<String> names) {
    switch (expression) {
      case Expression.Literal _, Expression.Context _ -> {}
      case Expression.Property(Expression of, String name, _, _) -> {
        if (of instanceof Expression.Context(String root, _, _) && root.equals(context)) {
          names.add(name);
        }
        collect(of, context, names);
      }
      case Expression.Index(Expression of, Expression index, _, _) -> {
        collect(of, context, names);
        collect(index, context, names);
      }
      case Expression.Filter(Expression of, _, _) -> collect(of, context, names);
      case Expression.Not(Expression operand, _, _) -> collect(operand, context, names);
      case Expression.Binary binary -> {
        collect(binary.left(), context, names);
        collect(binary.right(), context, names);
      }
      case Expression.And(List<Expression> operands, _, _) -> all(operands, context, names);
      case Expression.Or(List<Expression> operands, _, _) -> all(operands, context, names);
      case Expression.Call call -> all(call.arguments(), context, names);
    }
  }

  private static void all(List<Expression> expressions, String context, Set<String> names) {
    for (Expression expression : expressions) {
      collect(expression, context, names);
    }
  }
}
