package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** "The Attic read-path evidence is marked if: always()." */
final class CanaryEvidenceNotAlways implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "canary-evidence-not-always",
          "The canary takes no Attic evidence where its check of the state fails",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Canary canary : analysis.canaries()) {
      Operation readiness = first(canary, CanaryStep.READINESS);
      if (readiness == null || !readiness.fatal()) {
        continue;
      }
      for (CanaryStep step : List.of(CanaryStep.BUCKET, CanaryStep.NAR)) {
        Operation evidence = first(canary, step);
        if (evidence != null && skipped(evidence, readiness, canary, analysis)) {
          findings.putIfAbsent(evidence.place(), finding(canary, evidence, readiness));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return Mends.always(finding.span(), documents);
  }

  private static @Nullable Operation first(Canary canary, CanaryStep step) {
    for (Operation operation : canary.steps()) {
      CanaryStep.Match match = step.match(operation);
      if (match == CanaryStep.Match.YES
          || (match == CanaryStep.Match.PARTLY && step.equals(CanaryStep.READINESS))) {
        return operation;
      }
    }
    return null;
  }

  private static boolean skipped(
      Operation evidence, Operation readiness, Canary canary, Analysis analysis) {
    if (!canary.isBefore(readiness, evidence)) {
      return false;
    }
    boolean sameScript =
        evidence.job() != null
            && readiness.job() != null
            && evidence.job().key().equals(readiness.job().key())
            && evidence.step() == readiness.step();
    return sameScript
        || Uploads.leftOut(
            evidence, readiness.constraints(), "failure", canary.root().scenarios(), analysis);
  }

  private static Finding finding(Canary canary, Operation evidence, Operation readiness) {
    return new Finding(
        INFO.id(),
        canary.level(INFO.level()),
        evidence.place(),
        "`" + evidence.what() + "` is left out where `" + readiness.what() + "` fails.",
        List.of(),
        "give it a step of its own with `if: always()`",
        null,
        List.of(new Related(readiness.place(), "`" + readiness.what() + "`")),
        null);
  }
}
