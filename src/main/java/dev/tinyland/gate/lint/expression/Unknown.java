package dev.tinyland.gate.lint.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that depends on names whose values are not known. Names are spelled as the expression
 * spells them ({@code github.event.action}); like all keys they mean the same in any case.
 */
public final class Unknown implements Value {
  /** How an unknown's value becomes part of another. */
  enum Shape {
    /** The value itself. */
    VALUE,
    /** Its string form with text around it. */
    TEXT,
    /** What its string form means as JSON. */
    JSON
  }

  /** A name whose value may flow into this value. */
  record Source(String name, String prefix, String suffix, Shape shape) {}

  private final Set<String> names;
  private final List<Source> sources;
  private final boolean complete;
  private final boolean exact;
  private final boolean mayFail;
  private final boolean bool;
  private final @Nullable Boolean truthy;

  private Unknown(
      Set<String> names,
      List<Source> sources,
      boolean complete,
      boolean exact,
      boolean mayFail,
      boolean bool,
      @Nullable Boolean truthy) {
    this.names = names;
    this.sources = sources;
    this.complete = complete;
    this.exact = exact;
    this.mayFail = mayFail;
    this.bool = bool;
    this.truthy = truthy;
  }

  /** Exactly the value of the named thing. */
  public static Unknown of(String name) {
    Source source = new Source(name, "", "", Shape.VALUE);
    return new Unknown(Set.of(name), List.of(source), true, true, false, false, null);
  }

  /** Some value that is worked out from the named things. */
  public static Unknown derived(Set<String> names, boolean exact) {
    return new Unknown(names, List.of(), false, exact, false, false, null);
  }

  /**
   * One of several values; which one, the named things decide. What flows through the values still
   * does.
   */
  public static Unknown among(Set<String> deciding, boolean exact, List<? extends Value> values) {
    Unknown result = derived(deciding, exact);
    for (Value value : values) {
      result = result.or(value);
    }
    return result;
  }

  /** A string form: text before, the named thing's string, text after. */
  public static Unknown template(String prefix, String name, String suffix) {
    return of(name).within(prefix, suffix);
  }

  /** The names that this depends on; the first is the one to try first. May be empty. */
  public Set<String> names() {
    return names;
  }

  /** Whether trying finitely many values for the names is conclusive. */
  public boolean exact() {
    return exact;
  }

  /** Whether some values of the names make the evaluation fail. */
  public boolean mayFail() {
    return mayFail;
  }

  /** Whether this is exactly the value of one name. */
  public boolean isAtomic() {
    return name() != null;
  }

  /** The name whose value this exactly is, or null. */
  public @Nullable String name() {
    boolean one = sources.size() == 1 && names.size() == 1 && truthy == null && exact && !mayFail;
    if (!one || sources.getFirst().shape() != Shape.VALUE) {
      return null;
    }
    return names.contains(sources.getFirst().name()) ? sources.getFirst().name() : null;
  }

  /** Whether it is the value of one name, or the string form of that, or a boolean. */
  boolean isOneName() {
    if (bool) {
      return true;
    }
    if (!complete || sources.size() != 1) {
      return false;
    }
    Source source = sources.getFirst();
    return source.shape() != Shape.JSON && source.prefix().isEmpty() && source.suffix().isEmpty();
  }

  /** Whether both are the same text around the same name, and so equal whatever it is. */
  boolean isSameAs(Unknown other) {
    return complete
        && other.complete
        && !mayFail
        && !other.mayFail
        && sources.size() == 1
        && sources.getFirst().shape() != Shape.JSON
        && sources.equals(other.sources);
  }

  /** The names that may flow into the value; other parts of it may have none. */
  List<Source> sources() {
    return sources;
  }

  /** The names that may be, or be part of, what the value comes out as. */
  public Set<String> flowing() {
    Set<String> flowing = new LinkedHashSet<>();
    for (Source source : sources) {
      flowing.add(source.name());
    }
    return flowing;
  }

  /** Whether the value is known to be a boolean. */
  boolean isBoolean() {
    return bool;
  }

  /** Whether the value is known to be a string. */
  boolean isText() {
    for (Source source : sources) {
      if (source.shape() != Shape.TEXT) {
        return false;
      }
    }
    return complete && !sources.isEmpty();
  }

