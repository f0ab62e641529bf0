package dev.tinyland.gate.lint.policy;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code rules}: what each weighs. */
final class LevelReader {
  private final Values values;
  private final List<RuleInfo> rules;

  LevelReader(Values values, List<RuleInfo> rules) {
    this.values = values;
    this.rules = rules;
  }

  void all(YamlNode node, Map<String, Sourced<RuleLevel>> to) {
    YamlNode.Mapping mapping = values.mapping(node, "rules");
    if (mapping == null) {
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      RuleInfo rule = rule(entry.key());
      YamlNode.Scalar word = values.word(entry.value(), entry.key().value(), words());
      RuleLevel level = word == null ? null : RuleLevel.parse(word.value());
      if (rule == null || word == null || level == null) {
        continue;
      }
      if (!rule.suppressible() && level.isBelow(rule.level())) {
        values.wrong(
            word.span(),
            "`"
                + rule.id()
                + "` cannot be suppressed, so its level stays "
                + rule.level().word()
                + (rule.level() == Level.ERROR ? "" : " or higher"));
        continue;
      }
      to.put(rule.id(), new Sourced<>(level, new Origin.Configured(word.span())));
    }
  }

  private @Nullable RuleInfo rule(YamlNode.Scalar key) {
    List<String> ids = new ArrayList<>();
    for (RuleInfo rule : rules) {
      if (rule.id().equals(key.value())) {
        return rule;
      }
      ids.add(rule.id());
    }
    values.wrong(
        key.span(), "there is no rule `" + key.value() + "`" + Nearest.hint(key.value(), ids));
    return null;
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (RuleLevel level : RuleLevel.values()) {
      words.add(level.word());
    }
    return words;
  }
}
