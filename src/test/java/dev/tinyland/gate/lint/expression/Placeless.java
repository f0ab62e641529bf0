package dev.tinyland.gate.lint.expression;

import java.util.ArrayList;
import java.util.List;

/** Trees without their places, so that trees of different texts compare. */
final class Placeless {
  private Placeless() {}

  static Expression copy(Expression tree) {
    return switch (tree) {
      case Expression.Literal it -> new Expression.Literal(it.value(), -1, -1);
      case Expression.Context it -> new Expression.Context(it.name(), -1, -1);
      case Expression.Property it -> new Expression.Property(copy(it.of()), it.name(), -1, -1);
      case Expression.Index it -> new Expression.Index(copy(it.of()), copy(it.index()), -1, -1);
      case Expression.Filter it -> new Expression.Filter(copy(it.of()), -1, -1);
      case Expression.Not it -> new Expression.Not(copy(it.operand()), -1, -1);
      case Expression.Binary it ->
          new Expression.Binary(it.operator(), copy(it.left()), copy(it.right()), -1, -1);
      case Expression.And it -> new Expression.And(copies(it.operands()), -1, -1);
      case Expression.Or it -> new Expression.Or(copies(it.operands()), -1, -1);
      case Expression.Call it -> new Expression.Call(it.function(), copies(it.arguments()), -1, -1);
    };
  }

  private static List<Expression> copies(List<Expression> trees) {
    List<Expression> copies = new ArrayList<>();
    for (Expression tree : trees) {
      copies.add(copy(tree));
    }
    return copies;
  }

  /** Adds all nodes of a tree. */
  static void collect(Expression tree, List<Expression> nodes) {
    nodes.add(tree);
    switch (tree) {
      case Expression.Literal it -> {}
      case Expression.Context it -> {}
      case Expression.Property it -> collect(it.of(), nodes);
      case Expression.Index it -> {
        collect(it.of(), nodes);
        collect(it.index(), nodes);
      }
      case Expression.Filter it -> collect(it.of(), nodes);
      case Expression.Not it -> collect(it.operand(), nodes);
      case Expression.Binary it -> {
        collect(it.left(), nodes);
        collect(it.right(), nodes);
      }
      case Expression.And it -> it.operands().forEach(each -> collect(each, nodes));
      case Expression.Or it -> it.operands().forEach(each -> collect(each, nodes));
      case Expression.Call it -> it.arguments().forEach(each -> collect(each, nodes));
    }
  }
}
