package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads every form of {@code on:}: a name, a list of names, a mapping of names to settings. */
final class TriggerReader {
  private TriggerReader() {}

  static List<Trigger> read(@Nullable YamlNode on) {
    List<Trigger> triggers = new ArrayList<>();
    switch (on) {
      case YamlNode.Scalar scalar -> triggers.add(bare(scalar));
      case YamlNode.Sequence sequence -> {
        for (YamlNode item : sequence.items()) {
          if (item instanceof YamlNode.Scalar scalar) {
            triggers.add(bare(scalar));
          }
        }
      }
      case YamlNode.Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          triggers.add(trigger(entry.key(), entry.value()));
        }
      }
      case null -> {}
    }
    return triggers;
  }

  private static Trigger bare(YamlNode.Scalar name) {
    return Trigger.bare(name.value().toLowerCase(Locale.ROOT), name.span(), List.of());
  }

  private static Trigger trigger(YamlNode.Scalar key, YamlNode settings) {
    List<String> secrets = new ArrayList<>();
    if (Nodes.get(settings, "secrets") instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        secrets.add(entry.key().value());
      }
    }
    return new Trigger(
        key.value().toLowerCase(Locale.ROOT),
        key.span(),
        filter(settings, "branches"),
        filter(settings, "tags"),
        Nodes.texts(Nodes.get(settings, "types")),
        inputs(Nodes.get(settings, "inputs")),
        secrets,
        Nodes.texts(Nodes.get(settings, "workflows")),
        crons(settings));
  }

  /** The times of {@code schedule}, a list of mappings. */
  private static List<String> crons(YamlNode settings) {
    List<String> crons = new ArrayList<>();
    if (settings instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        String cron = Nodes.text(item, "cron");
        if (cron != null) {
          crons.add(cron);
        }
      }
    }
    return crons;
  }

  private static @Nullable Filter filter(YamlNode settings, String key) {
    YamlNode only = Nodes.get(settings, key);
    YamlNode ignored = Nodes.get(settings, key + "-ignore");
    if (only == null && ignored == null) {
      return null;
    }
    List<Glob> patterns = new ArrayList<>();
    for (String text : Nodes.texts(only != null ? only : ignored)) {
      if (!text.isBlank()) {
        patterns.add(Glob.of(text));
      }
    }
    if (patterns.isEmpty()) {
      // What GitHub makes of a filter without patterns is not documented, so it keeps nothing out.
      return null;
    }
    return new Filter(patterns, only == null);
  }

  /** Inputs of a dispatch, a call or an action; a name without settings is a string. */
  static List<Input> inputs(@Nullable YamlNode node) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return List.of();
    }
    List<Input> inputs = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      YamlNode settings = entry.value();
      Span span = entry.key().span();
      inputs.add(
          new Input(
              entry.key().value(),
              span,
              type(Nodes.text(settings, "type")),
              "true".equals(Nodes.text(settings, "required")),
              Nodes.scalar(settings, "default"),
              Nodes.texts(Nodes.get(settings, "options"))));
    }
    return inputs;
  }

  private static Input.Type type(@Nullable String name) {
    return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
      case "boolean" -> Input.Type.BOOLEAN;
      case "number" -> Input.Type.NUMBER;
      case "choice" -> Input.Type.CHOICE;
      case "environment" -> Input.Type.ENVIRONMENT;
      default -> Input.Type.STRING;
    };
  }
}
