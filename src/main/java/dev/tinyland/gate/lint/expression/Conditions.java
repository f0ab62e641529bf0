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
    boolean fenced = scalar.contains("${{");
    Template template = fenced ? Template.parse(scalar, contexts, functions) : null;
    Expression written =
        template == null
            ? ExpressionParser.parse(scalar, contexts, functions)
            : template.toExpression();
    String alwaysTrue = template == null ? null : textOutside(template);
    if (callsStatus(written)) {
      return new Condition(text, written, written, false, alwaysTrue);
    }
    Expression guarded = new Expression.And(SUCCESS, written);
    return new Condition(text, written, guarded, true, alwaysTrue);
  }

  /** Whether success, failure, always or cancelled is called anywhere, also inside arguments. */
  public static boolean callsStatus(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> false;
      case Expression.Context context -> false;
      case Expression.Property property -> callsStatus(property.of());
      case Expression.Index index -> callsStatus(index.of()) || callsStatus(index.index());
      case Expression.Filter filter -> callsStatus(filter.of());
      case Expression.Not not -> callsStatus(not.operand());
      case Expression.Binary binary -> callsStatus(binary.left()) || callsStatus(binary.right());
      case Expression.And and -> anyCallsStatus(and.operands());
      case Expression.Or or -> anyCallsStatus(or.operands());
      case Expression.Call call -> isStatus(call.function()) || anyCallsStatus(call.arguments());
    };
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
