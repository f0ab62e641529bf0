package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input of a dispatch, of a reusable workflow or of an action.
 *
 * @param defaultValue as written; null where none is given
 * @param options the values of a {@code choice}; empty for every other type
 */
public record Input(
    String name,
    Span span,
    Type type,
    boolean required,
    YamlNode.@Nullable Scalar defaultValue,
    List<String> options) {
  public Input {
    options = List.copyOf(options);
  }

  /** Inputs of actions are always strings. */
  public enum Type {
    STRING,
    BOOLEAN,
    NUMBER,
    CHOICE,
    ENVIRONMENT
  }
}
