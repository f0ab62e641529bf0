package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.reach.Templates;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a called action or workflow is given.
 *
 * @param declared its inputs, with their defaults
 * @param outer what its caller is given
 */
record Given(Env with, List<Input> declared, @Nullable Given outer) {
  Given {
    declared = List.copyOf(declared);
  }

  /**
   * The scalar that somebody wrote, where a value does nothing but hand on an input; else the value
   * itself. Null where nobody gave anything.
   */
  static YamlNode.@Nullable Scalar written(YamlNode.@Nullable Scalar value, @Nullable Given given) {
    YamlNode.Scalar written = value;
    Given at = given;
    while (written != null && at != null) {
      String input = handedOn(written);
      if (input == null || at.with().dynamic()) {
        break;
      }
      YamlNode.Scalar outer = at.with().get(input);
      if (outer == null) {
        return at.defaultOf(input);
      }
      written = outer;
      at = at.outer();
    }
    return written;
  }

  private YamlNode.@Nullable Scalar defaultOf(String name) {
    for (Input input : declared) {
      if (input.name().equalsIgnoreCase(name)) {
        return input.defaultValue();
      }
    }
    return null;
  }

  /** The input that {@code ${{ inputs.x }}} hands on, or null. */
  private static @Nullable String handedOn(YamlNode.Scalar value) {
    Template template = value.value().contains("${{") ? Templates.of(value) : null;
    Expression single = template == null ? null : template.single();
    boolean property =
        single instanceof Expression.Property(Expression.Context(String root, _, _), _, _, _)
            && root.equals("inputs");
    return property && single instanceof Expression.Property(_, String name, _, _) ? name : null;
  }
}
