package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.lint.expression.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The environment at a site, innermost first: {@code env} of the step, what earlier steps wrote to
 * {@code GITHUB_ENV}, {@code env} of the job, of the workflow, of the calling step.
 *
 * <p>A step whose code is not in sight may have set further names. It is taken not to overwrite a
 * name that the workflow itself sets (ADR 3).
 */
public sealed interface EnvChain {
  record Empty() implements EnvChain {}

  /**
   * One {@code env} mapping.
   *
   * @param at where its values are evaluated
   */
  record Layer(Map<String, Template> values, boolean dynamic, Site at, EnvChain outer)
      implements EnvChain {}

  /** One line written to {@code GITHUB_ENV}, under the conditions of the script and its step. */
  record Written(String name, Fact fact, EnvChain outer) implements EnvChain {}

  /** A step that may have written any name. */
  record Unseen(EnvChain outer) implements EnvChain {}

  /** A value that is there only if the conditions held. */
  record Fact(List<Constraint> conditions, ValueSource value) {
    public Fact {
      conditions = List.copyOf(conditions);
    }

    /** The value, or the other one where the conditions did not hold. */
    Value or(World world, Supplier<Value> otherwise) {
      Truth unknown = null;
      for (Constraint condition : conditions) {
        Truth truth = condition.truth(world);
        if (truth.isFalse()) {
          return otherwise.get();
        }
        if (truth.isUnknown()) {
          unknown = unknown == null ? truth : Either.both(unknown, truth);
        }
      }
      Value written = world.nested(() -> value.in(world));
      return unknown == null ? written : Either.of(unknown, written, otherwise.get());
    }
  }

  /** Something that has a value in a world. */
  interface ValueSource {
    Value in(World world);
  }

  /** Every name that is set anywhere in sight. */
  default Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    EnvChain at = this;
    while (!(at instanceof Empty)) {
      switch (at) {
        case Empty() -> {}
        case Unseen(EnvChain outer) -> at = outer;
        case Written(String name, _, EnvChain outer) -> {
          names.add(name);
          at = outer;
        }
        case Layer layer -> {
          names.addAll(layer.values().keySet());
          at = layer.outer();
        }
      }
    }
    return names;
  }

  /** The {@code env} context of expressions. */
  default Context forExpressions(Site site) {
    return (name, world) -> {
      Value value = lookUp(name, site, world, false);
      return value == null ? Value.NULL : value;
    };
  }

  /** The variables of a shell: the same, then what the runner sets, then its own environment. */
  default Context forShell(Site site) {
    return (name, world) -> {
      // The runner does not let a workflow set its own names, CI excepted.
      Value fromRunner = RunnerVariables.value(name, site, world);
      if (fromRunner != null && !name.equals("CI")) {
        return fromRunner;
      }
      Value value = lookUp(name, site, world, true);
      if (value != null) {
        return value;
      }
      return fromRunner != null ? fromRunner : world.free(site.ownOfJob("env." + name));
    };
  }

  /** The value of a name, or null where nothing in sight sets it. */
  private @Nullable Value lookUp(String name, Site site, World world, boolean exactCase) {
    boolean unseen = false;
    EnvChain at = this;
    while (true) {
      switch (at) {
        case Empty() -> {
          return unseen ? world.free(site.ownOfJob("env." + name)) : null;
        }
        case Unseen(EnvChain outer) -> {
          unseen = true;
          at = outer;
        }
        case Written(String written, Fact fact, EnvChain outer) -> {
          if (same(written, name, exactCase)) {
            boolean hidden = unseen;
            return fact.or(world, () -> rest(outer, name, site, world, exactCase, hidden));
          }
          at = outer;
        }
        case Layer layer -> {
          Template value = find(layer.values(), name, exactCase);
          if (value != null) {
            return Values.asString(Values.evaluate(value, layer.at().scope(world)));
          }
          unseen |= layer.dynamic();
          at = layer.outer();
        }
      }
    }
  }

  private static Value rest(
      EnvChain outer, String name, Site site, World world, boolean exactCase, boolean unseen) {
    Value value = outer.lookUp(name, site, world, exactCase);
    if (value != null) {
      return value;
    }
    return unseen || exactCase ? world.free(site.ownOfJob("env." + name)) : Value.NULL;
  }

  private static @Nullable Template find(
      Map<String, Template> values, String name, boolean exactCase) {
    Template exact = values.get(name);
    if (exact != null || exactCase) {
      return exact;
    }
    for (Map.Entry<String, Template> entry : values.entrySet()) {
      if (entry.getKey().equalsIgnoreCase(name)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static boolean same(String one, String other, boolean exactCase) {
    return exactCase ? one.equals(other) : one.equalsIgnoreCase(other);
  }
}
