package dev.tinyland.gate.runtime.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look amounts to; the parts of a verdict.
 *
 * @param standing usually that of the class
 * @param detail the sub-class, for example {@code dns}; null where there is none
 * @param subject for example {@code bucket tofu-state}
 * @param seen the observations, as one or more sentences
 */
public record Finding(
    EvidenceClass kind, Standing standing, @Nullable String detail, String subject, String seen) {
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::standing, Comparator.reverseOrder())
          .thenComparing(Finding::kind);

  static Finding of(EvidenceClass kind, String subject, String seen) {
    return new Finding(kind, kind.standing(), null, subject, seen);
  }

  static Finding of(EvidenceClass kind, @Nullable String detail, String subject, String seen) {
    return new Finding(kind, kind.standing(), detail, subject, seen);
  }

  Finding withStanding(Standing other) {
    return new Finding(kind, other, detail, subject, seen);
  }

  /** The class, and after a slash the sub-class: {@code unreachable/dns}. */
  public String name() {
    return detail == null ? kind.word() : kind.word() + "/" + detail;
  }

  public Verdict.Reason reason() {
    String sentence = seen.isEmpty() ? kind.meaning() : kind.meaning() + " " + seen;
    return new Verdict.Reason(name(), subject, sentence, kind.policy().sentence());
  }

  /** The worse of two; of equal ones the first. */
  static Finding worse(@Nullable Finding one, Finding other) {
    return one == null || WORST_FIRST.compare(other, one) < 0 ? other : one;
  }

  /** The worst first; equal ones keep their order. */
  static List<Finding> sorted(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(WORST_FIRST);
    return List.copyOf(sorted);
  }

  /** The worst of them: more findings never make it better. No finding is no green. */
  static Standing worst(List<Finding> findings) {
    Standing worst = findings.isEmpty() ? Standing.UNDECIDED : Standing.PROVEN;
    for (Finding finding : findings) {
      worst = worst.and(finding.standing());
    }
    return worst;
  }

  /** All findings as reasons of one verdict, the worst first. */
  static Verdict verdict(List<Finding> findings) {
    List<Verdict.Reason> reasons = sorted(findings).stream().map(Finding::reason).toList();
    return switch (worst(findings)) {
      case PROVEN -> new Verdict.Proven(reasons);
      case UNDECIDED -> new Verdict.Undecided(reasons);
      case REFUTED -> new Verdict.Refuted(reasons);
    };
  }
}
