package dev.tinyland.gate.lint.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** format() and join(). */
final class Formatting {
  private final Evaluator evaluator;

  Formatting(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** Text that is built piece by piece, of which some pieces may not be known. */
  private final class Builder {
    private final Expression at;
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder after = new StringBuilder();
    private final Set<String> names = new LinkedHashSet<>();
    private @Nullable Unknown only;
    private int unknowns;
    private boolean exact = true;
    private boolean mayFail;
    private boolean sourceless = true;

    Builder(Expression at) {
      this.at = at;
    }

    void add(CharSequence text, int from, int to) throws EvaluationException {
      StringBuilder out = only == null ? before : after;
      evaluator.spend((long) to - from, at);
      if (out.length() + to - from > Evaluator.MAX_STRING) {
        throw EvaluationException.limit(at);
      }
      out.append(text, from, to);
    }

    void add(Value value) throws EvaluationException {
      if (value instanceof Unknown unknown) {
        unknowns++;
        only = unknown;
        names.addAll(unknown.names());
        exact &= unknown.exact();
        mayFail |= unknown.mayFail();
        sourceless &= unknown.sources().isEmpty();
      } else {
        String text = Coercion.toDisplayString(value);
        add(text, 0, text.length());
      }
    }

    Value build() throws EvaluationException {
      if (only == null) {
        return evaluator.text(before, at);
      }
      if (unknowns == 1) {
        return only.within(before.toString(), after.toString());
      }
      Unknown mixed = Unknown.derived(names, exact && sourceless);
      boolean someText = !before.isEmpty() || !after.isEmpty();
      Unknown text = mixed.withTruthy(someText ? Boolean.TRUE : null);
      return mayFail ? text.failing() : text;
    }
  }

  Value format(Expression.Call call) throws EvaluationException {
    List<Expression> arguments = call.arguments();
    Value first = evaluator.value(arguments.getFirst());
    if (first instanceof Unknown unknown) {
      return unknown.opaque().failing();
    }
    String template = Coercion.toDisplayString(first);
    Builder out = new Builder(call);
    @Nullable Value[] values = new Value[arguments.size()];
    int index = 0;
    while (index < template.length()) {
      int brace = nextBrace(template, index);
      out.add(template, index, brace);
      if (brace == template.length()) {
        break;
      }
      char c = template.charAt(brace);
      if (brace + 1 < template.length() && template.charAt(brace + 1) == c) {
        out.add(template, brace, brace + 1);
        index = brace + 2;
        continue;
      }
      int close = c == '{' ? placeholderEnd(template, brace + 1) : -1;
      int number = close < 0 ? -1 : number(template, brace + 1, close);
      if (number < 0) {
        throw EvaluationException.at(call, "The following format string is invalid: " + template);
      }
      if (number + 1 >= arguments.size()) {
        throw EvaluationException.at(
            call,
            "The following format string references more arguments than were supplied: "
                + template);
      }
      Value value = values[number + 1];
      if (value == null) {
        value = evaluator.value(arguments.get(number + 1));
        values[number + 1] = value;
      }
      out.add(value);
      index = close + 1;
    }
    return out.build();
  }

  private static int nextBrace(String template, int from) {
    int at = from;
    while (at < template.length() && template.charAt(at) != '{' && template.charAt(at) != '}') {
      at++;
    }
    return at;
  }

  /** The closing brace after one to any number of digits, or -1. */
  private static int placeholderEnd(String template, int from) {
    int at = from;
    while (at < template.length() && template.charAt(at) >= '0' && template.charAt(at) <= '9') {
      at++;
    }
    return at > from && at < template.length() && template.charAt(at) == '}' ? at : -1;
  }

  /** The runner reads the number into a byte; more is no placeholder. */
  private static int number(String template, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + template.charAt(i) - '0';
      if (value > 255) {
        return -1;
      }
    }
    return value;
  }

  Value join(Expression.Call call) throws EvaluationException {
    Value first = evaluator.value(call.arguments().getFirst());
    if (first instanceof Unknown unknown) {
      return unknown.opaque();
    }
    if (!(first instanceof Value.Arr array)) {
      return first instanceof Value.Obj
          ? Value.Str.EMPTY
          : evaluator.text(Coercion.toDisplayString(first), call);
    }
    Value separator = new Value.Str(",");
    if (array.items().size() > 1 && call.arguments().size() > 1) {
      Value given = evaluator.value(call.arguments().getLast());
      boolean usable = given instanceof Unknown || Coercion.isPrimitive(given);
      separator = usable ? given : separator;
    }
    Builder out = new Builder(call);
    for (int i = 0; i < array.items().size(); i++) {
      if (i > 0) {
        out.add(separator);
      }
      evaluator.spend(1, call);
      out.add(array.items().get(i));
    }
    return out.build();
  }
}
