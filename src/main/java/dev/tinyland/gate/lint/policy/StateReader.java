package dev.tinyland.gate.lint.policy;

import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the section {@code state}. */
final class StateReader {
  private final Values values;
  private final Map<String, Sourced<String>> stacks = new LinkedHashMap<>();
  private final Map<StateKey, List<Sourced<String>>> texts = new EnumMap<>(StateKey.class);

  private StateReader(Values values) {
    this.values = values;
  }

  static StateSection read(YamlNode node, Values values) {
    StateReader reader = new StateReader(values);
    YamlNode.Mapping mapping = values.mapping(node, "state");
    if (mapping != null) {
      for (YamlNode.Entry entry : mapping.entries()) {
        reader.entry(entry.key(), entry.value());
      }
    }
    return new StateSection(reader.stacks, reader.texts);
  }

  private void entry(YamlNode.Scalar name, YamlNode value) {
    if (name.value().equals(StateSection.STACKS)) {
      stacks(value);
      return;
    }
    StateKey key = StateKey.named(name.value());
    if (key == null) {
      values.unknownKey(name, " in `state`", StateKey.keys());
      return;
    }
    List<Sourced<String>> said = new ArrayList<>();
    if (key.isList()) {
      for (YamlNode.Scalar text : values.texts(value, key.key(), key.form())) {
        said.add(sourced(text));
      }
    } else {
      YamlNode.Scalar text = values.text(value, key.key(), key.form());
      if (text != null) {
        said.add(sourced(text));
      }
    }
    texts.put(key, said);
  }

  private void stacks(YamlNode node) {
    YamlNode.Mapping mapping = values.mapping(node, StateSection.STACKS);
    if (mapping == null) {
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      YamlNode.Scalar key = values.text(entry.value(), entry.key().value(), TextForm.OBJECT_KEY);
      if (values.text(entry.key(), "a stack", TextForm.TOKEN) != null && key != null) {
        stacks.put(entry.key().value(), sourced(key));
      }
    }
  }

  private static Sourced<String> sourced(YamlNode.Scalar scalar) {
    return new Sourced<>(scalar.value(), new Origin.Configured(scalar.span()));
  }
}
