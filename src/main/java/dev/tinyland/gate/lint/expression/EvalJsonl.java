package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The batch mode of {@code gate eval}: one JSON object in, one JSON object out. */
public final class EvalJsonl {
  private EvalJsonl() {}

  /**
   * Answers one line.
   *
   * @param jsonLine {@code {"expr":…,"context":{…},"status":…}}; context and status may be absent
   * @return {@code {"kind":…,"value":…}}, {@code {"unknown":[…]}} or {@code {"error":…}}, the last
   *     with a 1-based {@code position} in expr where there is one; never an exception
   */
  public static String line(String jsonLine) {
    try {
      if (!(JsonReader.read(jsonLine) instanceof Map<?, ?> request)) {
        return error("a JSON object was expected", 0);
      }
      return answer(request);
    } catch (JsonSyntaxException e) {
      return error(e.getMessage(), 0);
    }
  }

  private static String answer(Map<?, ?> request) {
    if (!(request.get("expr") instanceof String expr)) {
      return error("'expr' must be a string", 0);
    }
    Object context = request.get("context");
    if (context != null && !(context instanceof Map<?, ?>)) {
      return error("'context' must be an object", 0);
    }
    Object status = request.get("status");
    if (status != null && !(status instanceof String)) {
      return error("'status' must be a string", 0);
    }
    Map<String, @Nullable Object> trees = new LinkedHashMap<>();
    if (context instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        trees.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    try {
      return evaluate(expr, ContextScope.of(trees, (String) status));
    } catch (IllegalArgumentException e) {
      return error(e.getMessage(), 0);
    } catch (ExpressionSyntaxException e) {
      return error(e.getMessage(), e.position());
    } catch (EvaluationException e) {
      return error(e.getMessage(), e.position());
    }
  }

  /** One expression, with or without a fence, in the output format of {@link #line}. */
  static String evaluate(String expr, Scope scope)
      throws ExpressionSyntaxException, EvaluationException {
    Expression expression =
        expr.contains("${{") ? Template.parse(expr).toExpression() : ExpressionParser.parse(expr);
    return answer(Evaluator.evaluate(expression, scope));
  }

  private static String answer(Value value) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    Set<String> unknown = new TreeSet<>();
    if (collect(value, unknown)) {
      out.put("unknown", new ArrayList<>(unknown));
    } else {
      out.put("kind", kind(value));
      out.put("value", JsonText.toTree(value));
    }
    return JsonWriter.compact(out);
  }

  /** Adds the names inside the value; true where any part of it is not known. */
  private static boolean collect(Value value, Set<String> names) {
    boolean found = false;
    switch (value) {
      case Unknown unknown -> {
        names.addAll(unknown.names());
        return true;
      }
      case Value.Arr array -> {
        for (Value item : array.items()) {
          found |= collect(item, names);
        }
      }
      case Value.Obj object -> {
        Set<String> keys = object.keys();
        for (String key : keys == null ? List.<String>of() : List.copyOf(keys)) {
          found |= collect(object.get(key), names);
        }
        found |= keys == null;
      }
      default -> {
        return false;
      }
    }
    return found;
  }

  private static String kind(Value value) {
    return switch (value) {
      case Value.Null none -> "null";
      case Value.Bool bool -> "boolean";
      case Value.Num number -> "number";
      case Value.Str text -> "string";
      case Value.Arr array -> "array";
      case Value.Obj object -> "object";
      case Unknown unknown -> "unknown";
    };
  }

  private static String error(@Nullable String message, int position) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("error", message == null ? "unknown error" : message);
    if (position > 0) {
      out.put("position", position);
    }
    return JsonWriter.compact(out);
  }
}
