package dev.tinyland.gate.cli;

import dev.tinyland.gate.json.JsonWriter;
import dev.tinyland.gate.lint.policy.AddedSurface;
import dev.tinyland.gate.lint.policy.Configuration;
import dev.tinyland.gate.lint.policy.Origin;
import dev.tinyland.gate.lint.policy.RuleLevel;
import dev.tinyland.gate.lint.policy.Sourced;
import dev.tinyland.gate.lint.policy.StateKey;
import dev.tinyland.gate.lint.policy.StateSection;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy for scripts: the schema {@code gate.config/1}. Each value is an object of {@code value}
 * and {@code origin}, which is {@code default}, {@code file} (with path, line and column) or {@code
 * option} (with its name).
 */
final class ConfigJson {
  private ConfigJson() {}

  static String text(Configuration all, @Nullable String file) {
    Map<String, @Nullable Object> policy = new LinkedHashMap<>();
    policy.put("profile", value(all.profile().value().word(), all.profile().origin()));
    Sourced<String> branch = all.defaultBranch();
    if (branch != null) {
      policy.put("default-branch", value(branch.value(), branch.origin()));
    }
    policy.put("operator-lane", value(all.operatorLane().value(), all.operatorLane().origin()));
    policy.put("first-party-owners", list(all.firstPartyOwners()));
    Map<String, @Nullable Object> tokens = new LinkedHashMap<>();
    for (Map.Entry<String, Sourced<String>> token : all.confirmTokens().entrySet()) {
      tokens.put(token.getKey(), value(token.getValue().value(), token.getValue().origin()));
    }
    policy.put("confirm-tokens", tokens);
    List<@Nullable Object> surfaces = new ArrayList<>();
    for (Sourced<AddedSurface> surface : all.surfaces()) {
      surfaces.add(value(surface(surface.value()), surface.origin()));
    }
    policy.put("surfaces", surfaces);
    policy.put("allowed-writers", list(all.allowedWriters()));
    Map<String, @Nullable Object> docs = new LinkedHashMap<>();
    docs.put("paths", list(all.docsPaths()));
    docs.put("historical", list(all.docsHistorical()));
    policy.put("docs", docs);
    policy.put("out-of-contract-hosts", list(all.outOfContract()));
    policy.put("endpoints", list(all.endpoints()));
    policy.put("rules", rules(all.levels()));
    policy.put("state", state(all.state()));
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema", "gate.config/1");
    root.put("file", file);
    root.put("policy", policy);
    // The runner reads this as a command anywhere in a line, and only strings can hold it.
    return JsonWriter.pretty(root).replace("##[", "##\\u005b") + "\n";
  }

  private static Map<String, @Nullable Object> state(StateSection said) {
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    Map<String, @Nullable Object> stacks = new LinkedHashMap<>();
    StateValues.stacks(said)
        .forEach((stack, key) -> stacks.put(stack, value(key.value(), key.origin())));
    state.put(StateSection.STACKS, stacks);
    for (StateKey key : StateKey.values()) {
      List<@Nullable Object> list = list(StateValues.of(key, said));
      state.put(key.key(), key.isList() ? list : list.isEmpty() ? null : list.getFirst());
    }
    return state;
  }

  private static Map<String, @Nullable Object> rules(Map<String, Sourced<RuleLevel>> levels) {
    Map<String, @Nullable Object> rules = new LinkedHashMap<>();
    for (RuleInfo rule : Rules.infos()) {
      Sourced<RuleLevel> level = levels.get(rule.id());
      rules.put(
          rule.id(),
          level == null
              ? value(rule.level().word(), new Origin.Default())
              : value(level.value().word(), level.origin()));
    }
    return rules;
  }

  private static List<@Nullable Object> list(List<Sourced<String>> values) {
    List<@Nullable Object> list = new ArrayList<>();
    for (Sourced<String> each : values) {
      list.add(value(each.value(), each.origin()));
    }
    return list;
  }

  private static Map<String, @Nullable Object> surface(AddedSurface surface) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("uses", surface.uses());
    map.put("writes-when", surface.condition());
    map.put("switch", surface.switchInput());
    map.put("token", surface.token());
    map.put("post-step", surface.postStep());
    return map;
  }

  private static Map<String, @Nullable Object> value(Object value, Origin origin) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("value", value);
    switch (origin) {
      case Origin.Default _, Origin.FoundOut _ -> map.put("origin", "default");
      case Origin.Configured(var span) -> {
        map.put("origin", "file");
        map.put("path", span.path());
        map.put("line", span.line());
        map.put("column", span.column());
      }
      case Origin.Given(String option) -> {
        map.put("origin", "option");
        map.put("option", option);
      }
    }
    return map;
  }
}
