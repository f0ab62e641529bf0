package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one YAML file.
 *
 * @param root the top node, or null for a file without one; after a syntax error, what precedes it
 * @param problems everything that kept the file from being read as GitHub reads it, in file order;
 *     empty for a good file
 * @param comments all comments in file order, up to the first syntax error
 * @param firstAnchor where the first {@code &name} or {@code *name} stands, or null
 */
public record YamlDocument(
    @Nullable YamlNode root,
    List<Problem> problems,
    List<Comment> comments,
    @Nullable Span firstAnchor) {
  public YamlDocument {
    problems = List.copyOf(problems);
    comments = List.copyOf(comments);
  }

  /** Whether anchors or aliases occur; GitHub refuses them in {@code action.yml}. */
  public boolean usesAnchors() {
    return firstAnchor != null;
  }
}
