package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions, with unknown arguments. */
final class Functions {
  private final Evaluator evaluator;
  private final Scope scope;
  private final Operators operators;
  private final TextSearch search;
  private final Formatting formatting;

  Functions(Evaluator evaluator, Scope scope, Operators operators) {
    this.evaluator = evaluator;
    this.scope = scope;
    this.operators = operators;
    search = new TextSearch(evaluator, scope, operators);
    formatting = new Formatting(evaluator);
  }

  Value call(Expression.Call call) throws EvaluationException {
    return switch (call.function()) {
      case "contains" -> search.contains(call);
      case "startswith" -> search.edge(call, Comparison.PREFIX);
      case "endswith" -> search.edge(call, Comparison.SUFFIX);
      case "format" -> formatting.format(call);
      case "join" -> formatting.join(call);
      case "tojson" -> toJson(call);
      case "fromjson" -> fromJson(call);
      case "case" -> firstCase(call, 0);
      default -> ofScope(call);
    };
  }

  private Value ofScope(Expression.Call call) throws EvaluationException {
    List<Value> arguments = new ArrayList<>(call.arguments().size());
    for (Expression argument : call.arguments()) {
      arguments.add(evaluator.value(argument));
    }
    Value value = scope.function(call.function(), arguments, call);
    // A digest of files has too many values to try them all.
    boolean digest = call.function().equals("hashfiles");
    return digest && value instanceof Unknown unknown ? unknown.inexact() : value;
  }

  private Value toJson(Expression.Call call) throws EvaluationException {
    Value value = evaluator.value(call.arguments().getFirst());
    if (value instanceof Unknown unknown) {
      return unknown.within("", "").inexact().withTruthy(true);
    }
    Parts parts = new Parts();
    parts.walk(value, 0, call);
    if (parts.names.isEmpty() && parts.exact) {
      return evaluator.text(JsonText.pretty(value), call);
    }
    Unknown text = Unknown.derived(parts.names, false).withTruthy(true);
    return parts.mayFail ? text.failing() : text;
  }

  /** Collects the names inside a value, and counts its size. */
  private final class Parts {
    final Set<String> names = new LinkedHashSet<>();
    boolean exact = true;
    boolean mayFail;
    private long size;

    void walk(Value value, int level, Expression at) throws EvaluationException {
      count(2L * level + 2, at);
      if (value instanceof Value.Str text) {
        count(text.value().length(), at);
      } else if (value instanceof Value.Arr array) {
        for (Value item : array.items()) {
          walk(item, level + 1, at);
        }
      } else if (value instanceof Value.Obj object) {
        entries(object, level, at);
      } else if (value instanceof Unknown unknown) {
        add(unknown);
      }
    }

    private void entries(Value.Obj object, int level, Expression at) throws EvaluationException {
      Set<String> keys = object.keys();
      if (keys == null) {
        add(object.unlisted());
        return;
      }
      for (String key : keys) {
        count(key.length() + 4L, at);
        walk(object.get(key), level + 1, at);
      }
    }

    private void count(long characters, Expression at) throws EvaluationException {
      size += characters;
      evaluator.spend(characters, at);
      if (size > Evaluator.MAX_STRING) {
        throw EvaluationException.limit(at);
      }
    }

    private void add(Unknown unknown) {
      names.addAll(unknown.names());
      mayFail |= unknown.mayFail();
      exact = false;
    }
  }

  private Value fromJson(Expression.Call call) throws EvaluationException {
    Value value = evaluator.value(call.arguments().getFirst());
    if (value instanceof Unknown unknown) {
      return unknown.asJson();
    }
    String json = Coercion.toDisplayString(value);
    evaluator.spend(2L * json.length(), call);
    try {
      return JsonText.read(json);
    } catch (JsonSyntaxException e) {
      throw EvaluationException.at(
          call, "Error parsing JSON when evaluating fromJson: " + e.getMessage());
    }
  }

  /** Only the predicates up to the first that is true are evaluated, and only its value. */
  private Value firstCase(Expression.Call call, int from) throws EvaluationException {
    List<Expression> arguments = call.arguments();
    for (int i = from; i + 1 < arguments.size(); i += 2) {
      Value predicate = evaluator.value(arguments.get(i));
      if (predicate instanceof Unknown unknown) {
        return undecidedCase(call, unknown, i);
      }
      if (!(predicate instanceof Value.Bool bool)) {
        throw EvaluationException.at(
            arguments.get(i), "case predicate must evaluate to a boolean value");
      }
      if (bool.value()) {
        return evaluator.value(arguments.get(i + 1));
      }
    }
    return evaluator.value(arguments.getLast());
  }

  private Value undecidedCase(Expression.Call call, Unknown predicate, int at)
      throws EvaluationException {
    operators.record(predicate, Value.Bool.TRUE, Comparison.EQUAL);
    operators.record(predicate, Value.Bool.FALSE, Comparison.EQUAL);
    Unknown decider = Unknown.derived(predicate.names(), predicate.exact());
    if (predicate.mayFail() || !predicate.isBoolean()) {
      decider = decider.failing();
    }
    Value then = evaluator.valueIfReached(call.arguments().get(at + 1));
    Value otherwise = null;
    try {
      otherwise = firstCase(call, at + 2);
    } catch (EvaluationException e) {
      if (e.isLimit()) {
        throw e;
      }
    }
    if (then == null || otherwise == null) {
      decider = decider.failing();
    }
    Unknown result = decider;
    result = then == null ? result : result.or(then);
    result = otherwise == null ? result : result.or(otherwise);
    return result.withTruthy(common(then, otherwise));
  }

  private static @Nullable Boolean common(@Nullable Value a, @Nullable Value b) {
    Boolean first = truthy(a);
    Boolean second = truthy(b);
    return Objects.equals(first, second) ? first : null;
  }

  private static @Nullable Boolean truthy(@Nullable Value value) {
    if (value == null) {
      return null;
    }
    return value instanceof Unknown unknown ? unknown.truthy() : (Boolean) Coercion.truthy(value);
  }
}
