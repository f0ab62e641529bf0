package dev.tinyland.gate.lint.expression;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions as the runner does, and goes on where a value is not known: the result is
 * then an {@link Unknown} or, for conditions, a {@link Truth} by Kleene's three-valued logic.
 *
 * <p>Types are told apart by chains of instanceof here: on first use a switch over types costs
 * several times as much, and most runs of the program evaluate few expressions.
 *
 * <p>Arguments that the runner leaves alone (later predicates of case(), arguments that no
 * placeholder names) are left alone here too. Work is bounded: 10 MiB for one string, a fixed
 * number of steps for one evaluation.
 */
public final class Evaluator {
  static final int MAX_STRING = 10 * 1024 * 1024;
  private static final int MAX_WORK = 64 * 1024 * 1024;

  private final Scope scope;
  private final Operators operators;
  private final Indexing indexing;
  private final Functions functions;
  private int work = MAX_WORK;

  private Evaluator(Scope scope) {
    this.scope = scope;
    operators = new Operators(this, scope);
    indexing = new Indexing(this, scope);
    functions = new Functions(this, scope, operators);
  }

  /**
   * The value of an expression.
   *
   * @throws EvaluationException where GitHub's evaluation fails, or a bound of this program is hit
   */
  public static Value evaluate(Expression expression, Scope scope) throws EvaluationException {
    return new Evaluator(scope).value(expression);
  }

  /**
   * Whether an expression is truthy, without implicit success().
   *
   * @throws EvaluationException where GitHub's evaluation fails whatever the unknown names are, or
   *     a bound of this program is hit
   */
  public static Truth truth(Expression expression, Scope scope) throws EvaluationException {
    return new Evaluator(scope).truth(expression);
  }

  Value value(Expression expression) throws EvaluationException {
    spend(1, expression);
    if (expression instanceof Expression.Literal literal) {
      return literal.value();
    }
    if (expression instanceof Expression.Context context) {
      return scope.context(context.name());
    }
    if (expression instanceof Expression.Property property) {
      return indexing.property(property);
    }
    if (expression instanceof Expression.Binary binary) {
      return operators.binary(binary);
    }
    if (expression instanceof Expression.Call call) {
      return functions.call(call);
    }
    if (expression instanceof Expression.And and) {
      return chain(and.operands(), true);
    }
    if (expression instanceof Expression.Or or) {
      return chain(or.operands(), false);
    }
    if (expression instanceof Expression.Index index) {
      return indexing.index(index);
    }
    if (expression instanceof Expression.Filter filter) {
      return indexing.filter(filter);
    }
    return booleanOf(truth(expression));
  }

  Truth truth(Expression expression) throws EvaluationException {
    if (expression instanceof Expression.And and) {
      return all(and.operands());
    }
    if (expression instanceof Expression.Or or) {
      return any(or.operands());
    }
    if (expression instanceof Expression.Not not) {
      return negate(truth(not.operand()));
    }
    return truthOf(value(expression));
  }

  /**
   * The value of an operand that GitHub evaluates for some values of an unknown only: null where
   * that fails, as it is not certain that it is reached.
   */
  @Nullable Value valueIfReached(Expression expression) throws EvaluationException {
    try {
      return value(expression);
    } catch (EvaluationException e) {
      if (e.isLimit()) {
        throw e;
      }
      return null;
    }
  }

  /** Counts work that grows with the data, so that no input runs for long. */
  void spend(long units, Expression at) throws EvaluationException {
    if (units > work) {
      throw EvaluationException.limit(at);
    }
    work -= (int) units;
  }

  /** A new string: counted, and not longer than GitHub lets a result be. */
  Value.Str text(CharSequence text, Expression at) throws EvaluationException {
    if (text.length() > MAX_STRING) {
      throw EvaluationException.limit(at);
    }
    spend(text.length(), at);
    return new Value.Str(text.toString());
  }

  /** The truthiness of a value; tells the scope where an unknown decides. */
  Truth truthOf(Value value) {
    if (!(value instanceof Unknown unknown)) {
      return Truth.of(Coercion.truthy(value));
    }
    Boolean known = unknown.truthy();
    if (known == null) {
      operators.record(unknown, Value.Bool.TRUE, Comparison.TRUTHY);
      return new Truth(Truth.Kind.UNKNOWN, unknown.names(), unknown.exact(), unknown.mayFail());
    }
    if (!unknown.mayFail()) {
      return Truth.of(known);
    }
    Truth.Kind kind = known ? Truth.Kind.UNKNOWN : Truth.Kind.FALSE;
    return new Truth(kind, unknown.names(), unknown.exact(), true);
  }

