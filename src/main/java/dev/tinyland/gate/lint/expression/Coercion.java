package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.lint.expression.Expression.Operator;

/**
 * GitHub's loose typing, for values that are known. None of these takes an {@link Unknown}; that is
 * a mistake of the caller.
 */
public final class Coercion {
  private Coercion() {}

  /** False for null, false, 0, NaN and the empty string; true for everything else. */
  public static boolean truthy(Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.value();
    }
    if (value instanceof Value.Str text) {
      return !text.value().isEmpty();
    }
    if (value instanceof Value.Num number) {
      return number.value() != 0 && !Double.isNaN(number.value());
    }
    return !(known(value) instanceof Value.Null);
  }

  /** Arrays and objects are NaN. */
  public static double toNumber(Value value) {
    if (value instanceof Value.Num number) {
      return number.value();
    }
    if (value instanceof Value.Bool bool) {
      return bool.value() ? 1 : 0;
    }
    if (value instanceof Value.Str text) {
      return Numbers.parse(text.value());
    }
    return known(value) instanceof Value.Null ? 0 : Double.NaN;
  }

  /** The string form: null is empty, an array is {@code Array}, an object is {@code Object}. */
  public static String toDisplayString(Value value) {
    if (value instanceof Value.Str text) {
      return text.value();
    }
    if (value instanceof Value.Bool bool) {
      return bool.value() ? "true" : "false";
    }
    if (value instanceof Value.Num number) {
      return Numbers.format(number.value());
    }
    if (value instanceof Value.Arr) {
      return "Array";
    }
    return known(value) instanceof Value.Obj ? "Object" : "";
  }

  /** True for null, booleans, numbers and strings. */
  public static boolean isPrimitive(Value value) {
    return !(value instanceof Value.Arr || value instanceof Value.Obj || value instanceof Unknown);
  }

  /** The operator {@code ==}: strings ignore case, different kinds compare as numbers. */
  public static boolean looseEquals(Value left, Value right) {
    if (left instanceof Value.Str a && right instanceof Value.Str b) {
      return Ordinal.equal(a.value(), b.value());
    }
    if (left instanceof Value.Null && right instanceof Value.Null) {
      return true;
    }
    if (isPrimitive(left) && isPrimitive(right)) {
      return toNumber(left) == toNumber(right);
    }
    return isSame(known(left), known(right));
  }

  /** The operators {@code < <= > >=}; anything against NaN, an array or an object is false. */
  public static boolean compare(Operator operator, Value left, Value right) {
    return switch (operator) {
      case EQ -> looseEquals(left, right);
      case NE -> !looseEquals(left, right);
      case LT -> ordered(left, right);
      case GT -> ordered(right, left);
      case LE -> looseEquals(left, right) || ordered(left, right);
      case GE -> looseEquals(left, right) || ordered(right, left);
    };
  }

  private static boolean ordered(Value less, Value more) {
    if (less instanceof Value.Str a && more instanceof Value.Str b) {
      return Ordinal.compare(a.value(), b.value()) < 0;
    }
    if (less instanceof Value.Null && more instanceof Value.Null) {
      return false;
    }
    return isPrimitive(less) && isPrimitive(more) && toNumber(less) < toNumber(more);
  }

  /** Arrays and objects are equal to themselves only, whatever they hold. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Value left, Value right) {
    return left == right;
  }

  private static Value known(Value value) {
    if (value instanceof Unknown) {
      throw new IllegalArgumentException("a known value was expected, not " + value);
    }
    return value;
  }
}
