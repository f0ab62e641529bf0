package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Comparison;
import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One attempt at a scenario: which free names have a value so far, and which values have turned out
 * to matter for each. Names ignore case, as GitHub's contexts do.
 *
 * <p>A world also carries what is supposed for the whole search: secrets withheld, for the question
 * whether a write needs one.
 */
final class World {
  /** Conditions and outputs that rest on each other further than this are not followed. */
  private static final int DEEPEST = 60;

  /** Conditions and outputs behind others, worked out in one search, after which it gives up. */
  private static final int WORK = 6_000;

  private final Scenario scenario;
  private final String defaultBranch;
  private final Assumption assumption;
  private final Map<String, Value> assigned = new LinkedHashMap<>();
  private final Map<String, FreeName> names = new HashMap<>();
  private final IdentityHashMap<Constraint, Known> truths = new IdentityHashMap<>();
  private Set<String> touched = new HashSet<>();
  private int version;
  private int work;
  private int depth;

  /** What a constraint came to under the assignment of a version. */
  private record Known(int version, Truth truth, Set<String> touched) {}

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
      touched.add(key);
      return value;
    }
    if (!names.containsKey(key)) {
      names.put(key, new FreeName(name, domain));
    }
    return Unknown.of(name);
  }

  /** The value of a name whose values are any text or none. */
  Value free(String name) {
    String key = key(name);
    Value value = assigned.get(key);
    if (value != null) {
      touched.add(key);
      return value;
    }
    return Unknown.of(name);
  }

  /** The value of a name that came up by looking into an unknown value, which may be an object. */
  Value inside(String name) {
    int end = Math.max(name.lastIndexOf('.'), name.lastIndexOf('['));
    if (end > 0) {
      String parent = name.substring(0, end);
      if (isText(parent)) {
        return Value.NULL;
      }
      name(parent).lookedInto(new FreeObject(parent, this));
    }
    return free(name);
  }

  /** Whether a name is of a context that holds texts only: those have no properties. */
  private static boolean isText(String name) {
    for (String context : TEXTS) {
      if (name.regionMatches(true, 0, context, 0, context.length())) {
        return true;
      }
    }
    return false;
  }

  private static final String[] TEXTS = {
    "vars.", "secrets.", "env.", "inputs.", "steps.", "needs.", "runner."
  };

  FreeName name(String name) {
    String key = key(name);
    FreeName known = names.get(key);
    if (known == null) {
      known = new FreeName(name, Domain.strings(Values.of(FreeName.likely(name))));
      names.put(key, known);
    }
    return known;
  }

  /** Whether a constraint holds; conditions that many others rest on are worked out once. */
  Truth truth(Constraint constraint) {
    Known known = truths.get(constraint);
    if (known == null || known.version() != version) {
      if (isTooMuch()) {
        return Constraint.UNDECIDED;
      }
      Set<String> before = touched;
      touched = new HashSet<>();
      depth++;
      Truth truth = constraint.evaluate(this);
      depth--;
      known = new Known(version, truth, touched);
      touched = before;
      truths.put(constraint, known);
    }
    touched.addAll(known.touched());
    return known.truth();
  }

  /** A value that stands behind others; a chain without an end in sight is given up. */
  Value nested(Supplier<Value> value) {
    if (isTooMuch()) {
      return Unknown.derived(Set.of(), false);
    }
    depth++;
    Value found = value.get();
    depth--;
    return found;
  }

  private boolean isTooMuch() {
    return depth > DEEPEST || (depth > 0 && ++work > WORK);
  }

  /** Whether more was to be worked out than a search may take. */
  boolean isExhausted() {
    return work > WORK;
  }

  void assign(String name, Value value) {
    version++;
    // An object asks the world it is in for its keys.
    boolean object = value instanceof FreeObject;
    assigned.put(key(name), object ? new FreeObject(name, this) : value);
  }

  void forget(String name) {
    version++;
    assigned.remove(key(name));
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

  /** The assigned names that were asked for since the last call, in lower case. */
  Set<String> takeTouched() {
    Set<String> taken = touched;
    touched = new HashSet<>();
    return taken;
  }

  /** Takes note of a value that a comparison has shown to matter for the names of an unknown. */
  void compared(Unknown unknown, Value other, Comparison how) {
    for (String name : unknown.names()) {
      name(name).compared(other, how);
      GithubContext.alsoCompared(name, other, how, this);
    }
  }

  /** Takes note that two names met. */
  void related(Unknown left, Unknown right, Comparison how) {
    for (String one : left.names()) {
      for (String other : right.names()) {
        if (how == Comparison.EQUAL) {
          name(one).comparedWith(name(other));
          GithubContext.alsoRelated(one, this);
          GithubContext.alsoRelated(other, this);
        } else {
          name(one).incomplete();
          name(other).incomplete();
        }
      }
    }
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
