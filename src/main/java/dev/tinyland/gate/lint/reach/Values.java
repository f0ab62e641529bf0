package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Coercion;
import dev.tinyland.gate.lint.expression.EvaluationException;
import dev.tinyland.gate.lint.expression.Evaluator;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Scope;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.workflow.Input;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short ways to make and read values. */
final class Values {
  private Values() {}

  static Value of(String text) {
    return new Value.Str(text);
  }

  static Value of(boolean yes) {
    return Value.Bool.of(yes);
  }

  /** The string form of a primitive; null for everything else. */
  static @Nullable String text(Value value) {
    return switch (value) {
      case Value.Str(String text) -> text;
      case Value.Null _, Value.Bool _, Value.Num _ -> Coercion.toDisplayString(value);
      case Value.Arr _, Value.Obj _, Unknown _ -> null;
    };
  }

  /** What a string position makes of a value; an unknown value stays unknown. */
  static Value asString(Value value) {
    if (value instanceof Value.Str) {
      return value;
    }
    if (value instanceof Unknown unknown) {
      // Its kind is lost, which matters: a boolean is no longer equal to true, but 'true' is.
      return unknown.surrounded("", "");
    }
    return of(Coercion.toDisplayString(value));
  }

  /** Fixed text around a value. */
  static Value around(String prefix, Value value, String suffix) {
    String text = text(value);
    if (text != null) {
      return of(prefix + text + suffix);
    }
    return value instanceof Unknown unknown
        ? unknown.surrounded(prefix, suffix)
        : Unknown.derived(Set.of(), false);
  }

  /** A template's value; one that fails to evaluate stops its step, so nothing is known of it. */
  static Value evaluate(Template template, Scope scope) {
    try {
      return template.evaluate(scope);
    } catch (EvaluationException e) {
      return Unknown.derived(Set.of(), false);
    }
  }

  static Value evaluate(Expression expression, Scope scope) {
    try {
      return Evaluator.evaluate(expression, scope);
    } catch (EvaluationException e) {
      return Unknown.derived(Set.of(), false);
    }
  }

  /** A text as the declared type of an input takes it. */
  static Value typed(String text, Input.Type type) {
    return switch (type) {
      case BOOLEAN -> of(text.equalsIgnoreCase("true"));
      case NUMBER -> new Value.Num(number(text));
      case STRING, CHOICE, ENVIRONMENT -> of(text);
    };
  }

  static double number(String text) {
    return Coercion.toNumber(new Value.Str(text));
  }

  static String text(double number) {
    return Coercion.toDisplayString(new Value.Num(number));
  }
}
