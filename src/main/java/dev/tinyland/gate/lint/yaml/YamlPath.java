package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that lie around a place, the root first. An alias is not followed: what it stands for
 * is written somewhere else.
 */
public record YamlPath(List<Around> nodes) {
  public YamlPath {
    nodes = List.copyOf(nodes);
  }

  /**
   * One node on the way.
   *
   * @param entry by which it hangs in the mapping above it; null for the root and for items
   */
  public record Around(YamlNode node, YamlNode.@Nullable Entry entry) {}

  /** The nodes around a span; without any where it lies outside of the root. */
  public static YamlPath to(YamlNode root, Span span) {
    List<Around> nodes = new ArrayList<>();
    Around at = covers(root.span(), span) ? new Around(root, null) : null;
    while (at != null) {
      nodes.add(at);
      at = inside(at.node(), span);
    }
    return new YamlPath(nodes);
  }

  /** The scalar that has exactly this span, or null. */
  public static YamlNode.@Nullable Scalar scalarAt(YamlNode root, Span span) {
    List<Around> nodes = to(root, span).nodes();
    return !nodes.isEmpty()
            && nodes.getLast().node() instanceof YamlNode.Scalar scalar
            && scalar.span().equals(span)
        ? scalar
        : null;
  }

  private static @Nullable Around inside(YamlNode node, Span span) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.aliasSpan() == null && covers(entry.span(), span)) {
          return new Around(entry.value(), entry);
        }
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        YamlNode item = sequence.items().get(i);
        if (sequence.aliasSpan(i) == null && covers(item.span(), span)) {
          return new Around(item, null);
        }
      }
    }
    return null;
  }

  private static boolean covers(Span outer, Span inner) {
    return !before(inner.line(), inner.column(), outer.line(), outer.column())
        && !before(outer.endLine(), outer.endColumn(), inner.endLine(), inner.endColumn());
  }

  private static boolean before(int line, int column, int otherLine, int otherColumn) {
    return line != otherLine ? line < otherLine : column < otherColumn;
  }
}
