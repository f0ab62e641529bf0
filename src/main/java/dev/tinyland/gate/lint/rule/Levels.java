package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.RuleLevel;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;

/** What the configuration makes of rules. */
public final class Levels {
  private Levels() {}

  static boolean isOff(RuleInfo rule, Policy policy) {
    return policy.levels().get(rule.id()) == RuleLevel.OFF;
  }

  /** Adds the findings of a rule, all of the level that is configured for it. */
  static void addAll(List<Finding> of, RuleInfo rule, Policy policy, List<Finding> to) {
    RuleLevel configured = policy.levels().get(rule.id());
    Level level = configured == null ? null : configured.level();
    for (Finding finding : of) {
      to.add(level == null ? finding : finding.withLevel(level));
    }
  }

  /**
   * For the report: which rules are off or weigh less than usual, a line each, so that nobody takes
   * its silence for theirs.
   */
  public static List<String> remarks(Policy policy) {
    if (policy.levels().isEmpty()) {
      return List.of();
    }
    List<String> off = new ArrayList<>();
    List<String> lowered = new ArrayList<>();
    for (RuleInfo rule : Rules.infos()) {
      RuleLevel level = policy.levels().get(rule.id());
      if (level == RuleLevel.OFF) {
        off.add(rule.id());
      } else if (level != null && level.isBelow(rule.level())) {
        lowered.add(rule.id() + " to " + level.word());
      }
    }
    List<String> remarks = new ArrayList<>();
    if (!off.isEmpty()) {
      remarks.add("the configuration turns off " + Writes.list(off));
    }
    if (!lowered.isEmpty()) {
      remarks.add("the configuration lowers " + Writes.list(lowered));
    }
    return remarks;
  }
}
