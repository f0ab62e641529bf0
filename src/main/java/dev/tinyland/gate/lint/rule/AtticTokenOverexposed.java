package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Exposure;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Write access is internal and credentialed, not a public default". */
final class AtticTokenOverexposed implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "attic-token-overexposed",
          "The cache's credential is handed to steps that cannot need it",
          Level.WARNING,
          true,
          "0.1.0");
  private static final int MOST_NAMED = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<Finding> findings = new ArrayList<>();
    for (Found found : analysis.found()) {
      for (Exposure exposure : found.exposures()) {
        Finding finding = finding(exposure, analysis);
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  private static @Nullable Finding finding(Exposure exposure, Analysis analysis) {
    Seen seen = Seen.of(exposure, analysis);
    return switch (exposure.scope()) {
      case WORKFLOW ->
          finding(
              exposure,
              "`" + exposure.name() + "` is set for every step of the workflow.",
              seen.strangers(),
              change(seen));
      case JOB -> ofJob(exposure, seen);
      case STEP ->
          seen.needing().isEmpty() && seen.strangers().isEmpty()
              ? finding(
                  exposure,
                  "`" + exposure.name() + "` is set for a step that cannot need it.",
                  List.of(),
                  "remove it from the `env` of this step")
              : null;
      case CALL ->
          finding(
              exposure,
              "`"
                  + exposure.name()
                  + "` is handed to `"
                  + called(exposure)
                  + "`, which asks for no such secret.",
              List.of(),
              "remove it from `secrets`");
      case INHERIT ->
          finding(
              exposure,
              "`"
                  + called(exposure)
                  + "` inherits every secret, the cache's credential among them, and asks for none of"
                  + " the cache.",
              List.of(),
              "hand it by name what it needs, in place of `secrets: inherit`");
    };
  }

  private static @Nullable Finding ofJob(Exposure exposure, Seen seen) {
    if (seen.needing().isEmpty()) {
      return finding(
          exposure,
          "`" + exposure.name() + "` is set for a job of which no step can need it.",
          seen.strangers(),
          "remove it from the `env` of this job");
    }
    return seen.strangers().isEmpty()
        ? null
        : finding(
            exposure,
            "`"
                + exposure.name()
                + "` is set for every step of the job, actions of others among them.",
            seen.strangers(),
            change(seen));
  }

  /** The least change: where it is needed, or nowhere. */
  private static String change(Seen seen) {
    if (seen.needing().isEmpty()) {
      return "remove it: no step can need it";
    }
    int more = seen.needing().size() - MOST_NAMED;
    List<String> named = seen.needing().subList(0, Math.min(MOST_NAMED, seen.needing().size()));
    return "move it to the `env` of "
        + Writes.list(named)
        + (more > 0 ? ", and " + more + " more steps" : "");
  }

  private static Finding finding(
      Exposure exposure, String message, List<String> strangers, String help) {
    List<String> because = new ArrayList<>();
    if (!strangers.isEmpty()) {
      because.add(Writes.list(strangers) + " can read it; what becomes of it there is not known");
    }
    return new Finding(
        INFO.id(), INFO.level(), exposure.span(), message, because, help, null, List.of(), null);
  }

  private static String called(Exposure exposure) {
    String called = exposure.jobs().isEmpty() ? null : exposure.jobs().getFirst().called();
    return called == null ? "it" : called;
  }

  /**
   * Who sees it.
   *
   * @param needing the steps that can need it, with their lines
   * @param strangers the actions of others that nobody here knows
   */
  private record Seen(List<String> needing, List<String> strangers) {
    static Seen of(Exposure exposure, Analysis analysis) {
      List<String> needing = new ArrayList<>();
      List<String> strangers = new ArrayList<>();
      for (Exposure.JobSeen job : exposure.jobs()) {
        for (Exposure.StepSeen step : job.steps()) {
          boolean stranger = isStranger(step, analysis);
          boolean needs =
              step.use() == Exposure.Use.NAMES_IT
                  || step.use() == Exposure.Use.UNSEEN
                  || (step.use() == Exposure.Use.UNKNOWN_ACTION && !stranger)
                  || (!stranger && canWrite(step, analysis));
          if (needs) {
            needing.add(
                "step `"
                    + step.label()
                    + "` of job `"
                    + job.id()
                    + "` (line "
                    + step.span().line()
                    + ")");
          } else if (stranger && !strangers.contains("`" + step.action() + "`")) {
            strangers.add("`" + step.action() + "`");
          }
        }
      }
      return new Seen(needing, strangers);
    }

    private static boolean isStranger(Exposure.StepSeen step, Analysis analysis) {
      String action = step.action();
      if (step.use() != Exposure.Use.UNKNOWN_ACTION || action == null) {
        return false;
      }
      int slash = action.indexOf('/');
      String owner = slash < 0 ? action : action.substring(0, slash);
      for (String ours : analysis.policy().firstPartyOwners()) {
        if (ours.equalsIgnoreCase(owner)) {
          return false;
        }
      }
      return true;
    }

    private static boolean canWrite(Exposure.StepSeen step, Analysis analysis) {
      for (Judged judged : analysis.judged()) {
        if (judged.site().root().equals(step.span()) && !judged.open().isEmpty()) {
          return true;
        }
      }
      return false;
    }
  }
}
