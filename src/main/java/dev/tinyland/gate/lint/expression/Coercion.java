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
    return switch (value) {
      case Value.Null none -> false;
      case Value.Bool bool -> bool.value();
      case Value.Num number -> number.value() != 0 && !Double.isNaN(number.value());
      case Value.Str text -> !text.value().isEmpty();
      case Value.Arr array -> true;
      case Value.Obj object -> true;
      case Unknown unknown -> throw notKnown(unknown);
    };
  }

  /** Arrays and objects are NaN. */
  public static double toNumber(Value value) {
    return switch (value) {
      case Value.Null none -> 0;
      case Value.Bool bool -> bool.value() ? 1 : 0;
      case Value.Num number -> number.value();
      case Value.Str text -> Numbers.parse(text.value());
      case Value.Arr array -> Double.NaN;
      case Value.Obj object -> Double.NaN;
      case Unknown unknown -> throw notKnown(unknown);
    };
  }

  /** The string form: null is empty, an array is {@code Array}, an object is {@code Object}. */
  public static String toDisplayString(Value value) {
    return switch (value) {
      case Value.Null none -> "";
      case Value.Bool bool -> bool.value() ? "true" : "false";
      case Value.Num number -> Numbers.format(number.value());
      case Value.Str text -> text.value();
      case Value.Arr array -> "Array";
      case Value.Obj object -> "Object";
      case Unknown unknown -> throw notKnown(unknown);
    };
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
    if (left instanceof Unknown || right instanceof Unknown) {
      throw notKnown(left instanceof Unknown ? left : right);
    }
    return isSame(left, right);
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

  private static IllegalArgumentException notKnown(Value unknown) {
    return new IllegalArgumentException("a known value was expected, not " + unknown);
  }
}
