package dev.tinyland.gate.lint.expression;

import dev.tinyland.gate.lint.expression.Expression.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The comparing operators, with unknown operands. */
final class Operators {
  private final Evaluator evaluator;
  private final Scope scope;

  Operators(Evaluator evaluator, Scope scope) {
    this.evaluator = evaluator;
    this.scope = scope;
  }

  Value binary(Expression.Binary binary) throws EvaluationException {
    Value left = evaluator.value(binary.left());
    Value right = evaluator.value(binary.right());
    if (binary.operator() == Operator.EQ) {
      return equal(left, right, binary);
    }
    if (binary.operator() == Operator.NE) {
      return negate(equal(left, right, binary));
    }
    return relational(binary, left, right);
  }

  /** {@code left == right}; boolean or an unknown boolean. */
  Value equal(Value left, Value right, Expression at) throws EvaluationException {
    if (left instanceof Unknown a) {
      if (right instanceof Unknown b) {
        return a.isSameAs(b) ? Value.Bool.TRUE : related(a, b, Comparison.EQUAL);
      }
      return equalTo(a, right);
    }
    if (right instanceof Unknown b) {
      return equalTo(b, left);
    }
    if (left instanceof Value.Str a && right instanceof Value.Str b) {
      evaluator.spend(Math.min(a.value().length(), b.value().length()), at);
    }
    return Value.Bool.of(Coercion.looseEquals(left, right));
  }

  /** Two unknowns met; a boolean that depends on both. */
  Unknown related(Unknown left, Unknown right, Comparison how) {
    for (Unknown.Source a : left.sources()) {
      for (Unknown.Source b : right.sources()) {
        scope.related(Unknown.of(a.name()), Unknown.of(b.name()), how);
      }
    }
    recordBooleans(left, right, how);
    recordBooleans(right, left, how);
    // Only where both are one name's value as it is do the values of one matter as they are for
    // the other.
    return Unknown.joint(left, right, left.isOneName() && right.isOneName());
  }

  /** A boolean without a name of its own has two values only, which are worth trying. */
  private void recordBooleans(Unknown bool, Unknown other, Comparison how) {
    if (!bool.isBoolean()) {
      return;
    }
    for (Value.Bool value : List.of(Value.Bool.TRUE, Value.Bool.FALSE)) {
      if (how == Comparison.EQUAL) {
        equalTo(other, value);
      } else {
        record(other, new Value.Str(Coercion.toDisplayString(value)), how);
      }
    }
  }

  /** Tells the scope of every name whose value flows into the unknown. */
  void record(Unknown unknown, Value other, Comparison how) {
    for (Unknown.Source source : unknown.sources()) {
      Unknown atom = Unknown.of(source.name());
      if (source.shape() != Unknown.Shape.JSON) {
        scope.compared(atom, other, how);
      } else if (Coercion.isPrimitive(other)) {
        String json = JsonText.compact(other);
        scope.compared(atom, new Value.Str(json), Comparison.EQUAL);
        if (how == Comparison.SUBSTRING) {
          scope.compared(atom, new Value.Str("[" + json + "]"), Comparison.EQUAL);
        }
      }
    }
  }

  private Value equalTo(Unknown unknown, Value other) {
    if (other instanceof Value.Num number && Double.isNaN(number.value())) {
      return unknown.decided(false);
    }
    if (!Coercion.isPrimitive(other)) {
      return unknown.asBoolean().inexact();
    }
    if (unknown.isBoolean()) {
      boolean whenTrue = Coercion.looseEquals(Value.Bool.TRUE, other);
      boolean whenFalse = Coercion.looseEquals(Value.Bool.FALSE, other);
      return whenTrue == whenFalse ? unknown.decided(whenTrue) : unknown.asBoolean();
    }
    boolean possible = unknown.sources().isEmpty();
    boolean exact = true;
    for (Unknown.Source source : unknown.sources()) {
      String middle = middle(source, other);
      boolean bare = source.prefix().isEmpty() && source.suffix().isEmpty();
      if (source.shape() == Unknown.Shape.TEXT && !bare && !(other instanceof Value.Str)) {
        possible = true;
        exact = false;
      } else if (bare) {
        possible = true;
        record(Unknown.of(source.name()), source, other);
      } else if (middle != null) {
        possible = true;
        scope.compared(Unknown.of(source.name()), new Value.Str(middle), Comparison.EQUAL);
      }
    }
    if (!possible && unknown.isText()) {
      return unknown.decided(false);
    }
    Unknown result = unknown.asBoolean();
    return exact ? result : result.inexact();
  }

