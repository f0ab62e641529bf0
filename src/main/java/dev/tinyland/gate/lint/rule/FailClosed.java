package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Condition;
import dev.tinyland.gate.lint.expression.Conditions;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.yaml.YamlEdits;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Edit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns comparisons of an input with the word that means no into comparisons with the word that
 * means yes. Only the operator and the letters between the quotes change, so the edit is right in
 * whatever way the YAML around it is quoted.
 */
final class FailClosed {
  private final YamlEdits edits;
  private final YamlNode.Scalar scalar;
  private final String input;
  private final List<Edit> found = new ArrayList<>();
  private boolean understood = true;

  private FailClosed(YamlEdits edits, YamlNode.Scalar scalar, String input) {
    this.edits = edits;
    this.scalar = scalar;
    this.input = input;
  }

  /** The edits of one scalar; null where there is nothing to turn, or it is escaped. */
  static @Nullable List<Edit> of(YamlEdits edits, YamlNode.Scalar scalar, String input) {
    FailClosed turned = new FailClosed(edits, scalar, input);
    for (Expression expression : expressions(scalar)) {
      turned.visit(expression);
    }
    return turned.understood && !turned.found.isEmpty() ? List.copyOf(turned.found) : null;
  }

  /** What the scalar evaluates: what is in its fences, or all of a condition without any. */
  private static List<Expression> expressions(YamlNode.Scalar scalar) {
    List<Expression> expressions = new ArrayList<>();
    try {
      if (!scalar.value().contains("${{")) {
        Condition condition = Conditions.parse(scalar.value());
        return condition.written() == null ? List.of() : List.of(condition.written());
      }
      for (Template.Part part : Template.parse(scalar.value()).parts()) {
        if (part instanceof Template.Fence(Expression expression, _, _)) {
          expressions.add(expression);
        }
      }
      return expressions;
    } catch (ExpressionSyntaxException e) {
      return List.of();
    }
  }

  private void visit(Expression expression) {
    switch (expression) {
      case Expression.Literal _, Expression.Context _ -> {}
      case Expression.Property property -> visit(property.of());
      case Expression.Index index -> {
        visit(index.of());
        visit(index.index());
      }
      case Expression.Filter filter -> visit(filter.of());
      case Expression.Not not -> visit(not.operand());
      case Expression.And and -> and.operands().forEach(this::visit);
      case Expression.Or or -> or.operands().forEach(this::visit);
      case Expression.Call call -> call.arguments().forEach(this::visit);
      case Expression.Binary binary -> {
        Expression.Literal literal = comparedWith(binary);
        if (literal == null) {
          visit(binary.left());
          visit(binary.right());
        } else {
          turn(binary, literal);
        }
      }
    }
  }

  /** The literal {@code 'false'} where the other side is the input; null for anything else. */
  private Expression.@Nullable Literal comparedWith(Expression.Binary binary) {
    boolean equality =
        binary.operator() == Expression.Operator.EQ || binary.operator() == Expression.Operator.NE;
    if (equality && isInput(binary.left())) {
      return meaningNo(binary.right());
    }
    return equality && isInput(binary.right()) ? meaningNo(binary.left()) : null;
  }

  private boolean isInput(Expression expression) {
    return switch (expression) {
      case Expression.Property(Expression.Context(String of, _, _), String name, _, _) ->
          of.equals("inputs") && name.equalsIgnoreCase(input);
      case Expression.Index(
              Expression.Context(String of, _, _),
              Expression.Literal(Value.Str(String name), _, _),
              _,
              _) ->
          of.equals("inputs") && name.equalsIgnoreCase(input);
      default -> false;
    };
  }

  private static Expression.@Nullable Literal meaningNo(Expression expression) {
    return expression instanceof Expression.Literal literal
            && literal.value() instanceof Value.Str(String text)
            && text.equalsIgnoreCase("false")
        ? literal
        : null;
  }

  private void turn(Expression.Binary binary, Expression.Literal literal) {
    String symbol = binary.operator().symbol();
    String turned = symbol.equals("==") ? "!=" : "==";
    int operator = scalar.value().indexOf(symbol, binary.left().end());
    Edit first = edits.replace(scalar, operator, operator + symbol.length(), turned);
    Edit second = edits.replace(scalar, literal.start() + 1, literal.end() - 1, "true");
    if (first == null || second == null) {
      understood = false;
      return;
    }
    found.add(first);
    found.add(second);
  }
}
