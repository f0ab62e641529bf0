package dev.tinyland.gate.report;

import dev.tinyland.gate.source.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions on the way to a write, each with the concrete context that makes it truthy. */
public record Witness(List<Condition> conditions) {
  public Witness {
    conditions = List.copyOf(conditions);
  }

  /**
   * @param expr the expression that is evaluated, without a fence
   * @param context contexts by name, as a JSON tree of Map, List, String, Number, Boolean and null
   * @param status {@code success}, {@code failure} or {@code cancelled}: decides the status
   *     functions
   */
  public record Condition(
      Span span, String expr, Map<String, @Nullable Object> context, String status) {}
}
