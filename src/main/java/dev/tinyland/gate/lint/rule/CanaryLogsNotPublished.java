package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** "And publishes the logs as workflow artifacts." */
final class CanaryLogsNotPublished implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "canary-logs-not-published",
          "The state authority canary does not publish its logs however it ends",
          Level.WARNING,
          true,
          "0.1.0");

  private static final String PARTLY =
      "The logs of the canary are uploaded, but not however it ends.";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Canary canary : analysis.canaries()) {
      Map<String, List<Operation>> jobs = new LinkedHashMap<>();
      for (Operation step : canary.steps()) {
        // The action uploads its evidence itself.
        boolean bySelf = step.what().startsWith("gloriousflywheel/gate-action");
        if (step.job() != null && !bySelf) {
          jobs.computeIfAbsent(step.job().key(), key -> new ArrayList<>()).add(step);
        }
      }
      jobs.forEach((key, steps) -> check(canary, key, steps, analysis, findings));
    }
    return List.copyOf(findings.values());
  }

  @Override
  public @Nullable Fix fix(Finding finding, Analysis analysis, Documents documents) {
    return finding.message().equals(PARTLY) ? Mends.always(finding.span(), documents) : null;
  }

  private static void check(
      Canary canary,
      String job,
      List<Operation> steps,
      Analysis analysis,
      Map<Span, Finding> findings) {
    Operation last = steps.getLast();
    List<Operation> uploads = Uploads.after(last.step(), job, canary.found());
    for (Operation upload : uploads) {
      if (!leftOut(upload, steps.getFirst(), "failure", canary, analysis)
          && !leftOut(upload, steps.getFirst(), "success", canary, analysis)) {
        return;
      }
    }
    Span span = uploads.isEmpty() ? last.place() : uploads.getFirst().place();
    String message =
        uploads.isEmpty()
            ? "The logs of the canary are not published: no later step of the job uploads them."
            : PARTLY;
    findings.putIfAbsent(
        span,
        new Finding(
            INFO.id(),
            INFO.level(),
            span,
            message,
            List.of(),
            "upload them with `actions/upload-artifact` in the last step, with `if: always()`",
            null,
            List.of(),
            null));
  }

  private static boolean leftOut(
      Operation upload, Operation first, String status, Canary canary, Analysis analysis) {
    return Uploads.leftOut(
        upload, first.constraints(), status, canary.root().scenarios(), analysis);
  }
}
