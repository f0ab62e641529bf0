package dev.tinyland.gate.lint.policy;

import java.util.ArrayList;
import java.util.List;

/** A value with its origin. */
public record Sourced<T>(T value, Origin origin) {
  static <T> Sourced<T> byDefault(T value) {
    return new Sourced<>(value, new Origin.Default());
  }

  static <T> List<Sourced<T>> allByDefault(List<T> values) {
    List<Sourced<T>> all = new ArrayList<>();
    for (T value : values) {
      all.add(byDefault(value));
    }
    return all;
  }

  /** The values alone. */
  public static <T> List<T> values(List<Sourced<T>> sourced) {
    List<T> values = new ArrayList<>();
    for (Sourced<T> each : sourced) {
      values.add(each.value());
    }
    return values;
  }
}
