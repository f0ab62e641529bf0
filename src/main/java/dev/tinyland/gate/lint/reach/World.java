package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Comparison;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a scenario: which free names have a value so far, and which values have turned out
 * to matter for each. Names ignore case, as GitHub's contexts do.
 *
 * <p>A world also carries what is supposed for the whole search: secrets withheld, for the question
 * whether a write needs one.
 */
final class World {
  private final Scenario scenario;
  private final String defaultBranch;
  private final Assumption assumption;
  private final Map<String, Value> assigned = new LinkedHashMap<>();
  private final Map<String, FreeName> names = new HashMap<>();

  World(Scenario scenario, String defaultBranch, Assumption assumption) {
    this.scenario = scenario;
    this.defaultBranch = defaultBranch;
    this.assumption = assumption;
  }

  Scenario scenario() {
    return scenario;
  }

  String defaultBranch() {
    return defaultBranch;
  }

  Assumption assumption() {
    return assumption;
  }

  /** The value of a free name: what was assigned, else unknown. The first use fixes the domain. */
  Value free(String name, Domain domain) {
    String key = key(name);
    Value value = assigned.get(key);
    if (value != null) {
      return value;
    }
    names.computeIfAbsent(key, k -> new FreeName(name, domain));
    return Unknown.of(name);
  }

  /** The value of a name that came up by looking into an unknown value. */
  Value free(String name) {
    Value value = assigned.get(key(name));
    return value != null ? value : Unknown.of(name);
  }

  FreeName name(String name) {
    return names.computeIfAbsent(
        key(name), k -> new FreeName(name, Domain.strings(Values.of(FreeName.likely(name)))));
  }

  void assign(String name, Value value) {
    assigned.put(key(name), value);
  }

  void forget(String name) {
    assigned.remove(key(name));
  }

  @Nullable Value assignment(String name) {
    return assigned.get(key(name));
  }

  boolean isAssigned(String name) {
    return assigned.containsKey(key(name));
  }

  /** What was assigned, by name as written, in order. */
  Map<String, Value> assignment() {
    Map<String, Value> copy = new LinkedHashMap<>();
    assigned.forEach((key, value) -> copy.put(name(key).name(), value));
    return copy;
  }

  /** Takes note of a value that a comparison has shown to matter for the names of an unknown. */
  void compared(Unknown unknown, Value other, Comparison how) {
    for (String name : unknown.names()) {
      name(name).compared(other, how);
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
