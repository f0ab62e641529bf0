package dev.tinyland.gate.e2e;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the runner takes from {@code action.yml}. Every scalar is a text, so that {@code false}
 * stays {@code "false"}.
 *
 * @param defaults the inputs in file order, with their defaults
 * @param image the file of the image, relative to the action
 */
record ActionFile(Map<String, String> defaults, String image) {
  private static final Set<String> EMULATED = Set.of("using", "image");

  static ActionFile read(Path file) throws IOException {
    YamlNode root =
        Objects.requireNonNull(YamlReader.read("action.yml", Files.readAllBytes(file)).root());
    YamlNode.Mapping action = (YamlNode.Mapping) root;
    Map<String, String> defaults = new LinkedHashMap<>();
    for (YamlNode.Entry input : mapping(action, "inputs").entries()) {
      defaults.put(input.key().value(), text((YamlNode.Mapping) input.value(), "default"));
    }
    YamlNode.Mapping runs = mapping(action, "runs");
    for (YamlNode.Entry entry : runs.entries()) {
      if (!EMULATED.contains(entry.key().value())) {
        throw new IllegalStateException("the emulator knows no runs." + entry.key().value());
      }
    }
    if (!text(runs, "using").equals("docker")) {
      throw new IllegalStateException("not a container action");
    }
    return new ActionFile(defaults, text(runs, "image"));
  }

  /**
   * The inputs of a step: what it gives wins over the defaults, whatever the case of the names; a
   * name that the action does not know is passed all the same.
   */
  Map<String, String> inputs(Map<String, String> with) {
    Map<String, String> inputs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    inputs.putAll(with);
    defaults.forEach(inputs::putIfAbsent);
    return inputs;
  }

  /** The variable of an input: a blank becomes an underscore, a hyphen stays. */
  static String variable(String input) {
    return "INPUT_" + input.replace(' ', '_').toUpperCase(Locale.ROOT);
  }

  /** What the runner warns about before the step, or nothing. */
  List<String> warnings(Map<String, String> with) {
    List<String> unknown = new ArrayList<>();
    for (String name : with.keySet()) {
      if (defaults.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
        unknown.add(name);
      }
    }
    if (unknown.isEmpty()) {
      return List.of();
    }
    List<String> valid = new ArrayList<>(List.of("entryPoint", "args"));
    valid.addAll(defaults.keySet());
    return List.of(
        "Unexpected input(s) '%s', valid inputs are ['%s']"
            .formatted(String.join("', '", unknown), String.join("', '", valid)));
  }

  private static YamlNode.Mapping mapping(YamlNode.Mapping parent, String key) {
    return (YamlNode.Mapping) Objects.requireNonNull(parent.get(key), key);
  }

  private static String text(YamlNode.Mapping parent, String key) {
    return parent.get(key) instanceof YamlNode.Scalar scalar ? scalar.value() : "";
  }
}
