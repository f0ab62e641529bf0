package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One step of a job or of a composite action. Steps nested in {@code parallel:} are listed flat,
 * since each of them runs.
 *
 * @param span from the first key to the end of the last value
 * @param condition the text of {@code if:}, null where none is given
 * @param continueOnError true unless the key is absent or literally false
 * @param continueOnErrorValue the value of that key as written
 * @param directory the value of {@code working-directory}
 */
public record Step(
    Span span,
    @Nullable String id,
    @Nullable String name,
    YamlNode.@Nullable Scalar condition,
    Env env,
    Body body,
    boolean continueOnError,
    YamlNode.@Nullable Scalar continueOnErrorValue,
    YamlNode.@Nullable Scalar directory) {

  /** A step that does this and has nothing else to it. */
  public static Step of(Span span, Body body) {
    return new Step(span, null, null, null, Env.NONE, body, false, null, null);
  }

  /** What a step does. */
  public sealed interface Body {
    /** {@code run:}; {@code shell} is null where the default applies. */
    record Run(YamlNode.Scalar script, @Nullable String shell) implements Body {}

    /** {@code uses:} with the values given to it. */
    record Uses(YamlNode.Scalar reference, Env with) implements Body {}

    /** {@code wait:}, {@code cancel:} and whatever GitHub invents next. */
    record Other() implements Body {}
  }

  /** How a person would call the step: its name, else its id, else what it does. */
  public String label() {
    if (name != null && !name.isBlank()) {
      return name;
    }
    if (id != null) {
      return id;
    }
    return switch (body) {
      case Body.Uses(var reference, _) -> reference.value();
      case Body.Run(var script, _) -> firstLine(script.value());
      case Body.Other() -> "step";
    };
  }

  private static String firstLine(String script) {
    String text = script.strip();
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
