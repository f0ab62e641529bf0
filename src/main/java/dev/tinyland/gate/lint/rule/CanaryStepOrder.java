package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a green canary is said to mean rests on all of its evidence, taken in this order. */
final class CanaryStepOrder implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "canary-step-order",
          "The state authority canary lacks a step or an option, or takes its evidence in another"
              + " order",
          Level.ERROR,
          true,
          "0.1.0");

  /** Each row comes after the row before it; within a row the order does not matter. */
  private static final List<List<CanaryStep>> ORDER =
      List.of(
          List.of(CanaryStep.READINESS),
          List.of(CanaryStep.BUCKET, CanaryStep.NAR),
          List.of(CanaryStep.SCRATCH),
          List.of(CanaryStep.INVENTORY));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    Map<Object, Finding> findings = new LinkedHashMap<>();
    for (Canary canary : analysis.canaries()) {
      Finding finding = canary.isWhole() ? null : check(canary);
      if (finding != null) {
        findings.putIfAbsent(finding.span(), finding);
      }
    }
    return List.copyOf(findings.values());
  }

  private static @Nullable Finding check(Canary canary) {
    if (canary.steps().isEmpty()) {
      return finding(
          canary,
          Level.WARNING,
          "It could not be decided what evidence the canary takes: none of its commands is in sight.",
          List.of());
    }
    List<String> problems = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    List<Operation> before = List.of();
    for (List<CanaryStep> row : ORDER) {
      List<Operation> done = new ArrayList<>();
      for (CanaryStep step : row) {
        Operation operation = find(step, canary, before, problems, doubts);
        if (operation != null) {
          done.add(operation);
        }
      }
      before = done.isEmpty() ? before : done;
    }
    if (!problems.isEmpty()) {
      return finding(
          canary,
          canary.level(INFO.level()),
          "The canary does not take the documented evidence in the documented order.",
          problems);
    }
    return doubts.isEmpty()
        ? null
        : finding(
            canary,
            Level.WARNING,
            "It could not be decided whether the canary takes all of the documented evidence.",
            doubts);
  }

  /** The operation that is a step and comes after others; what is wrong with it is added. */
  private static @Nullable Operation find(
      CanaryStep step,
      Canary canary,
      List<Operation> after,
      List<String> problems,
      List<String> doubts) {
    Operation early = null;
    Operation partly = null;
    Operation maybe = null;
    for (Operation operation : canary.steps()) {
      switch (step.match(operation)) {
        case YES -> {
          if (follows(canary, after, operation)) {
            return operation;
          }
          early = early == null ? operation : early;
        }
        case PARTLY -> partly = partly == null ? operation : partly;
        case MAYBE -> maybe = maybe == null ? operation : maybe;
        case NO -> {}
      }
    }
    if (early != null) {
      problems.add("`" + early.what() + "` does not come after `" + after.getFirst().what() + "`");
      return early;
    }
    if (maybe != null) {
      doubts.add("only the run knows what `" + maybe.what() + "` is given");
      return maybe;
    }
    problems.add(
        partly == null
            ? step.text() + " is missing"
            : "`" + partly.what() + "` lacks " + step.lacking(partly));
    return partly;
  }

  private static boolean follows(Canary canary, List<Operation> after, Operation operation) {
    for (Operation one : after) {
      if (!canary.isBefore(one, operation)) {
        return false;
      }
    }
    return true;
  }

  private static Finding finding(Canary canary, Level level, String message, List<String> because) {
    return new Finding(
        INFO.id(),
        level,
        canary.place(),
        message,
        because,
        "run `tofu-state-ha-readiness --expect-interim`, then `rustfs-bucket-index-rca --bucket"
            + " attic` and `attic-nar-integrity-check`, then `rustfs-bucket-index-rca"
            + " --scratch-probe --strict-scratch-disk-markers`, then"
            + " `ha-state-candidate-inventory`; or `rustfs-state-authority-canary`, which is all"
            + " of it",
        null,
        List.of(),
        null);
  }
}