  /** What is known of the truthiness. */
  @Nullable Boolean truthy() {
    return truthy;
  }

  Unknown withTruthy(@Nullable Boolean known) {
    return new Unknown(names, sources, complete, exact, mayFail, bool, known);
  }

  Unknown inexact() {
    return new Unknown(names, sources, complete, false, mayFail, bool, truthy);
  }

  Unknown failing() {
    return new Unknown(names, sources, complete, exact, true, bool, truthy);
  }

  /** The names stay, nothing else is known of the value but that it is a boolean. */
  Unknown asBoolean() {
    return new Unknown(names, List.of(), false, exact, mayFail, true, null);
  }

  /** A boolean that is decided, if the evaluation gets as far as that. */
  Value decided(boolean value) {
    return mayFail
        ? new Unknown(names, List.of(), false, exact, true, true, value)
        : Bool.of(value);
  }

  /** The value is part of a larger, unlike one: nothing flows through as it is. */
  Unknown opaque() {
    return new Unknown(names, List.of(), false, false, mayFail, false, null);
  }

  /** The string form with text around it. */
  public Unknown surrounded(String prefix, String suffix) {
    return within(prefix, suffix);
  }

  Unknown within(String prefix, String suffix) {
    boolean bare = prefix.isEmpty() && suffix.isEmpty();
    List<Source> wrapped = new ArrayList<>(sources.size());
    boolean conclusive = exact;
    boolean all = complete;
    for (Source source : sources) {
      if (source.shape() == Shape.JSON) {
        conclusive = false;
        all = false;
      } else {
        wrapped.add(
            new Source(
                source.name(),
                prefix.concat(source.prefix()),
                source.suffix().concat(suffix),
                Shape.TEXT));
      }
    }
    return new Unknown(
        names, List.copyOf(wrapped), all, conclusive, mayFail, false, bare ? null : Boolean.TRUE);
  }

  /** What the value means as JSON. */
  Unknown asJson() {
    List<Source> parsed = new ArrayList<>(sources.size());
    for (Source source : sources) {
      if (source.shape() != Shape.JSON && source.prefix().isEmpty() && source.suffix().isEmpty()) {
        parsed.add(new Source(source.name(), "", "", Shape.JSON));
      }
    }
    return new Unknown(names, List.copyOf(parsed), false, false, true, false, null);
  }

  /** A property, or null where strings and booleans have none. */
  Value property(String step) {
    String name = name();
    if (name != null) {
      return of(name.concat(step));
    }
    if ((bool || isText()) && !mayFail) {
      return NULL;
    }
    List<Source> stepped = new ArrayList<>(sources.size());
    for (Source source : sources) {
      if (source.shape() == Shape.VALUE) {
        stepped.add(new Source(source.name().concat(step), "", "", Shape.VALUE));
      }
    }
    Set<String> all = new LinkedHashSet<>(names);
    for (Source source : stepped) {
      all.add(source.name());
    }
    return new Unknown(all, List.copyOf(stepped), false, false, mayFail, false, null);
  }

  /** Either this or the other value, depending on this one's names. */
  Unknown or(Value other) {
    if (!(other instanceof Unknown second)) {
      boolean stillBoolean = bool && other instanceof Bool;
      return new Unknown(names, sources, false, exact, mayFail, stillBoolean, null);
    }
    List<Source> both = new ArrayList<>(sources);
    both.addAll(second.sources);
    return new Unknown(
        union(names, second.names),
        List.copyOf(both),
        complete && second.complete,
        exact && second.exact,
        mayFail || second.mayFail,
        bool && second.bool,
        null);
  }

  /** A boolean that depends on both. */
  static Unknown joint(Unknown left, Unknown right, boolean exact) {
    return new Unknown(
        union(left.names, right.names),
        List.of(),
        false,
        exact && left.exact && right.exact,
        left.mayFail || right.mayFail,
        true,
        null);
  }

  static Set<String> union(Set<String> first, Set<String> second) {
    if (first.containsAll(second)) {
      return first;
    }
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all;
  }

  @Override
  public String toString() {
    return "Unknown" + names + (exact ? "" : " inexact");
  }
}
