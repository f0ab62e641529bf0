package dev.tinyland.gate.runtime.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code rustfs-state-authority-canary}: all steps, also those after a red one. A green canary says
 * that the path is coherent now, and its report says what that does not mean.
 */
public final class CanaryVerdict {
  public static final String COMMAND = "rustfs-state-authority-canary";

  private CanaryVerdict() {}

  /**
   * The verdict on all steps; a step without a report did not run, which is undecided.
   *
   * @param reports what each step ended with
   */
  public static VerdictReport of(Map<CanaryStep, VerdictReport> reports) {
    List<Finding> findings = new ArrayList<>();
    List<Requirement> requirements = new ArrayList<>();
    VerdictReport first = null;
    for (CanaryStep step : CanaryStep.values()) {
      VerdictReport report = reports.get(step);
      Standing standing = report == null ? Standing.UNDECIDED : standing(report);
      requirements.add(Requirement.of(step.command(), standing, evidence(report), step.policy()));
      if (standing == Standing.PROVEN) {
        continue;
      }
      findings.add(finding("step " + step.number() + ", " + step.command(), standing, report));
      if (first == null) {
        first = report;
      }
    }
    boolean green = findings.isEmpty();
    if (green) {
      findings.add(Finding.of(EvidenceClass.CANARY_GREEN, "canary", nonClaims()));
    }
    Authority authority = green ? Authority.INTERIM : Authority.NONE;
    VerdictReport report = VerdictReport.of(COMMAND, findings, authority, null, requirements);
    return first == null ? report : report.withNextSafeStep(first.nextSafeStep());
  }

  private static Finding finding(
      String subject, Standing standing, @Nullable VerdictReport report) {
    if (report == null) {
      return Finding.of(EvidenceClass.NOT_OBSERVED, subject, "The step did not run.");
    }
    EvidenceClass kind =
        standing == Standing.REFUTED ? EvidenceClass.STEP_RED : EvidenceClass.STEP_UNDECIDED;
    return Finding.of(kind, subject, evidence(report));
  }

  /** A word that is none of ours decides nothing. */
  private static Standing standing(VerdictReport report) {
    for (Standing standing : Standing.values()) {
      if (standing.word().equals(report.verdict().toLowerCase(Locale.ROOT))) {
        return standing;
      }
    }
    return Standing.UNDECIDED;
  }

  private static String evidence(@Nullable VerdictReport report) {
    if (report == null) {
      return "It did not run.";
    }
    String result = report.result() == null ? "" : report.result() + ". ";
    if (report.reasons().isEmpty()) {
      return result + "No reason was given.";
    }
    VerdictReport.Line worst = report.reasons().getFirst();
    return result + worst.name() + ", " + worst.subject() + ": " + worst.sentence();
  }

  private static String nonClaims() {
    StringBuilder words = new StringBuilder("It does not prove ");
    NonClaim[] all = NonClaim.values();
    for (int i = 0; i < all.length; i++) {
      words.append(i == 0 ? "" : ", nor ").append(all[i].meaning());
    }
    return words.append('.').toString();
  }
}
