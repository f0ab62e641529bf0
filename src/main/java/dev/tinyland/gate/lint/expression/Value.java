package dev.tinyland.gate.lint.expression;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an expression evaluates to: one of GitHub's six kinds, or something not known. */
public sealed interface Value
    permits Value.Null, Value.Bool, Value.Num, Value.Str, Value.Arr, Value.Obj, Unknown {

  /** The only null. */
  Null NULL = new Null();

  /** The null of GitHub: also what a missing property is. */
  record Null() implements Value {}

  /** A boolean. */
  record Bool(boolean value) implements Value {
    public static final Bool TRUE = new Bool(true);
    public static final Bool FALSE = new Bool(false);

    public static Bool of(boolean value) {
      return value ? TRUE : FALSE;
    }
  }

  /** A number; NaN and the infinities are numbers too. */
  record Num(double value) implements Value {}

  /** A string. */
  record Str(String value) implements Value {
    public static final Str EMPTY = new Str("");
  }

  /**
   * An array.
   *
   * @param items the elements, in order
   * @param filtered true for the result of {@code .*}, to whose elements the next index applies
   */
  record Arr(List<Value> items, boolean filtered) implements Value {
    public Arr(List<Value> items) {
      this(items, false);
    }
  }

  /** An object. Implementations may be lazy: {@code get} may answer with an {@link Unknown}. */
  non-sealed interface Obj extends Value {
    /** The value of a key, ignoring case; {@link Value#NULL} where there is none. */
    Value get(String key);

    /** All keys in order, or null where not all of them are known. */
    @Nullable Set<String> keys();

    /** What stands for all values where {@link #keys()} is null: filters and toJSON give it. */
    default Unknown unlisted() {
      return Unknown.derived(Set.of(), false);
    }
  }
}
