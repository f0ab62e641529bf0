package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code matrix} of a job with known combinations. Which one a run is of is one free choice, so
 * that two keys never mix combinations.
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
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < combinations.size(); i++) {
      all.add(value(key, i, world));
    }
    return same(all) ? all.getFirst() : Either.among(Set.of(name), true, all);
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

  /** Whether all combinations agree, so that the choice does not matter. */
  private static boolean same(List<Value> all) {
    if (all.isEmpty() || all.getFirst() instanceof Unknown) {
      return false;
    }
    for (Value each : all) {
      if (!all.getFirst().equals(each)) {
        return false;
      }
    }
    return true;
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
