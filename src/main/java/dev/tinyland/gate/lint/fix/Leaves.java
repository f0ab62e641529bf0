package dev.tinyland.gate.lint.fix;

import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a YAML file, each under the keys that lead to it. What is reached through an alias
 * lies where the alias stands, so that a change of its anchor is a change somewhere else.
 */
final class Leaves {
  private static final String EMPTY = YamlNode.Scalar.Kind.NULL + " ";

  private final Map<String, Leaf> leaves = new LinkedHashMap<>();

  private record Leaf(String value, Span place) {}

  private Leaves() {}

  /** Why an edit changes more of the file than what it says, or null. */
  static @Nullable String objection(EditedFile edited) {
    YamlDocument before = YamlReader.read(edited.before());
    YamlDocument after = YamlReader.read(edited.after());
    if (!before.problems().isEmpty()) {
      return "the file has faults: " + before.problems().getFirst().message();
    }
    if (!after.problems().isEmpty()) {
      return "the file could not be read any more: " + after.problems().getFirst().message();
    }
    Leaves old = of(before.root());
    Leaves now = of(after.root());
    for (Map.Entry<String, Leaf> each : old.leaves.entrySet()) {
      Leaf leaf = now.leaves.get(each.getKey());
      boolean same = leaf != null && leaf.value().equals(each.getValue().value());
      boolean touched = wasChanged(edited, each.getValue().place());
      if (!same && !touched && !now.fills(each.getKey(), each.getValue())) {
        return "another value would change: " + shown(each.getKey());
      }
    }
    for (Map.Entry<String, Leaf> each : now.leaves.entrySet()) {
      boolean known = old.leaves.containsKey(each.getKey());
      if (!known && !isNew(edited, each.getValue().place())) {
        return "another value would appear: " + shown(each.getKey());
      }
    }
    return null;
  }

  /** Whether a key without a value has got some below it; each of them is judged by itself. */
  private boolean fills(String path, Leaf empty) {
    boolean fills = empty.value().equals(EMPTY);
    boolean filled = false;
    for (String other : leaves.keySet()) {
      filled |= other.startsWith(path + "\n");
    }
    return fills && filled;
  }

  private static boolean wasChanged(EditedFile edited, Span place) {
    SourceFile file = edited.before();
    return edited.wasChanged(start(file, place), end(file, place));
  }

  private static boolean isNew(EditedFile edited, Span place) {
    SourceFile file = edited.after();
    return edited.isNew(start(file, place), end(file, place));
  }

  private static int start(SourceFile file, Span span) {
    return file.offsetAt(span.line(), span.column());
  }

  private static int end(SourceFile file, Span span) {
    return file.offsetAt(span.endLine(), span.endColumn());
  }

  private static String shown(String path) {
    return "`" + path.replace('\n', '.').strip() + "`";
  }

  private static Leaves of(@Nullable YamlNode root) {
    Leaves leaves = new Leaves();
    if (root != null) {
      leaves.add("", root, null);
    }
    return leaves;
  }

  /** Keys are joined by line feeds, which no key of a workflow has. */
  private void add(String path, YamlNode node, @Nullable Span alias) {
    switch (node) {
      case YamlNode.Scalar scalar -> put(path, scalar.kind() + " " + scalar.value(), scalar, alias);
      case YamlNode.Sequence sequence -> {
        if (sequence.items().isEmpty()) {
          put(path, "[]", sequence, alias);
        }
        for (int i = 0; i < sequence.items().size(); i++) {
          Span own = sequence.aliasSpan(i);
          add(path + "\n[" + i + "]", sequence.items().get(i), alias == null ? own : alias);
        }
      }
      case YamlNode.Mapping mapping -> {
        if (mapping.entries().isEmpty()) {
          put(path, "{}", mapping, alias);
        }
        for (YamlNode.Entry entry : mapping.entries()) {
          String key = path + "\n" + entry.key().value();
          add(key, entry.value(), alias == null ? entry.aliasSpan() : alias);
        }
      }
    }
  }

  private void put(String path, String value, YamlNode node, @Nullable Span alias) {
    leaves.put(path, new Leaf(value, alias == null ? node.span() : alias));
  }
}
