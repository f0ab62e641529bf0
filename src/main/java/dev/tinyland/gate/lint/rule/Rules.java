package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
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
          new ProbeConfirmationMissing(),
          new ProbeConfirmationOfOtherProfile(),
          new ProbeConfirmationByContains(),
          new ProbeConfirmationByDefault(),
          new ProbeConfirmationByCheckbox(),
          new ProbeTriggerAdded(),
          new ProbeOnOtherLane(),
          new ProbeOnOtherBranch(),
          new ProbeEvidenceLost(),
          new AtticWriteBeyondDefaultBranch(),
          new AtticWriteWithoutTokenGate(),
          new PushCacheNotLiteralFalse(),
          new PushCacheDefaultOn(),
          new PushCacheFailOpen(),
          new UnknownAtticWriter(),
          new OperatorProbeOnOtherLane(),
          new CanaryTriggerMissing(),
          new CanaryStepOrder(),
          new CanaryEvidenceNotAlways(),
          new CanaryLogsNotPublished(),
          new DocsWriteExample(),
          new GitlabWrite(),
          new StaleEndpoint(),
          new DocsStaleEndpoint(),
          new BazelExecutorFromCache(),
          new PublicBazelCacheEndpoint(),
          new CacheAsAuthority(),
          new AlwaysTrueCondition(),
          new UnresolvedLocalReference(),
          new UnreadableFile(),
          new UnguardedTofuMutation(),
          new ApplyPastRedStateGuard(),
          new ErroredStateLost(),
          new ApplyRetriedAfterPersistFailure(),
          new GitlabHttpStateBackend(),
          new AtticTokenOverexposed(),
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

  /** The same findings, each with its fix where there is one. */
  public static List<Finding> withFixes(
      List<Finding> findings, Analysis analysis, Documents documents) {
    List<Finding> all = new ArrayList<>();
    for (Finding finding : findings) {
      Fix fix = null;
      for (Rule rule : ALL) {
        if (rule.info().id().equals(finding.rule())) {
          fix = rule.fix(finding, analysis, documents);
        }
      }
      all.add(fix == null ? finding : finding.withFix(fix));
    }
    return all;
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
