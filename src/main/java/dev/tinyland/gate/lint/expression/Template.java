package dev.tinyland.gate.lint.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that may contain fences: literal text and expressions in turn. Offsets of expressions
 * count from the start of the scalar.
 */
public final class Template {
  private static final String NOT_CLOSED =
      "The expression is not closed. An unescaped ${{ sequence was found, but the closing }}"
          + " sequence was not found.";

  /** A piece of a template. */
  public sealed interface Part {}

  /** Text outside the fences; never empty. */
  public record Text(String text) implements Part {}

  /**
   * A fence.
   *
   * @param start offset of the dollar sign
   * @param end offset after the closing braces
   */
  public record Fence(Expression expression, int start, int end) implements Part {}

  private final String source;
  private final List<Part> parts;

  private Template(String source, List<Part> parts) {
    this.source = source;
    this.parts = parts;
  }

  /**
   * Reads a scalar with every context and function that GitHub has.
   *
   * @throws ExpressionSyntaxException with the 1-based position in the scalar
   */
  public static Template parse(String scalar) throws ExpressionSyntaxException {
    return parse(scalar, FunctionTable.CONTEXTS, FunctionTable.FUNCTIONS);
  }

  /**
   * Reads a scalar with the given names only (lower-case); null allows any name.
   *
   * @throws ExpressionSyntaxException with the 1-based position in the scalar
   */
  public static Template parse(
      String scalar, @Nullable Set<String> contexts, @Nullable Set<String> functions)
      throws ExpressionSyntaxException {
    List<Fences.Fence> fences = Fences.in(scalar);
    if (fences.isEmpty()) {
      return new Template(scalar, scalar.isEmpty() ? List.of() : List.of(new Text(scalar)));
    }
    List<Part> parts = new ArrayList<>(2 * fences.size() + 1);
    int from = 0;
    for (Fences.Fence fence : fences) {
      if (!fence.closed()) {
        throw new ExpressionSyntaxException(NOT_CLOSED, NOT_CLOSED, fence.start() + 1);
      }
      if (fence.start() > from) {
        parts.add(new Text(scalar.substring(from, fence.start())));
      }
      Expression expression = inside(scalar, fence, contexts, functions);
      parts.add(new Fence(expression, fence.start(), fence.end()));
      from = fence.end();
    }
    if (from < scalar.length()) {
      parts.add(new Text(scalar.substring(from)));
    }
    return new Template(scalar, List.copyOf(parts));
  }

  private static Expression inside(
      String scalar,
      Fences.Fence fence,
      @Nullable Set<String> contexts,
      @Nullable Set<String> functions)
      throws ExpressionSyntaxException {
    int start = fence.start() + 3;
    int end = fence.end() - 2;
    while (start < end && Lexer.isSpace(scalar.charAt(start))) {
      start++;
    }
    while (end > start && Lexer.isSpace(scalar.charAt(end - 1))) {
      end--;
    }
    return ExpressionParser.parse(scalar, start, end, contexts, functions);
  }

  /** The scalar as it was given. */
  public String source() {
    return source;
  }

  /** Text and fences in order; empty for the empty scalar. */
  public List<Part> parts() {
    return parts;
  }

  /** True where there is no fence at all. */
  public boolean isLiteral() {
    return parts.isEmpty() || (parts.size() == 1 && parts.getFirst() instanceof Text);
  }

  /** The expression where one fence covers the whole scalar, so that its value keeps its type. */
  public @Nullable Expression single() {
    return parts.size() == 1 && parts.getFirst() instanceof Fence fence ? fence.expression() : null;
  }

  /**
   * The value of the scalar: typed where one fence covers all of it, else a string.
   *
   * @throws EvaluationException where GitHub's evaluation fails
   */
  public Value evaluate(Scope scope) throws EvaluationException {
    return isLiteral() ? new Value.Str(source) : Evaluator.evaluate(toExpression(), scope);
  }

  /** The scalar as one expression, as GitHub rewrites it: text and fences become format(). */
  public Expression toExpression() {
    Expression single = single();
    if (single != null) {
      return single;
    }
    if (isLiteral()) {
      return new Expression.Literal(new Value.Str(source), -1, -1);
    }
    StringBuilder format = new StringBuilder(source.length());
    List<Expression> arguments = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Text text) {
        format.append(text.text().replace("{", "{{").replace("}", "}}"));
      } else if (part instanceof Fence fence) {
        format.append('{').append(arguments.size()).append('}');
        arguments.add(fence.expression());
      }
    }
    arguments.addFirst(new Expression.Literal(new Value.Str(format.toString()), -1, -1));
    return new Expression.Call("format", List.copyOf(arguments), -1, -1);
  }
}
