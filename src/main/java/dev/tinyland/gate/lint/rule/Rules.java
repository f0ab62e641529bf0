package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one list of rules. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new AtticWriteOnPullRequest(),
          new AtticWriteOutsideProbe(),
          new AtticWriteBeyondDefaultBranch(),
          new AtticWriteWithoutTokenGate(),
          new PushCacheNotLiteralFalse(),
          new PushCacheDefaultOn(),
          new PushCacheFailOpen(),
          new UnknownAtticWriter(),
          new AlwaysTrueCondition(),
          new UnresolvedLocalReference(),
          new UnreadableFile(),
          new SuppressionUnused(),
          new SuppressionExpired(),
          new SuppressionInvalid());

  private Rules() {}

  /** All rules, in the order in which the documentation lists them. */
  public static List<RuleInfo> infos() {
    List<RuleInfo> infos = new ArrayList<>();
    for (Rule rule : ALL) {
      infos.add(rule.info());
    }
    return infos;
  }

  /** What is said of a rule, or null where there is none of that name. */
  public static @Nullable RuleInfo info(String id) {
    for (Rule rule : ALL) {
      if (rule.info().id().equals(id)) {
        return rule.info();
      }
    }
    return null;
  }

  /** The findings of all rules that are on, in order of place. */
  public static List<Finding> check(Analysis analysis) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : ALL) {
      if (!Levels.isOff(rule.info(), analysis.policy())) {
        Levels.addAll(rule.check(analysis), rule.info(), analysis.policy(), findings);
      }
    }
    return sorted(findings);
  }

  /** The same findings with what comments suppress marked, and those on the comments themselves. */
  static List<Finding> review(SuppressionOutcome outcome, Policy policy) {
    List<Finding> findings = new ArrayList<>(outcome.findings());
    for (Rule rule : ALL) {
      if (rule instanceof SuppressionRule reviewing && !Levels.isOff(rule.info(), policy)) {
        Levels.addAll(reviewing.review(outcome), rule.info(), policy, findings);
      }
    }
    return sorted(findings);
  }

  private static List<Finding> sorted(List<Finding> findings) {
    findings.sort((one, other) -> {
      int place = one.span().compareTo(other.span());
      return place != 0 ? place : one.rule().compareTo(other.rule());
    });
    return findings;
  }
}
