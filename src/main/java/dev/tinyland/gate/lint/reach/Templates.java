package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scalars as templates. One that GitHub would refuse is left out and its name is then not known:
 * the file as a whole is reported by whoever checks expressions.
 */
public final class Templates {
  private Templates() {}

  /** The named values, each as a template; {@code dynamic} where one could not be read. */
  public record Named(Map<String, Template> values, boolean dynamic) {
    public static final Named NONE = new Named(Map.of(), false);
  }

  public static Named of(Env env) {
    if (env.entries().isEmpty() && !env.dynamic()) {
      return Named.NONE;
    }
    Map<String, Template> values = new LinkedHashMap<>();
    boolean dynamic = env.dynamic();
    for (Map.Entry<String, YamlNode.Scalar> entry : env.entries().entrySet()) {
      Template template = of(entry.getValue());
      if (template == null) {
        dynamic = true;
      } else {
        values.put(entry.getKey(), template);
      }
    }
    return new Named(values, dynamic);
  }

  public static @Nullable Template of(YamlNode.Scalar scalar) {
    try {
      return Template.parse(scalar.display());
    } catch (ExpressionSyntaxException e) {
      return null;
    }
  }
}
