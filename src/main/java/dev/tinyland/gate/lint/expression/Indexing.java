package dev.tinyland.gate.lint.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Properties, indexes and filters. */
final class Indexing {
  private static final int MAX_KEYS_TRIED = 64;

  private final Evaluator evaluator;
  private final Scope scope;

  Indexing(Evaluator evaluator, Scope scope) {
    this.evaluator = evaluator;
    this.scope = scope;
  }

  Value property(Expression.Property property) throws EvaluationException {
    Value of = evaluator.value(property.of());
    if (of instanceof Value.Obj object) {
      return object.get(property.name());
    }
    if (of instanceof Unknown unknown) {
      return inside(unknown, step(property.name()));
    }
    return of instanceof Value.Arr array && array.filtered()
        ? mapped(array, new Value.Str(property.name()), property)
        : Value.NULL;
  }

  /** A part of an unknown value: what the scope knows of it by name, else unknown too. */
  private Value inside(Unknown unknown, String step) {
    Value value = unknown.property(step);
    String name = value instanceof Unknown longer ? longer.name() : null;
    return name == null ? value : scope.resolve(name);
  }

  Value index(Expression.Index index) throws EvaluationException {
    Value of = evaluator.value(index.of());
    if (Coercion.isPrimitive(of)) {
      return Value.NULL;
    }
    Value key =
        of instanceof Unknown
            ? evaluator.valueIfReached(index.index())
            : evaluator.value(index.index());
    if (key == null) {
      return ((Unknown) of).opaque().failing();
    }
    if (key instanceof Unknown unknown) {
      tryKeys(of, unknown);
      Unknown either = of instanceof Unknown whole ? whole.or(unknown) : unknown;
      return either.opaque();
    }
    if (of instanceof Value.Obj object) {
      return Coercion.isPrimitive(key) ? object.get(Coercion.toDisplayString(key)) : Value.NULL;
    }
    if (of instanceof Value.Arr array) {
      return array.filtered() ? mapped(array, key, index) : element(array, key);
    }
    Unknown unknown = (Unknown) of;
    if (Coercion.isPrimitive(key)) {
      return inside(unknown, step(key));
    }
    // The result of a filter may stand behind an unknown that is not atomic.
    return unknown.isAtomic() ? Value.NULL : unknown.opaque();
  }

  Value filter(Expression.Filter filter) throws EvaluationException {
    Value of = evaluator.value(filter.of());
    if (of instanceof Unknown unknown) {
      boolean scalar = (unknown.isBoolean() || unknown.isText()) && !unknown.mayFail();
      return scalar ? new Value.Arr(List.of(), true) : unknown.opaque();
    }
    List<Value> items = new ArrayList<>();
    if (of instanceof Value.Arr array && array.filtered()) {
      for (Value item : array.items()) {
        if (item instanceof Unknown unknown) {
          return unknown.opaque();
        }
        Unknown unlisted = spread(item, items, filter);
        if (unlisted != null) {
          return unlisted;
        }
      }
      return new Value.Arr(items, true);
    }
    Unknown unlisted = spread(of, items, filter);
    return unlisted != null ? unlisted : new Value.Arr(items, true);
  }

  /** Adds all values of a collection; where not all of them are known, what stands for them. */
  private @Nullable Unknown spread(Value of, List<Value> items, Expression at)
      throws EvaluationException {
    if (of instanceof Value.Arr array) {
      evaluator.spend(array.items().size(), at);
      items.addAll(array.items());
    } else if (of instanceof Value.Obj object) {
      Set<String> keys = object.keys();
      if (keys == null) {
        return object.unlisted().opaque();
      }
      evaluator.spend(keys.size(), at);
      for (String key : keys) {
        items.add(object.get(key));
      }
    }
    return null;
  }

  /** An index after a filter applies to every element; those that lack it are dropped. */
  private Value mapped(Value.Arr filtered, Value key, Expression at) throws EvaluationException {
    evaluator.spend(filtered.items().size(), at);
    List<Value> items = new ArrayList<>(filtered.items().size());
    String name = Coercion.isPrimitive(key) ? Coercion.toDisplayString(key) : null;
    int number = integer(key);
    for (Value item : filtered.items()) {
      if (item instanceof Value.Obj object && name != null) {
        if (has(object, name)) {
          items.add(object.get(name));
        }
      } else if (item instanceof Value.Arr array && number >= 0 && number < array.items().size()) {
        items.add(array.items().get(number));
      } else if (item instanceof Unknown unknown && name != null) {
        // Strings and booleans have no properties, whatever their value is.
        if (unknown.property(step(key)) instanceof Unknown) {
          items.add(inside(unknown, step(key)));
        }
      }
    }
    return new Value.Arr(items, true);
  }

  private static boolean has(Value.Obj object, String name) {
    Set<String> keys = object.keys();
    if (keys == null || keys.contains(name)) {
      return true;
    }
    for (String key : keys) {
      if (key.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private static Value element(Value.Arr array, Value key) {
    int number = integer(key);
    return number >= 0 && number < array.items().size() ? array.items().get(number) : Value.NULL;
  }

  /** The key as a position in an array, rounded down; -1 where it is none. */
  private static int integer(Value key) {
    double number = Math.floor(Coercion.toNumber(key));
    return number >= 0 && number <= Integer.MAX_VALUE ? (int) number : -1;
  }

  private void tryKeys(Value of, Unknown key) {
    if (!(of instanceof Value.Obj object)) {
      return;
    }
    Set<String> keys = object.keys();
    int tried = 0;
    for (String known : keys == null ? Set.<String>of() : keys) {
      if (++tried > MAX_KEYS_TRIED) {
        return;
      }
      for (Unknown.Source source : key.sources()) {
        scope.compared(Unknown.of(source.name()), new Value.Str(known), Comparison.EQUAL);
      }
    }
  }

  private static String step(Value key) {
    String text = Coercion.toDisplayString(key);
    return key instanceof Value.Num && !text.isEmpty() && integer(key) >= 0
        ? "[".concat(Integer.toString(integer(key))).concat("]")
        : step(text);
  }

  private static String step(String name) {
    return Lexer.isLegalName(name)
        ? ".".concat(name)
        : "[".concat(ExpressionPrinter.quote(name)).concat("]");
  }
}
