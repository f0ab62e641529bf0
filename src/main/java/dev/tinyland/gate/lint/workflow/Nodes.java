package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small readings of YAML nodes that every reader here needs. */
final class Nodes {
  private Nodes() {}

  static @Nullable YamlNode get(@Nullable YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping ? mapping.get(key) : null;
  }

  static YamlNode.@Nullable Scalar scalar(@Nullable YamlNode node, String key) {
    return get(node, key) instanceof YamlNode.Scalar scalar ? scalar : null;
  }

  /** The text of a scalar as GitHub shows it in a string position; null for anything else. */
  static @Nullable String text(@Nullable YamlNode node, String key) {
    YamlNode.Scalar scalar = scalar(node, key);
    return scalar == null ? null : scalar.display();
  }

  /** One scalar or a list of scalars, as texts. */
  static List<String> texts(@Nullable YamlNode node) {
    List<String> texts = new ArrayList<>();
    if (node instanceof YamlNode.Scalar scalar) {
      texts.add(scalar.display());
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (item instanceof YamlNode.Scalar scalar) {
          texts.add(scalar.display());
        }
      }
    }
    return texts;
  }

  /** Adds every scalar at or below the node, keys left out, in order of writing. */
  static void addScalars(@Nullable YamlNode node, List<YamlNode.Scalar> to) {
    switch (node) {
      case YamlNode.Scalar scalar -> to.add(scalar);
      case YamlNode.Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          addScalars(item, to);
        }
      }
      case YamlNode.Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          addScalars(entry.value(), to);
        }
      }
      case null -> {}
    }
  }

  /** A mapping of names to scalars; an expression as key or in place of the mapping is dynamic. */
  static Env env(@Nullable YamlNode node) {
    if (node == null) {
      return Env.NONE;
    }
    if (!(node instanceof YamlNode.Mapping mapping)) {
      boolean empty = node instanceof YamlNode.Scalar scalar && scalar.value().isBlank();
      return empty ? Env.NONE : new Env(Map.of(), true);
    }
    Map<String, YamlNode.Scalar> entries = new LinkedHashMap<>();
    boolean dynamic = false;
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      dynamic |= key.contains("${{");
      if (entry.value() instanceof YamlNode.Scalar scalar) {
        entries.put(key, scalar);
      }
    }
    return new Env(entries, dynamic);
  }

  static Map<String, YamlNode> mapping(YamlNode node) {
    Map<String, YamlNode> map = new LinkedHashMap<>();
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        map.put(entry.key().value(), entry.value());
      }
    }
    return map;
  }

  static boolean isExpression(@Nullable YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.value().contains("${{");
  }

  /** Structural equality of values, positions and styles left aside. */
  static boolean sameValue(YamlNode one, YamlNode other) {
    if (one instanceof YamlNode.Scalar a && other instanceof YamlNode.Scalar b) {
      return a.kind() == b.kind() && a.display().equals(b.display());
    }
    if (one instanceof YamlNode.Sequence a && other instanceof YamlNode.Sequence b) {
      if (a.items().size() != b.items().size()) {
        return false;
      }
      for (int i = 0; i < a.items().size(); i++) {
        if (!sameValue(a.items().get(i), b.items().get(i))) {
          return false;
        }
      }
      return true;
    }
    if (one instanceof YamlNode.Mapping a && other instanceof YamlNode.Mapping b) {
      Map<String, YamlNode> left = mapping(a);
      Map<String, YamlNode> right = mapping(b);
      if (!left.keySet().equals(right.keySet())) {
        return false;
      }
      for (Map.Entry<String, YamlNode> entry : left.entrySet()) {
        YamlNode value = right.get(entry.getKey());
        if (value == null || !sameValue(entry.getValue(), value)) {
          return false;
        }
      }
      return true;
    }
    return false;
  }
}
