package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts that are put together, taken apart again: the folders of a path. */
final class PathText {
  private PathText() {}

  /** The segments of a path, each an expression; {@code .} and {@code ..} are worked out. */
  static List<Expression> segments(@Nullable Expression path) {
    List<Expression> segments = new ArrayList<>();
    List<Expression> segment = new ArrayList<>();
    for (Expression piece : path == null ? List.<Expression>of() : pieces(path)) {
      String text = literal(piece);
      if (text == null) {
        segment.add(piece);
        continue;
      }
      int start = 0;
      for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', start)) {
        addText(text.substring(start, slash), segment);
        close(segment, segments);
        start = slash + 1;
      }
      addText(text.substring(start), segment);
    }
    close(segment, segments);
    return segments;
  }

  /** A text without its beginning, such as that of an option. */
  static Expression without(Expression text, String beginning) {
    List<Expression> pieces = pieces(text);
    String first = pieces.isEmpty() ? null : literal(pieces.getFirst());
    if (first == null || !first.startsWith(beginning)) {
      return text;
    }
    pieces.set(0, Terms.text(first.substring(beginning.length())));
    return joined(pieces);
  }

  static @Nullable String literal(Expression expression) {
    return expression instanceof Expression.Literal(Value.Str(String text), _, _) ? text : null;
  }

  private static void addText(String text, List<Expression> to) {
    if (!text.isEmpty()) {
      to.add(Terms.text(text));
    }
  }

  private static void close(List<Expression> segment, List<Expression> segments) {
    if (!segment.isEmpty()) {
      Expression whole = joined(segment);
      String text = literal(whole);
      if ("..".equals(text) && !segments.isEmpty()) {
        segments.removeLast();
      } else if (!".".equals(text)) {
        segments.add(whole);
      }
      segment.clear();
    }
  }

  private static Expression joined(List<Expression> pieces) {
    List<Expression> arguments = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    StringBuilder format = new StringBuilder();
    for (Expression piece : pieces) {
      String literal = literal(piece);
      if (literal == null) {
        format.append('{').append(arguments.size()).append('}');
        arguments.add(piece);
      } else {
        text.append(literal);
        format.append(literal.replace("{", "{{").replace("}", "}}"));
      }
    }
    if (arguments.isEmpty()) {
      return Terms.text(text.toString());
    }
    if (pieces.size() == 1) {
      return arguments.getFirst();
    }
    arguments.addFirst(Terms.text(format.toString()));
    return new Expression.Call("format", arguments, -1, -1);
  }

  /** What stands side by side in a text; calls of {@code format} are opened. */
  private static List<Expression> pieces(Expression expression) {
    List<Expression> pieces = new ArrayList<>();
    boolean formats =
        expression instanceof Expression.Call call
            && call.function().equals("format")
            && literal(call.arguments().getFirst()) != null;
    if (formats && expression instanceof Expression.Call call) {
      open(String.valueOf(literal(call.arguments().getFirst())), call.arguments(), pieces);
    } else {
      pieces.add(expression);
    }
    return pieces;
  }

  private static void open(String format, List<Expression> arguments, List<Expression> to) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      boolean doubled = i + 1 < format.length() && format.charAt(i + 1) == c;
      int end = format.indexOf('}', i);
      if ((c == '{' || c == '}') && doubled) {
        text.append(c);
        i++;
      } else if (c == '{' && end > i) {
        addText(text.toString(), to);
        text.setLength(0);
        to.addAll(argument(format.substring(i + 1, end), arguments));
        i = end;
      } else {
        text.append(c);
      }
    }
    addText(text.toString(), to);
  }

  private static List<Expression> argument(String number, List<Expression> arguments) {
    int index = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c < '0' || c > '9' || index > arguments.size()) {
        return List.of();
      }
      index = 10 * index + (c - '0');
    }
    return index + 1 < arguments.size() ? pieces(arguments.get(index + 1)) : List.of();
  }
}
