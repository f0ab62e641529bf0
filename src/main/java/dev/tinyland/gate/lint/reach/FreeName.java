package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Comparison;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name without a value, and the finite set of values that can make a difference: those it is
 * compared with, and texts put together from the beginnings, ends and parts that are asked for (see
 * {@link Pieces}), and one that nothing mentions.
 */
final class FreeName {
  /** More values than this for one name are not tried; the search then says that it gave up. */
  private static final int LIMIT = 96;

  private final String name;
  private final Domain domain;
  private final List<Value> values = new ArrayList<>();
  private final Set<Value> known = new HashSet<>();
  private final Set<Noted> noted = new LinkedHashSet<>();
  private final List<FreeName> equals = new ArrayList<>();
  private final Pieces pieces;
  private boolean complete = true;

  /** A comparison that was made with the name. */
  private record Noted(Value other, Comparison how) {}

  FreeName(String name, Domain domain) {
    this.name = name;
    this.domain = domain;
    pieces = new Pieces(likely(name), domain);
    for (Value value : domain.initial()) {
      if (known.add(value)) {
        values.add(value);
      }
    }
  }

  String name() {
    return name;
  }

  Domain domain() {
    return domain;
  }

  /** False where a value that matters may be missing from {@link #candidate}. */
  boolean complete() {
    return complete;
  }

  /** Takes note that values which matter cannot be listed. */
  void incomplete() {
    complete &= !domain.open();
  }

  /** How many values there are to try; it grows while the search compares. */
  int size() {
    return values.size();
  }

  /** One of the values to try, the likeliest first. */
  Value candidate(int index) {
    return values.get(index);
  }

  /** Takes note that the name met a value. */
  void compared(Value other, Comparison how) {
    if (!domain.open() || how == Comparison.TRUTHY || !noted.add(new Noted(other, how))) {
      return;
    }
    note(other, how);
    for (FreeName equal : equals) {
      equal.compared(other, how);
    }
  }

  /** Takes note that this name is compared with another: what matters for one does for both. */
  void comparedWith(FreeName other) {
    if (other == this || equals.contains(other)) {
      return;
    }
    equals.add(other);
    for (Noted each : List.copyOf(noted)) {
      other.compared(each.other(), each.how());
    }
    // Of a name with values of its own those matter, also in the text that they become.
    for (Value value : domain.initial()) {
      other.compared(value, Comparison.EQUAL);
      String text = Values.text(value);
      if (text != null) {
        other.compared(Values.of(text), Comparison.EQUAL);
      }
    }
    other.comparedWith(this);
  }

  /** The name is looked into, so it may be an object. */
  void lookedInto(Value object) {
    if (domain.open()) {
      add(object);
    }
  }

  private void note(Value other, Comparison how) {
    String text = Values.text(other);
    if (text == null) {
      return;
    }
    switch (how) {
      case EQUAL -> {
        equal(other, text);
        if (pieces.avoid(text)) {
          combine();
        }
      }
      case PREFIX -> {
        pieces.start(text);
        combine();
      }
      case SUFFIX -> {
        pieces.end(text);
        combine();
      }
      case SUBSTRING -> {
        words(text);
        pieces.part(text);
        combine();
      }
      case LESS, GREATER -> number(text);
      case TRUTHY -> {}
    }
    complete &= !pieces.tooMany();
  }

  /** A value for the name that no expression mentions. */
  static String likely(String name) {
    int start = 0;
    for (int i = 0; i < name.length() && name.charAt(i) != '@'; i++) {
      if (name.charAt(i) == '.' && i + 1 < name.length()) {
        start = i + 1;
      }
    }
    StringBuilder text = new StringBuilder("some-");
    for (int i = start; i < name.length() && name.charAt(i) != '@'; i++) {
      char c = Character.toLowerCase(name.charAt(i));
      text.append(c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-') ? c : '-');
    }
    return text.toString();
  }

  /** A string equals a boolean or number where it reads as that number, in whatever spelling. */
  private void equal(Value other, String text) {
    switch (other) {
      case Value.Bool(boolean yes) -> {
        if (mayBeAnything()) {
          addPossible(other);
        }
        addPossible(Values.of(yes ? "1" : "0"));
        addPossible(Values.of(yes ? "1.0" : "0.0"));
      }
      case Value.Num _ -> {
        addPossible(Values.of(text));
        addPossible(Values.of(text.indexOf('.') < 0 ? text + ".0" : text + "0"));
        // And one number that it is not.
        addPossible(Values.of(Values.text(Values.number(text) + 1)));
      }
      case Value.Null _ -> {
        addPossible(other);
        addPossible(Values.of(""));
        addPossible(Values.of("0"));
      }
      default -> {
        addPossible(Values.of(text));
        // A text that reads as a number equals numbers in other spellings only when compared as
        // one.
      }
    }
  }

  /** Whether the name may have other values than texts. */
  private boolean mayBeAnything() {
    return name.startsWith("github.event.") || name.startsWith("matrix");
  }

  /** An impossible value is equal to no possible one, so nothing is missed by leaving it out. */
  private void addPossible(Value value) {
    if (domain.allows().test(value)) {
      add(value);
    }
  }

  private void number(String text) {
    double number = Values.number(text);
    // Between any two numbers lie others, and texts have an order of their own.
    complete = false;
    if (!Double.isNaN(number)) {
      for (double near : new double[] {number - 1, number, number + 1}) {
        addPossible(Values.of(Values.text(near)));
      }
    } else {
      addPossible(Values.of(text));
      addPossible(Values.of(text + "z"));
      addPossible(Values.of("!"));
    }
  }

  /** The words of a list such as {@code push pull_request}, in which the name is looked for. */
  private void words(String text) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean split = i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == ',';
      if (split) {
        if (i > start && i - start < text.length()) {
          addPossible(Values.of(text.substring(start, i)));
        }
        start = i + 1;
      }
    }
  }

  private void combine() {
    for (String text : pieces.readable()) {
      addPossible(Values.of(text));
    }
    for (String text : pieces.needed()) {
      add(Values.of(text));
    }
  }

  private void add(Value value) {
    if (!domain.allows().test(value)) {
      // The value itself is impossible, but a possible one that looks like it may exist.
      complete &= domain.exact();
      return;
    }
    if (known.contains(value)) {
      return;
    }
    if (values.size() >= LIMIT) {
      complete = false;
      return;
    }
    known.add(value);
    values.add(value);
  }

  @Override
  public String toString() {
    return name.toLowerCase(Locale.ROOT);
  }
}
