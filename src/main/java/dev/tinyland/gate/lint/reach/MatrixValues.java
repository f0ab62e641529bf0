package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.MapObj;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** YAML values of a matrix as values of the expression language, typed as GitHub types them. */
final class MatrixValues {
  private MatrixValues() {}

  static EnvChain.ValueSource source(YamlNode node, Site at) {
    if (node instanceof YamlNode.Scalar scalar && scalar.value().contains("${{")) {
      Template template = Templates.of(scalar);
      return world ->
          template == null
              ? Unknown.derived(Set.of(), false)
              : Values.evaluate(template, at.scope(world));
    }
    Value value = value(node);
    return world -> value;
  }

  static Value value(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar(scalar);
      case YamlNode.Sequence sequence -> {
        List<Value> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
          items.add(value(item));
        }
        yield new Value.Arr(items);
      }
      case YamlNode.Mapping mapping -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
          entries.put(entry.key().value(), value(entry.value()));
        }
        yield new MapObj(entries);
      }
    };
  }

  private static Value scalar(YamlNode.Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> Values.of(scalar.value());
      case BOOL -> Values.of(scalar.display().equals("true"));
      case INT, FLOAT -> new Value.Num(Values.number(scalar.display()));
      case NULL -> Value.NULL;
    };
  }
}
