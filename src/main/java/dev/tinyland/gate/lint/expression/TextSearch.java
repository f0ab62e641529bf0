package dev.tinyland.gate.lint.expression;

/** contains, startsWith and endsWith. */
final class TextSearch {
  private final Evaluator evaluator;
  private final Scope scope;
  private final Operators operators;

  TextSearch(Evaluator evaluator, Scope scope, Operators operators) {
    this.evaluator = evaluator;
    this.scope = scope;
    this.operators = operators;
  }

  Value contains(Expression.Call call) throws EvaluationException {
    Value whole = evaluator.value(call.arguments().getFirst());
    if (whole instanceof Value.Obj
        || (whole instanceof Value.Arr empty && empty.items().isEmpty())) {
      return Value.Bool.FALSE;
    }
    if (whole instanceof Unknown unknown) {
      Value part = evaluator.valueIfReached(call.arguments().getLast());
      if (part == null) {
        return unknown.failing().decided(false);
      }
      return part instanceof Unknown other
          ? operators.related(unknown, other, Comparison.SUBSTRING)
          : within(unknown, part);
    }
    Value part = evaluator.value(call.arguments().getLast());
    if (whole instanceof Value.Arr array) {
      return element(array, part, call);
    }
    if (part instanceof Unknown unknown) {
      return needle(unknown, whole, Comparison.SUBSTRING);
    }
    if (!Coercion.isPrimitive(part)) {
      return Value.Bool.FALSE;
    }
    String text = Coercion.toDisplayString(whole);
    String wanted = Coercion.toDisplayString(part);
    evaluator.spend(text.length() * (1L + wanted.length() / 16), call);
    return Value.Bool.of(Ordinal.contains(text, wanted));
  }

  /** startsWith or endsWith. */
  Value edge(Expression.Call call, Comparison how) throws EvaluationException {
    Value whole = evaluator.value(call.arguments().getFirst());
    if (whole instanceof Value.Arr || whole instanceof Value.Obj) {
      return Value.Bool.FALSE;
    }
    if (whole instanceof Unknown unknown) {
      Value part = evaluator.valueIfReached(call.arguments().getLast());
      if (part == null) {
        return unknown.failing().decided(false);
      }
      return part instanceof Unknown other
          ? operators.related(unknown, other, how)
          : edgeOf(unknown, part, how);
    }
    Value part = evaluator.value(call.arguments().getLast());
    if (part instanceof Unknown unknown) {
      return needle(unknown, whole, how);
    }
    if (!Coercion.isPrimitive(part)) {
      return Value.Bool.FALSE;
    }
    String text = Coercion.toDisplayString(whole);
    String wanted = Coercion.toDisplayString(part);
    evaluator.spend(wanted.length(), call);
    return Value.Bool.of(
        how == Comparison.PREFIX
            ? Ordinal.startsWith(text, wanted)
            : Ordinal.endsWith(text, wanted));
  }

  /** Loose equality with any element; unknown elements and an unknown part are both fine. */
  private Value element(Value.Arr array, Value part, Expression at) throws EvaluationException {
    Unknown undecided = null;
    for (Value item : array.items()) {
      evaluator.spend(1, at);
      Value equal = operators.equal(item, part, at);
      if (equal instanceof Value.Bool bool) {
        if (bool.value()) {
          return undecided != null && undecided.mayFail() ? undecided : Value.Bool.TRUE;
        }
      } else if (equal instanceof Unknown unknown) {
        undecided = undecided == null ? unknown : Unknown.joint(undecided, unknown, true);
      }
    }
    return undecided == null ? Value.Bool.FALSE : undecided;
  }

  private Value needle(Unknown part, Value whole, Comparison how) {
    if (part.isBoolean()) {
      return part.asBoolean();
    }
    String text = Coercion.toDisplayString(whole);
    operators.record(part, new Value.Str(text), how);
    // Every part of the text is a value that matters, and those are not listed.
    return part.asBoolean().inexact();
  }

  private Value within(Unknown whole, Value part) {
    if (!Coercion.isPrimitive(part)) {
      return whole.isText() || whole.isBoolean()
          ? whole.decided(false)
          : whole.asBoolean().inexact();
    }
    String wanted = Coercion.toDisplayString(part);
    boolean inEvery = whole.isText();
    for (Unknown.Source source : whole.sources()) {
      inEvery &=
          Ordinal.contains(source.prefix(), wanted) || Ordinal.contains(source.suffix(), wanted);
    }
    if (inEvery) {
      return whole.decided(true);
    }
    operators.record(whole, new Value.Str(wanted), Comparison.SUBSTRING);
    return isBare(whole) ? whole.asBoolean() : whole.asBoolean().inexact();
  }

  private Value edgeOf(Unknown whole, Value part, Comparison how) {
    if (!Coercion.isPrimitive(part)) {
      return whole.decided(false);
    }
    String wanted = Coercion.toDisplayString(part);
    if (!whole.isText() || whole.sources().size() != 1) {
      operators.record(whole, new Value.Str(wanted), how);
      return isBare(whole) ? whole.asBoolean() : whole.asBoolean().inexact();
    }
    Unknown.Source source = whole.sources().getFirst();
    boolean prefix = how == Comparison.PREFIX;
    String fixed = prefix ? source.prefix() : source.suffix();
    int common = Math.min(fixed.length(), wanted.length());
    boolean fits =
        prefix
            ? Ordinal.startsWith(fixed, wanted.substring(0, common))
            : Ordinal.endsWith(fixed, wanted.substring(wanted.length() - common));
    if (!fits || wanted.length() <= fixed.length()) {
      return whole.decided(fits);
    }
    String rest = prefix ? wanted.substring(common) : wanted.substring(0, wanted.length() - common);
    scope.compared(Unknown.of(source.name()), new Value.Str(rest), how);
    boolean free = (prefix ? source.suffix() : source.prefix()).isEmpty();
    return free ? whole.asBoolean() : whole.asBoolean().inexact();
  }

  private static boolean isBare(Unknown unknown) {
    for (Unknown.Source source : unknown.sources()) {
      if (!source.prefix().isEmpty() || !source.suffix().isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
