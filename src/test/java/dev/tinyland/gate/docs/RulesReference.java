package dev.tinyland.gate.docs;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** The table of rules. The profiles come from the rules' pages, where a test proves them. */
final class RulesReference {
  private RulesReference() {}

  static String body() {
    StringBuilder out = new StringBuilder();
    out.append(
        "What `gate lint` reports. Each rule has a page with examples; `gate explain RULE` prints it.\n\n");
    out.append(
        "The level is the usual one; the page says where it differs. A rule that cannot be suppressed\n");
    out.append("is never switched off by a comment.\n\n");
    out.append("| rule | level | profiles | can be suppressed | what it says | since |\n");
    out.append("|---|---|---|---|---|---|\n");
    for (RuleInfo rule : Rules.infos()) {
      out.append("| [").append(rule.id()).append("](../rules/").append(rule.id()).append(".md) | ");
      out.append(rule.level().word()).append(" | ");
      out.append(String.join(", ", profiles(rule))).append(" | ");
      out.append(rule.suppressible() ? "yes" : "no").append(" | ");
      out.append(GeneratedDocs.cell(rule.summary())).append(" | ");
      out.append(rule.since()).append(" |\n");
    }
    return out.toString();
  }

  private static List<String> profiles(RuleInfo rule) {
    List<String> words = new ArrayList<>();
    for (Profile profile : RulePage.read(Pages.RULES.resolve(rule.id() + ".md")).profiles()) {
      words.add(profile.word());
    }
    return words;
  }
}
