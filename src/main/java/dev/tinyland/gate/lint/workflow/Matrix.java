package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The combinations of {@code strategy.matrix}. */
public sealed interface Matrix {
  /** Past this many combinations the matrix is treated as not known, which is said in the reach. */
  int LIMIT = 256;

  /** No matrix: {@code matrix.x} is null. */
  record None() implements Matrix {}

  /** Every combination, by key. */
  record Combinations(List<Map<String, YamlNode>> all) implements Matrix {
    public Combinations {
      all = List.copyOf(all);
    }
  }

  /** Computed at run time, or larger than {@link #LIMIT}. */
  record Dynamic(String because) implements Matrix {}

  /**
   * Expands axes, then applies {@code exclude}, then {@code include}, in GitHub's order.
   *
   * @see <a
   *     href="https://docs.github.com/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations">Running
   *     variations of jobs</a>
   */
  static Matrix expand(
      Map<String, List<YamlNode>> axes,
      List<Map<String, YamlNode>> include,
      List<Map<String, YamlNode>> exclude) {
    long size = 1;
    for (List<YamlNode> values : axes.values()) {
      size *= Math.max(1, values.size());
      if (size > LIMIT) {
        return new Dynamic("the matrix has more than " + LIMIT + " combinations");
      }
    }
    if (comparesExpressions(axes, include) || comparesExpressions(axes, exclude)) {
      return new Dynamic("which combinations there are is decided at run time");
    }
    List<Map<String, YamlNode>> combinations = product(axes);
    combinations.removeIf(c -> exclude.stream().anyMatch(e -> !e.isEmpty() && covers(c, e)));
    List<Map<String, YamlNode>> extra = new ArrayList<>();
    for (Map<String, YamlNode> entry : include) {
      if (!extend(combinations, axes.keySet(), entry)) {
        extra.add(new LinkedHashMap<>(entry));
      }
    }
    combinations.addAll(extra);
    return new Combinations(combinations);
  }

  /** Whether an entry is matched with an axis by a value that only the run knows. */
  private static boolean comparesExpressions(
      Map<String, List<YamlNode>> axes, List<Map<String, YamlNode>> entries) {
    for (Map<String, YamlNode> entry : entries) {
      for (Map.Entry<String, YamlNode> pair : entry.entrySet()) {
        List<YamlNode> axis = axes.get(pair.getKey());
        if (axis != null && (Nodes.isExpression(pair.getValue()) || anyExpression(axis))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean anyExpression(List<YamlNode> values) {
    for (YamlNode value : values) {
      if (Nodes.isExpression(value)) {
        return true;
      }
    }
    return false;
  }

  private static List<Map<String, YamlNode>> product(Map<String, List<YamlNode>> axes) {
    List<Map<String, YamlNode>> combinations = new ArrayList<>();
    if (axes.isEmpty()) {
      return combinations;
    }
    combinations.add(new LinkedHashMap<>());
    for (Map.Entry<String, List<YamlNode>> axis : axes.entrySet()) {
      List<Map<String, YamlNode>> longer = new ArrayList<>();
      for (Map<String, YamlNode> shorter : combinations) {
        for (YamlNode value : axis.getValue()) {
          Map<String, YamlNode> combination = new LinkedHashMap<>(shorter);
          combination.put(axis.getKey(), value);
          longer.add(combination);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  /** Adds the entry to every combination whose axis values it does not change. */
  private static boolean extend(
      List<Map<String, YamlNode>> combinations, Set<String> axes, Map<String, YamlNode> entry) {
    boolean added = false;
    for (Map<String, YamlNode> combination : combinations) {
      boolean keeps = true;
      for (Map.Entry<String, YamlNode> pair : entry.entrySet()) {
        YamlNode original = axes.contains(pair.getKey()) ? combination.get(pair.getKey()) : null;
        keeps &= original == null || Nodes.sameValue(original, pair.getValue());
      }
      if (keeps) {
        combination.putAll(entry);
        added = true;
      }
    }
    return added;
  }

  private static boolean covers(Map<String, YamlNode> combination, Map<String, YamlNode> part) {
    for (Map.Entry<String, YamlNode> pair : part.entrySet()) {
      YamlNode value = combination.get(pair.getKey());
      if (value == null || !Nodes.sameValue(value, pair.getValue())) {
        return false;
      }
    }
    return true;
  }
}