  private static Truth negate(Truth truth) {
    return switch (truth.kind()) {
      case TRUE -> Truth.FALSE;
      case FALSE ->
          truth.mayFail()
              ? new Truth(Truth.Kind.UNKNOWN, truth.names(), truth.exact(), true)
              : Truth.TRUE;
      case UNKNOWN -> truth;
    };
  }

  private static Value booleanOf(Truth truth) {
    if (truth.isTrue()) {
      return Value.Bool.TRUE;
    }
    if (truth.isFalse() && !truth.mayFail()) {
      return Value.Bool.FALSE;
    }
    Unknown unknown = Unknown.derived(truth.names(), truth.exact()).asBoolean();
    Unknown value = truth.mayFail() ? unknown.failing() : unknown;
    return truth.isFalse() ? value.withTruthy(false) : value;
  }

  private Truth all(List<Expression> operands) throws EvaluationException {
    Undecided seen = new Undecided();
    for (Expression operand : operands) {
      Truth truth;
      try {
        truth = truth(operand);
      } catch (EvaluationException e) {
        // Either an operand before it is falsy, or the evaluation fails: it never holds.
        seen.rethrowUnlessUndecided(e);
        return new Truth(Truth.Kind.FALSE, seen.names, seen.exact, true);
      }
      if (truth.isFalse()) {
        return seen.mayFail || truth.mayFail()
            ? new Truth(
                Truth.Kind.FALSE,
                Unknown.union(seen.names, truth.names()),
                seen.exact && truth.exact(),
                true)
            : Truth.FALSE;
      }
      seen.add(truth);
    }
    return seen.isEmpty() ? Truth.TRUE : seen.truth();
  }

  private Truth any(List<Expression> operands) throws EvaluationException {
    Undecided seen = new Undecided();
    for (Expression operand : operands) {
      Truth truth;
      try {
        truth = truth(operand);
      } catch (EvaluationException e) {
        seen.rethrowUnlessUndecided(e);
        seen.mayFail = true;
        return seen.allFalse ? seen.truth(Truth.Kind.FALSE) : seen.truth();
      }
      if (truth.isTrue()) {
        // What stands before it may fail, and then the later operand does not count.
        return seen.mayFail ? seen.truth() : Truth.TRUE;
      }
      if (truth.isUnknown() || truth.mayFail()) {
        seen.add(truth);
      }
    }
    if (seen.isEmpty()) {
      return Truth.FALSE;
    }
    return seen.allFalse ? seen.truth(Truth.Kind.FALSE) : seen.truth();
  }

  /** What the operands of a chain that are not decided have in common. */
  private static final class Undecided {
    private Set<String> names = Set.of();
    private boolean exact = true;
    private boolean mayFail;
    private boolean empty = true;
    private boolean allFalse = true;

    void add(Truth truth) {
      if (truth.isTrue()) {
        return;
      }
      names = empty ? truth.names() : Unknown.union(names, truth.names());
      exact &= truth.exact();
      mayFail |= truth.mayFail();
      allFalse &= truth.isFalse();
      empty = false;
    }

    boolean isEmpty() {
      return empty;
    }

    void rethrowUnlessUndecided(EvaluationException e) throws EvaluationException {
      if (empty || e.isLimit()) {
        throw e;
      }
    }

    Truth truth() {
      return truth(Truth.Kind.UNKNOWN);
    }

    Truth truth(Truth.Kind kind) {
      return new Truth(kind, names, exact, mayFail);
    }
  }

  /** {@code &&} and {@code ||} as values: the operand that decides. */
  private Value chain(List<Expression> operands, boolean and) throws EvaluationException {
    Value last = Value.NULL;
    int index = 0;
    for (; index < operands.size(); index++) {
      last = value(operands.get(index));
      if (last instanceof Unknown unknown) {
        if (index + 1 == operands.size()) {
          return unknown;
        }
        Truth truth = truthOf(unknown);
        if (!truth.mayFail() && truth.isTrue() == and && !truth.isUnknown()) {
          continue;
        }
        return truth.isUnknown() || truth.mayFail()
            ? undecided(unknown, operands.subList(index + 1, operands.size()), and)
            : unknown;
      }
      if (Coercion.truthy(last) != and) {
        return last;
      }
    }
    return last;
  }

  /** The value is that of the unknown where this one decides, else that of the rest. */
  private Value undecided(Unknown first, List<Expression> rest, boolean and)
      throws EvaluationException {
    Value other;
    try {
      other = chain(rest, and);
    } catch (EvaluationException e) {
      if (e.isLimit()) {
        throw e;
      }
      return first.failing().withTruthy(!and);
    }
    Unknown either = first.or(other);
    Boolean otherTruthy =
        other instanceof Unknown unknown ? unknown.truthy() : (Boolean) Coercion.truthy(other);
    boolean decided = otherTruthy != null && otherTruthy != and;
    return decided ? either.withTruthy(!and) : either;
  }
}
