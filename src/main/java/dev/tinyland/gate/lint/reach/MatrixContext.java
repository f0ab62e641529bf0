package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code matrix} of a job with known combinations. Which one a run is of is one free choice, so that
 * two keys never mix combinations.
 *
 * @param name of the choice, one for each job
 * @param combinations the values of each, looked up when asked since they may be expressions
 */
record MatrixContext(String name, List<Map<String, EnvChain.ValueSource>> combinations)
    implements Context {

  @Override
  public Value get(String key, World world) {
    Value choice = world.free(name, choices());
    if (choice instanceof Value.Num(double index)) {
      return value(key, (int) index, world);
    }
    return same(key, world) ? value(key, 0, world) : Unknown.derived(Set.of(name), true);
  }

  @Override
  public @Nullable Set<String> keys(World world) {
    Value choice = world.free(name, choices());
    return choice instanceof Value.Num(double index)
        ? combinations.get((int) index).keySet()
        : null;
  }

  private Domain choices() {
    List<Value> indexes = new ArrayList<>();
    for (int i = 0; i < combinations.size(); i++) {
      indexes.add(new Value.Num(i));
    }
    return Domain.closed(Domain.Choice.EACH, indexes);
  }

  /** Whether all combinations agree on a key, so that the choice does not matter for it. */
  private boolean same(String key, World world) {
    Value first = value(key, 0, world);
    for (int i = 1; i < combinations.size(); i++) {
      if (!first.equals(value(key, i, world))) {
        return false;
      }
    }
    return !(first instanceof Unknown);
  }

  private Value value(String key, int index, World world) {
    if (index >= combinations.size()) {
      return Value.NULL;
    }
    for (Map.Entry<String, EnvChain.ValueSource> entry : combinations.get(index).entrySet()) {
      if (entry.getKey().equalsIgnoreCase(key)) {
        return entry.getValue().in(world);
      }
    }
    return Value.NULL;
  }
}
