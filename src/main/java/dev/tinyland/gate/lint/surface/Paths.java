package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders as expressions. */
final class Paths {
  private Paths() {}

  /** A path within a folder; null stands for the folder where everything starts. */
  static @Nullable Expression below(@Nullable Expression folder, @Nullable Expression path) {
    if (folder == null || path == null || isAbsolute(path)) {
      return path == null ? folder : path;
    }
    return new Expression.Call("format", List.of(Guards.text("{0}/{1}"), folder, path), -1, -1);
  }

  /** A path that begins with a variable is most often absolute; what counts is how it ends. */
  private static boolean isAbsolute(Expression path) {
    return switch (path) {
      case Expression.Literal(Value.Str(String text), _, _) -> text.startsWith("/");
      case Expression.Call(String function, List<Expression> arguments, _, _)
          when function.equals("format") && isText(arguments.getFirst()) ->
          startsWithVariable(arguments.getFirst());
      default -> true;
    };
  }

  private static boolean isText(Expression expression) {
    return expression instanceof Expression.Literal(Value.Str _, _, _);
  }

  private static boolean startsWithVariable(Expression format) {
    return format instanceof Expression.Literal(Value.Str(String text), _, _)
        && (text.startsWith("{") || text.startsWith("/"));
  }
}
