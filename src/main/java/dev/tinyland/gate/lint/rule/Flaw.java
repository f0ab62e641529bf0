package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a publication probe.
 *
 * @param write the write it is about
 * @param span where it is to be mended
 */
record Flaw(
    Kind kind,
    Level level,
    Judged write,
    Span span,
    String message,
    List<String> because,
    String help) {
  /** One for each rule. */
  enum Kind {
    MISSING,
    OTHER_PROFILE,
    CONTAINS,
    DEFAULT,
    CHECKBOX,
    TRIGGER,
    BRANCH,
    EVIDENCE
  }

  Flaw {
    because = List.copyOf(because);
  }

  /**
   * Whether a job has the same flaw in an earlier write: a condition that is missing on the job is
   * missing before all of them.
   */
  static boolean isKnown(Flaw flaw, List<Flaw> known) {
    for (Flaw other : known) {
      boolean atWrites =
          flaw.span.equals(flaw.write.site().place())
              && other.span.equals(other.write.site().place());
      if (atWrites && flaw.kind == other.kind && flaw.isInJobOf(other)) {
        return true;
      }
    }
    return false;
  }

  private boolean isInJobOf(Flaw other) {
    Operation.JobPlace one = write.site().job();
    Operation.JobPlace two = other.write.site().job();
    return one != null && two != null && one.key().equals(two.key());
  }

  /** The flaws of a kind, each place once: what is called is seen from every caller. */
  static List<Finding> findings(RuleInfo rule, Kind kind, Analysis analysis) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Flaw flaw : analysis.flaws()) {
      if (flaw.kind == kind) {
        findings.merge(flaw.span, flaw.finding(rule), Flaw::joined);
      }
    }
    return List.copyOf(findings.values());
  }

  private Finding finding(RuleInfo rule) {
    List<Related> related = new ArrayList<>();
    Span place = write.site().place();
    if (!place.equals(span)) {
      related.add(new Related(place, "`" + write.site().what() + "`"));
    }
    if (!write.site().via().isEmpty()) {
      related.add(new Related(write.site().root(), "started here"));
    }
    return new Finding(
        rule.id(), level, span, message, because, help, write.surface().id(), related, null);
  }

  /** Two writes for the same reason are one thing to mend. */
  private static Finding joined(Finding first, Finding second) {
    List<Related> related = new ArrayList<>(first.related());
    for (Related each : second.related()) {
      if (!related.contains(each)) {
        related.add(each);
      }
    }
    return new Finding(
        first.rule(),
        first.level(),
        first.span(),
        first.message(),
        first.because(),
        first.help(),
        first.surface(),
        related,
        null);
  }
}