  private void record(Unknown atom, Unknown.Source source, Value other) {
    if (source.shape() == Unknown.Shape.JSON) {
      scope.compared(atom, new Value.Str(JsonText.compact(other)), Comparison.EQUAL);
    } else {
      scope.compared(atom, other, Comparison.EQUAL);
      if (!(other instanceof Value.Str)) {
        // A truthy string may equal a falsy number: '0' == false.
        String number = Numbers.format(Coercion.toNumber(other));
        scope.compared(atom, new Value.Str(number), Comparison.EQUAL);
      }
    }
  }

  /** What stands between prefix and suffix of a text, or null where it does not fit. */
  private static @Nullable String middle(Unknown.Source source, Value other) {
    if (!(other instanceof Value.Str text)) {
      return null;
    }
    String whole = text.value();
    int from = source.prefix().length();
    int to = whole.length() - source.suffix().length();
    boolean fits =
        from <= to
            && Ordinal.startsWith(whole, source.prefix())
            && Ordinal.endsWith(whole, source.suffix());
    return fits ? whole.substring(from, to) : null;
  }

  private static Value negate(Value value) {
    if (value instanceof Value.Bool bool) {
      return Value.Bool.of(!bool.value());
    }
    Unknown unknown = (Unknown) value;
    Boolean known = unknown.truthy();
    return known == null ? unknown : unknown.withTruthy(!known);
  }

  private Value relational(Expression.Binary binary, Value left, Value right)
      throws EvaluationException {
    boolean less = binary.operator() == Operator.LT || binary.operator() == Operator.LE;
    Comparison leftIs = less ? Comparison.LESS : Comparison.GREATER;
    Comparison rightIs = less ? Comparison.GREATER : Comparison.LESS;
    if (left instanceof Unknown a) {
      return right instanceof Unknown b
          ? related(a, b, leftIs).inexact()
          : relationalTo(binary, a, right, leftIs, true);
    }
    if (right instanceof Unknown b) {
      return relationalTo(binary, b, left, rightIs, false);
    }
    if (left instanceof Value.Str a && right instanceof Value.Str b) {
      evaluator.spend(2L * Math.min(a.value().length(), b.value().length()), binary);
    }
    return Value.Bool.of(Coercion.compare(binary.operator(), left, right));
  }

  private Value relationalTo(
      Expression.Binary binary, Unknown unknown, Value other, Comparison how, boolean isLeft) {
    if (unknown.isBoolean()) {
      boolean whenTrue = compare(binary.operator(), Value.Bool.TRUE, other, isLeft);
      boolean whenFalse = compare(binary.operator(), Value.Bool.FALSE, other, isLeft);
      return whenTrue == whenFalse ? unknown.decided(whenTrue) : unknown.asBoolean();
    }
    if (other instanceof Value.Num number && Double.isNaN(number.value())) {
      return unknown.decided(false);
    }
    if (Coercion.isPrimitive(other)) {
      record(unknown, other, how);
      if (binary.operator() == Operator.LE || binary.operator() == Operator.GE) {
        record(unknown, other, Comparison.EQUAL);
      }
    }
    return unknown.asBoolean().inexact();
  }

  private static boolean compare(Operator operator, Value unknown, Value other, boolean isLeft) {
    return isLeft
        ? Coercion.compare(operator, unknown, other)
        : Coercion.compare(operator, other, unknown);
  }
}
