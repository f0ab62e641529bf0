package dev.tinyland.gate.lint.expression;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the value of {@code if:}. */
public final class Conditions {
  private static final Expression SUCCESS = new Expression.Call("success", List.of(), -1, -1);

  private Conditions() {}

  /**
   * Reads a condition with every context and function that GitHub has.
   *
   * @param scalar the value of the YAML scalar, with the final newline where a block scalar keeps
   *     it
   * @throws ExpressionSyntaxException with the 1-based position in the scalar
   */
  public static Condition parse(String scalar) throws ExpressionSyntaxException {
    return parse(scalar, FunctionTable.CONTEXTS, FunctionTable.FUNCTIONS);
  }

  /**
   * Reads a condition with the given names only (lower-case); null allows any name.
   *
   * @throws ExpressionSyntaxException with the 1-based position in the scalar
   */
  public static Condition parse(
      String scalar, @Nullable Set<String> contexts, @Nullable Set<String> functions)
      throws ExpressionSyntaxException {
    String text = scalar.strip();
    if (text.isEmpty()) {
      return new Condition("", null, SUCCESS, true, null);
    }
    if (!scalar.contains("${{")) {
      return of(text, ExpressionParser.parse(scalar, contexts, functions), null);
    }
    Template template = Template.parse(scalar, contexts, functions);
    String literal = stringLiteral(template);
    if (literal == null) {
      return of(text, template.toExpression(), textOutside(template));
    }
    // GitHub unwraps a fenced string literal before it reads conditions: ${{ 'false' }} is false.
    return literal.isBlank()
        ? new Condition(text, null, SUCCESS, true, null)
        : of(text, ExpressionParser.parse(literal, contexts, functions), null);
  }

  private static Condition of(String text, Expression written, @Nullable String alwaysTrue) {
    if (callsStatus(written)) {
      return new Condition(text, written, written, false, alwaysTrue);
    }
    Expression guarded = new Expression.And(SUCCESS, written);
    return new Condition(text, written, guarded, true, alwaysTrue);
  }

  /** The text of a fence that holds a string literal only, without parentheses. */
  private static @Nullable String stringLiteral(Template template) {
    if (!(template.single() instanceof Expression.Literal literal)
        || !(literal.value() instanceof Value.Str text)) {
      return null;
    }
    String before = template.source().substring("${{".length(), literal.start());
    return before.isBlank() ? text.value() : null;
  }

  /** Whether success, failure, always or cancelled is called anywhere, also inside arguments. */
  public static boolean callsStatus(Expression expression) {
    if (expression instanceof Expression.Call call) {
      return isStatus(call.function()) || anyCallsStatus(call.arguments());
    }
    if (expression instanceof Expression.And and) {
      return anyCallsStatus(and.operands());
    }
    if (expression instanceof Expression.Or or) {
      return anyCallsStatus(or.operands());
    }
    if (expression instanceof Expression.Binary binary) {
      return callsStatus(binary.left()) || callsStatus(binary.right());
    }
    if (expression instanceof Expression.Not not) {
      return callsStatus(not.operand());
    }
    if (expression instanceof Expression.Property property) {
      return callsStatus(property.of());
    }
    if (expression instanceof Expression.Index index) {
      return callsStatus(index.of()) || callsStatus(index.index());
    }
    return expression instanceof Expression.Filter filter && callsStatus(filter.of());
  }

  private static boolean anyCallsStatus(List<Expression> expressions) {
    for (Expression expression : expressions) {
      if (callsStatus(expression)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStatus(String function) {
    return function.equals("success")
        || function.equals("failure")
        || function.equals("always")
        || function.equals("cancelled");
  }

  private static @Nullable String textOutside(Template template) {
    boolean blank = true;
    boolean any = false;
    for (Template.Part part : template.parts()) {
      if (part instanceof Template.Text text) {
        any = true;
        blank &= text.text().isBlank();
      }
    }
    if (!any) {
      return null;
    }
    if (!blank) {
      return "text outside ${{ }} makes the whole condition a non-empty string";
    }
    return template.source().endsWith("\n")
        ? "the final newline of the block scalar stays outside ${{ }}, so the condition is a"
            + " non-empty string"
        : "white space outside ${{ }} makes the whole condition a non-empty string";
  }
}
