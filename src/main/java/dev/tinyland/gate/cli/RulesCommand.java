package dev.tinyland.gate.cli;

import dev.tinyland.gate.lint.policy.Nearest;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.report.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code gate rules} and {@code gate explain}. */
final class RulesCommand {
  private RulesCommand() {}

  static ExitCode rules(Terminal terminal) {
    List<RuleInfo> rules = Rules.infos();
    int width = 0;
    for (RuleInfo rule : rules) {
      width = Math.max(width, rule.id().length());
    }
    for (RuleInfo rule : rules) {
      String id = rule.id() + " ".repeat(width - rule.id().length());
      String level = rule.level().word() + " ".repeat(7 - rule.level().word().length());
      terminal.out().println(id + "  " + level + "  " + rule.summary());
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  static ExitCode explain(Arguments parsed, Terminal terminal) throws IOException {
    String id = parsed.positional();
    if (id == null || parsed.positionals().size() > 1) {
      throw new UsageException("explain takes one rule; see `gate rules`");
    }
    if (Rules.info(id) == null) {
      throw new UsageException("there is no rule " + id + nearest(id) + "; see `gate rules`");
    }
    try (InputStream page = RulesCommand.class.getResourceAsStream("/rules/" + id + ".md")) {
      if (page == null) {
        throw new IllegalStateException("the page of rule " + id + " is missing");
      }
      terminal.out().print(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    }
    terminal.out().flush();
    return ExitCode.OK;
  }

  private static String nearest(String id) {
    List<String> ids = new ArrayList<>();
    for (RuleInfo rule : Rules.infos()) {
      ids.add(rule.id());
      boolean part = !id.isEmpty() && (rule.id().contains(id) || id.contains(rule.id()));
      if (part) {
        return ", did you mean " + rule.id();
      }
    }
    String nearest = Nearest.of(id, ids);
    return nearest == null ? "" : ", did you mean " + nearest;
  }
}
