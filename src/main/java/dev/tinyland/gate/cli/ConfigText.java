package dev.tinyland.gate.cli;

import dev.tinyland.gate.lint.policy.AddedSurface;
import dev.tinyland.gate.lint.policy.Configuration;
import dev.tinyland.gate.lint.policy.Origin;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.policy.RuleLevel;
import dev.tinyland.gate.lint.policy.Sourced;
import dev.tinyland.gate.lint.policy.StateKey;
import dev.tinyland.gate.lint.policy.StateSection;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A policy for people: a line for each value, with where it comes from. */
final class ConfigText {
  /** Wider values push their origin to the right. */
  private static final int WIDEST_VALUE = 60;

  private final List<Row> rows = new ArrayList<>();

  /** One line; the key is empty where it is that of the line above. */
  private record Row(String key, String value, String origin) {}

  private ConfigText() {}

  static String text(Configuration configuration, @Nullable String file) {
    ConfigText text = new ConfigText();
    text.all(configuration);
    String head = file == null ? "no configuration: the policy documents hold" : file;
    return Visible.line(head) + "\n\n" + text.table();
  }

  private void all(Configuration all) {
    Sourced<Profile> profile = all.profile();
    add("profile", profile.value().word(), profile.origin());
    Sourced<String> branch = all.defaultBranch();
    if (branch != null) {
      add("default-branch", branch.value(), branch.origin());
    }
    add("operator-lane", all.operatorLane().value(), all.operatorLane().origin());
    list("first-party-owners", all.firstPartyOwners());
    boolean first = true;
    for (Map.Entry<String, Sourced<String>> each : all.confirmTokens().entrySet()) {
      Sourced<String> token = each.getValue();
      String value = each.getKey() + ": " + token.value();
      add(first ? "confirm-tokens" : "", value, token.origin());
      first = false;
    }
    surfaces(all.surfaces());
    list("allowed-writers", all.allowedWriters());
    list("docs.paths", all.docsPaths());
    list("docs.historical", all.docsHistorical());
    list("out-of-contract-hosts", all.outOfContract());
    list("endpoints", all.endpoints());
    rules(all.levels());
    state(all.state());
  }

  private void state(StateSection said) {
    boolean first = true;
    for (Map.Entry<String, Sourced<String>> stack : StateValues.stacks(said).entrySet()) {
      String value = stack.getKey() + ": " + stack.getValue().value();
      add(first ? "state.stacks" : "", value, stack.getValue().origin());
      first = false;
    }
    for (StateKey key : StateKey.values()) {
      list("state." + key.key(), StateValues.of(key, said));
    }
  }

  private void list(String key, List<Sourced<String>> values) {
    if (values.isEmpty()) {
      rows.add(new Row(key, "none", ""));
    }
    for (int i = 0; i < values.size(); i++) {
      add(i == 0 ? key : "", values.get(i).value(), values.get(i).origin());
    }
  }

  private void surfaces(List<Sourced<AddedSurface>> surfaces) {
    if (surfaces.isEmpty()) {
      rows.add(new Row("surfaces", "none but those built in", ""));
    }
    for (int i = 0; i < surfaces.size(); i++) {
      AddedSurface surface = surfaces.get(i).value();
      add(i == 0 ? "surfaces" : "", "uses: " + surface.uses(), surfaces.get(i).origin());
      more("writes-when: " + surface.condition());
      if (surface.switchInput() != null) {
        more("switch: " + surface.switchInput());
      }
      if (surface.token() != null) {
        more("token: " + surface.token());
      }
      more("post-step: " + surface.postStep());
    }
  }

  private void more(String value) {
    rows.add(new Row("", "  " + Visible.line(value), ""));
  }

  private void rules(Map<String, Sourced<RuleLevel>> levels) {
    boolean first = true;
    for (RuleInfo rule : Rules.infos()) {
      Sourced<RuleLevel> level = levels.get(rule.id());
      String usual = rule.level().word();
      String word = level == null ? usual : level.value().word();
      String value = rule.id() + ": " + word + (word.equals(usual) ? "" : " (else " + usual + ")");
      add(first ? "rules" : "", value, level == null ? new Origin.Default() : level.origin());
      first = false;
    }
  }

  private void add(String key, String value, Origin origin) {
    rows.add(new Row(key, Visible.line(value), origin(origin)));
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case Origin.Default _ -> "default";
      case Origin.FoundOut(String from) -> "default, from " + from;
      case Origin.Configured(var span) -> ConfigCommand.place(span);
      case Origin.Given(String option) -> option;
    };
  }

  private String table() {
    int keyWidth = 0;
    int valueWidth = 0;
    for (Row row : rows) {
      keyWidth = Math.max(keyWidth, row.key().length());
      valueWidth = Math.max(valueWidth, Math.min(WIDEST_VALUE, row.value().length()));
    }
    StringBuilder out = new StringBuilder(2048);
    for (Row row : rows) {
      out.append(row.key()).repeat(' ', keyWidth - row.key().length() + 2).append(row.value());
      if (!row.origin().isEmpty()) {
        out.repeat(' ', Math.max(0, valueWidth - row.value().length()) + 2).append(row.origin());
      }
      out.append('\n');
    }
    return out.toString();
  }
}
