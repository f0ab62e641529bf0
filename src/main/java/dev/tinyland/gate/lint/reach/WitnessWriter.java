package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.ContextScope;
import dev.tinyland.gate.lint.expression.EvaluationException;
import dev.tinyland.gate.lint.expression.Evaluator;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Mentions;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.report.Witness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns an assignment into what somebody else can evaluate again: every condition with the concrete
 * contexts of its own frame. What is written is evaluated once more before it is given out.
 */
final class WitnessWriter {
  private final World world;
  private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();
  private final Constraint constraint;

  private WitnessWriter(Constraint constraint, World world) {
    this.constraint = constraint;
    this.world = world;
  }

  /** The witness, or null where a condition cannot be written down. */
  static @Nullable Witness write(List<Constraint> constraints, World world) {
    List<Witness.Condition> conditions = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (Mentions.context(constraint.expression(), Opaque.CONTEXT)) {
        continue;
      }
      WitnessWriter writer = new WitnessWriter(constraint, world);
      String status = writer.status();
      writer.collect(constraint.expression());
      Witness.Condition condition =
          new Witness.Condition(
              constraint.span(), constraint.expression().text(), writer.tree, status);
      if (!holds(constraint.expression(), condition)) {
        return null;
      }
      conditions.add(condition);
    }
    return new Witness(conditions);
  }

  private static boolean holds(Expression expression, Witness.Condition condition) {
    Map<String, @Nullable Object> contexts = new LinkedHashMap<>();
    for (String name : CONTEXTS) {
      contexts.put(name, condition.context().getOrDefault(name, Map.of()));
    }
    try {
      ContextScope scope = ContextScope.of(contexts, condition.status());
      return Evaluator.truth(expression, scope).isTrue() || mentionsCall(expression, "hashfiles");
    } catch (EvaluationException e) {
      return false;
    }
  }

  private static final List<String> CONTEXTS =
      List.of(
          "github",
          "inputs",
          "needs",
          "env",
          "steps",
          "matrix",
          "vars",
          "secrets",
          "runner",
          "job",
          "strategy");

  private String status() {
    for (String status : List.of("success", "failure", "cancelled")) {
      Value value = constraint.site().status().function(status, constraint.site(), world);
      if (value instanceof Value.Bool(boolean yes) && yes) {
        return status;
      }
    }
    return "success";
  }

  private void collect(Expression expression) {
    switch (expression) {
      case Expression.Literal _ -> {}
      case Expression.Context _, Expression.Property _, Expression.Index _, Expression.Filter _ -> {
        record(expression);
        collectIndexes(expression);
      }
      case Expression.Not(Expression operand, _, _) -> collect(operand);
      case Expression.Binary binary -> {
        collect(binary.left());
        collect(binary.right());
      }
      case Expression.And(List<Expression> operands, _, _) -> operands.forEach(this::collect);
      case Expression.Or(List<Expression> operands, _, _) -> operands.forEach(this::collect);
      case Expression.Call call -> call.arguments().forEach(this::collect);
    }
  }

  private void collectIndexes(Expression chain) {
    switch (chain) {
      case Expression.Property(Expression of, _, _, _) -> collectIndexes(of);
      case Expression.Filter(Expression of, _, _) -> collectIndexes(of);
      case Expression.Index(Expression of, Expression index, _, _) -> {
        collectIndexes(of);
        collect(index);
      }
      case Expression.Context _ -> {}
      default -> collect(chain);
    }
  }

  /**
   * Writes down what a chain such as {@code needs.build.outputs.x} or {@code needs.*.result} is.
   */
  private void record(Expression chain) {
    List<@Nullable String> path = path(chain);
    if (path == null) {
      return;
    }
    String root = String.valueOf(path.getFirst());
    put(tree, root, () -> constraint.scope(world).context(root), path, 1);
  }

  /** The keys of a chain from the context's name on; null stands for a filter. */
  private @Nullable List<@Nullable String> path(Expression chain) {
    return switch (chain) {
      case Expression.Context(String name, _, _) -> {
        List<@Nullable String> path = new ArrayList<>();
        path.add(name);
        yield path;
      }
      case Expression.Property(Expression of, String name, _, _) -> extended(path(of), name);
      case Expression.Filter(Expression of, _, _) -> extended(path(of), null);
      case Expression.Index(Expression of, Expression index, _, _) -> {
        String key = key(index);
        yield key == null ? path(of) : extended(path(of), key);
      }
      default -> null;
    };
  }

  private static @Nullable List<@Nullable String> extended(
      @Nullable List<@Nullable String> path, @Nullable String key) {
    if (path != null) {
      path.add(key);
    }
    return path;
  }

  private @Nullable String key(Expression index) {
    try {
      return Values.text(Evaluator.evaluate(index, constraint.scope(world)));
    } catch (EvaluationException e) {
      return null;
    }
  }

  private void put(
      Map<String, @Nullable Object> into,
      String key,
      Supplier<Value> source,
      List<@Nullable String> path,
      int depth) {
    Value known = settle(source);
    if (!(known instanceof Value.Obj object)) {
      into.put(key, Trees.of(known));
      return;
    }
    Map<String, @Nullable Object> child = child(into, key);
    if (depth == path.size()) {
      Trees.copy(object, child);
      return;
    }
    String next = path.get(depth);
    if (next != null) {
      put(child, next, () -> object.get(next), path, depth + 1);
      return;
    }
    var keys = object.keys();
    if (keys != null) {
      for (String each : keys) {
        put(child, each, () -> object.get(each), path, depth + 1);
      }
    }
  }

  /** Gives a value to every name that the search did not need. */
  private Value settle(Supplier<Value> source) {
    Value value = source.get();
    for (int i = 0; i < 16 && value instanceof Unknown unknown; i++) {
      String free = firstFree(unknown);
      if (free == null) {
        return Value.NULL;
      }
      FreeName name = world.name(free);
      world.assign(free, name.size() == 0 ? Value.NULL : name.candidate(0));
      value = source.get();
    }
    return value instanceof Unknown ? Value.NULL : value;
  }

  private @Nullable String firstFree(Unknown unknown) {
    for (String name : unknown.names()) {
      if (!world.isAssigned(name)) {
        return name;
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked") // Only this class puts maps into the tree.
  private static Map<String, @Nullable Object> child(
      Map<String, @Nullable Object> into, String key) {
    Object existing = into.get(key);
    if (existing instanceof Map<?, ?>) {
      return (Map<String, @Nullable Object>) existing;
    }
    Map<String, @Nullable Object> child = new LinkedHashMap<>();
    into.put(key, child);
    return child;
  }

  private static boolean mentionsCall(Expression expression, String function) {
    return expression.text().toLowerCase(java.util.Locale.ROOT).contains(function + "(");
  }
}
