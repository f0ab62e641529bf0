package dev.tinyland.gate.render;

import static dev.tinyland.gate.render.SarifTree.map;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rule table of a run: the rules that ran, and any other that a finding names. */
final class SarifRules {
  private final List<RuleInfo> rules = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();
  private final RulePages pages;

  SarifRules(List<RuleInfo> known, List<Finding> findings, RulePages pages) {
    this.pages = pages;
    for (RuleInfo rule : known) {
      add(rule);
    }
    for (Finding finding : findings) {
      add(new RuleInfo(finding.rule(), finding.rule(), finding.level(), false, ""));
    }
  }

  private void add(RuleInfo rule) {
    if (indexes.putIfAbsent(rule.id(), rules.size()) == null) {
      rules.add(rule);
    }
  }

  /** The index of a rule that is known or that a finding names. */
  int index(String rule) {
    Integer index = indexes.get(rule);
    if (index == null) {
      throw new IllegalArgumentException("no such rule: " + rule);
    }
    return index;
  }

  List<@Nullable Object> tree() {
    List<@Nullable Object> list = new ArrayList<>(rules.size());
    for (RuleInfo rule : rules) {
      list.add(tree(rule));
    }
    return list;
  }

  private Map<String, @Nullable Object> tree(RuleInfo rule) {
    Map<String, @Nullable Object> tree = map("id", rule.id());
    tree.put("name", pascalCase(rule.id()));
    tree.put("shortDescription", map("text", rule.summary()));
    tree.put("fullDescription", map("text", rule.summary() + "."));
    tree.put("defaultConfiguration", map("level", rule.level().word()));
    tree.put("helpUri", rule.helpUri());
    Map<String, @Nullable Object> help =
        map("text", rule.summary() + ". The rule's page: " + rule.helpUri());
    String page = pages.page(rule.id());
    help.put(
        "markdown",
        page != null ? page : rule.summary() + ". See [the rule's page](" + rule.helpUri() + ").");
    tree.put("help", help);
    Map<String, @Nullable Object> properties = map("tags", List.of("security", "ci", "attic"));
    properties.put("precision", "high");
    properties.put("problem.severity", severity(rule.level()));
    if (rule.level() == Level.ERROR) {
      // 7.0 to 8.9 is what GitHub calls high.
      properties.put("security-severity", "8.0");
    }
    tree.put("properties", properties);
    return tree;
  }

  private static String severity(Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "recommendation";
    };
  }

  /** {@code push-cache-default-on} to {@code PushCacheDefaultOn}. */
  static String pascalCase(String id) {
    StringBuilder out = new StringBuilder(id.length());
    boolean wordStart = true;
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '-') {
        wordStart = true;
      } else {
        out.append(wordStart ? Character.toUpperCase(c) : c);
        wordStart = false;
      }
    }
    return out.toString();
  }
}
