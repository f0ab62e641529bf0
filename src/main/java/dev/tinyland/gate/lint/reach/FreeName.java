package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Comparison;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name without a value, and the finite set of values that can make a difference: those it is
 * compared with, made into each other by prefix and suffix where both are asked for, and one that
 * nothing mentions.
 */
final class FreeName {
  /** More values than this for one name are not tried; the search then says that it gave up. */
  private static final int LIMIT = 64;

  private final String name;
  private final Domain domain;
  private final Set<Value> values = new LinkedHashSet<>();
  private final Set<String> prefixes = new LinkedHashSet<>();
  private final Set<String> suffixes = new LinkedHashSet<>();
  private boolean complete = true;

  FreeName(String name, Domain domain) {
    this.name = name;
    this.domain = domain;
    values.addAll(domain.initial());
  }

  String name() {
    return name;
  }

  Domain domain() {
    return domain;
  }

  /** False where a value that matters may be missing from {@link #candidates()}. */
  boolean complete() {
    return complete;
  }

  /** The values to try, in order; the list grows while the search compares. */
  List<Value> candidates() {
    return new ArrayList<>(values);
  }

  /** Takes note that the name met a value. */
  void compared(Value other, Comparison how) {
    if (!domain.open() || how == Comparison.TRUTHY) {
      return;
    }
    String text = Values.text(other);
    if (text == null) {
      return;
    }
    switch (how) {
      case EQUAL -> equal(other, text);
      case PREFIX -> {
        prefixes.add(text);
        combine();
      }
      case SUFFIX -> {
        suffixes.add(text);
        combine();
      }
      case SUBSTRING -> add(Values.of(text));
      case LESS, GREATER -> number(text);
      case TRUTHY -> {}
    }
  }

  /** A value for the name that no expression mentions. */
  static String likely(String name) {
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
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

  /** A string equals a boolean where it reads as the number that the boolean is. */
  private void equal(Value other, String text) {
    Value equal =
        other instanceof Value.Bool(boolean yes) ? Values.of(yes ? "1" : "0") : Values.of(text);
    // An impossible value is equal to no possible one, so nothing is missed by leaving it out.
    if (domain.allows().test(equal)) {
      add(equal);
    }
  }

  private void number(String text) {
    double number = Values.number(text);
    if (Double.isNaN(number)) {
      complete = false;
      return;
    }
    for (double near : new double[] {number - 1, number, number + 1}) {
      add(Values.of(Values.text(near)));
    }
  }

  private void combine() {
    String filler = likely(name);
    for (String prefix : prefixes) {
      add(Values.of(prefix));
      add(Values.of(prefix + filler));
      for (String suffix : suffixes) {
        add(Values.of(prefix + suffix));
        add(Values.of(prefix + filler + suffix));
      }
    }
    for (String suffix : suffixes) {
      add(Values.of(suffix));
      add(Values.of(filler + suffix));
    }
  }

  private void add(Value value) {
    if (!domain.allows().test(value)) {
      // The value itself is impossible, but a possible one that looks like it may exist.
      complete &= domain.exact();
      return;
    }
    if (values.size() >= LIMIT) {
      complete = false;
      return;
    }
    values.add(value);
  }

  @Override
  public String toString() {
    return name.toLowerCase(Locale.ROOT);
  }
}
