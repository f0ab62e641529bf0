package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionParser;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.shell.ShellCondition;
import dev.tinyland.gate.lint.shell.Word;
import dev.tinyland.gate.lint.shell.WordPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shell tests as expressions, so that they join the other conditions on the way. What only the run
 * decides becomes a name of its own under {@code shell}.
 */
final class Guards {
  private static final int LONGEST_OPAQUE = 120;

  private Guards() {}

  static Expression expression(ShellCondition condition) {
    return switch (condition) {
      case ShellCondition.And(List<ShellCondition> all) ->
          all.isEmpty() ? literal(true) : joined(all, true);
      case ShellCondition.Or(List<ShellCondition> any) ->
          any.isEmpty() ? literal(false) : joined(any, false);
      case ShellCondition.Not(ShellCondition inner) ->
          new Expression.Not(expression(inner), -1, -1);
      case ShellCondition.Same(Word left, Word right) -> same(left, right);
      case ShellCondition.Empty(Word word) -> same(word, Word.of("", word.start(), word.end()));
      case ShellCondition.Glob(Word subject, Word pattern) -> glob(subject, pattern);
      case ShellCondition.Opaque(String text, int start, _) -> opaque(text, start);
    };
  }

  /** A word as an expression that gives its text; null where a part of it is not known. */
  static @Nullable Expression word(Word word) {
    if (word.parts().isEmpty()) {
      return text("");
    }
    List<Expression> parts = new ArrayList<>();
    for (WordPart part : word.parts()) {
      Expression expression = part(part);
      if (expression == null) {
        return null;
      }
      parts.add(expression);
    }
    return parts.size() == 1 ? parts.getFirst() : concatenated(parts);
  }

  /** A word as an expression; what only the run knows of it becomes a name of its own. */
  static Expression value(Word word) {
    List<Expression> parts = new ArrayList<>();
    for (WordPart part : word.parts()) {
      Expression expression = part(part);
      Word alone = new Word(List.of(part), word.start(), word.end());
      parts.add(expression == null ? opaque(alone.display(), word.start()) : expression);
    }
    if (parts.isEmpty()) {
      return text("");
    }
    return parts.size() == 1 ? parts.getFirst() : concatenated(parts);
  }

  private static Expression joined(List<ShellCondition> conditions, boolean and) {
    if (conditions.size() == 1) {
      return expression(conditions.getFirst());
    }
    List<Expression> operands = new ArrayList<>();
    for (ShellCondition condition : conditions) {
      operands.add(expression(condition));
    }
    return and ? new Expression.And(operands, -1, -1) : new Expression.Or(operands, -1, -1);
  }

  private static Expression same(Word left, Word right) {
    Expression one = word(left);
    Expression other = word(right);
    if (one == null || other == null) {
      return opaque(left.display() + " = " + right.display(), left.start());
    }
    return new Expression.Binary(Expression.Operator.EQ, one, other, -1, -1);
  }

  private static Expression glob(Word subject, Word pattern) {
    Expression of = word(subject);
    String text = pattern.literal();
    if (of == null || text == null || text.indexOf('?') >= 0) {
      return opaque(subject.display() + " == " + pattern.display(), subject.start());
    }
    int first = text.indexOf('*');
    int last = text.lastIndexOf('*');
    if (first < 0) {
      return new Expression.Binary(Expression.Operator.EQ, of, text(text), -1, -1);
    }
    if (text.indexOf('*', first + 1) != last && first != last) {
      return opaque(subject.display() + " == " + pattern.display(), subject.start());
    }
    if (first == last) {
      Expression start = call("startswith", of, text(text.substring(0, first)));
      Expression end = call("endswith", of, text(text.substring(first + 1)));
      if (first == 0) {
        return end;
      }
      return first == text.length() - 1 ? start : new Expression.And(List.of(start, end), -1, -1);
    }
    if (first == 0 && last == text.length() - 1) {
      return call("contains", of, text(text.substring(1, last)));
    }
    return opaque(subject.display() + " == " + pattern.display(), subject.start());
  }

  private static @Nullable Expression part(WordPart part) {
    return switch (part) {
      case WordPart.Literal literal -> text(literal.text());
      case WordPart.Variable variable -> variable(variable);
      case WordPart.Expression expression -> {
        try {
          Expression parsed = ExpressionParser.parse(expression.text().strip());
          yield format(parsed);
        } catch (ExpressionSyntaxException e) {
          yield null;
        }
      }
      case WordPart.CommandSubstitution _,
          WordPart.ProcessSubstitution _,
          WordPart.Arithmetic _,
          WordPart.Unknown _ ->
          null;
    };
  }

  private static @Nullable Expression variable(WordPart.Variable variable) {
    String name = variable.name();
    boolean named =
        !name.isEmpty() && (Character.isLetter(name.charAt(0)) || name.charAt(0) == '_');
    if (!named || variable.index() != null) {
      return null;
    }
    Expression value = property("env", name);
    Word operand = variable.operand();
    return switch (variable.operator()) {
      case "" -> value;
      case ":-", "-", ":=", "=" -> {
        Expression fallback = operand == null ? text("") : word(operand);
        yield fallback == null ? null : new Expression.Or(List.of(value, fallback), -1, -1);
      }
      case ":?", "?" -> value;
      default -> null;
    };
  }

  private static Expression concatenated(List<Expression> parts) {
    StringBuilder format = new StringBuilder();
    List<Expression> arguments = new ArrayList<>();
    for (Expression part : parts) {
      if (part instanceof Expression.Literal(Value.Str(String literal), _, _)) {
        format.append(literal.replace("{", "{{").replace("}", "}}"));
      } else {
        format.append('{').append(arguments.size()).append('}');
        arguments.add(part);
      }
    }
    arguments.addFirst(text(format.toString()));
    return new Expression.Call("format", arguments, -1, -1);
  }

  /** Something only the run decides; told from others by where it stands. */
  private static Expression opaque(String text, int offset) {
    String shown = text.length() > LONGEST_OPAQUE ? text.substring(0, LONGEST_OPAQUE) + "…" : text;
    return property("shell", shown + "@" + offset);
  }

  /** The expression as the text that a template puts in its place. */
  static Expression format(Expression expression) {
    return call("format", text("{0}"), expression);
  }

  static Expression property(String context, String name) {
    return new Expression.Property(new Expression.Context(context, -1, -1), name, -1, -1);
  }

  private static Expression call(String function, Expression... arguments) {
    return new Expression.Call(function, List.of(arguments), -1, -1);
  }

  static Expression text(String text) {
    return new Expression.Literal(new Value.Str(text), -1, -1);
  }

  private static Expression literal(boolean value) {
    return new Expression.Literal(Value.Bool.of(value), -1, -1);
  }
}
