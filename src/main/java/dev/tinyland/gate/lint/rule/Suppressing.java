package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.policy.Nearest;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.suppression.Mistake;
import dev.tinyland.gate.lint.suppression.Suppression;
import dev.tinyland.gate.lint.suppression.SuppressionReader;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Marks the findings that comments suppress, and finds what is wrong with those comments. */
public final class Suppressing {
  private final LocalDate today;
  private final List<Considered> considered = new ArrayList<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  /** One comment while findings are held against it. */
  private record Considered(
      Suppression suppression, boolean partly, Set<String> used, List<Finding> expired) {}

  private Suppressing(LocalDate today) {
    this.today = today;
  }

  /** The files that may hold such a comment. */
  public static List<SourceFile> commented(Collection<SourceFile> files) {
    List<SourceFile> commented = new ArrayList<>();
    for (SourceFile file : files) {
      if (SuppressionReader.canHold(file)) {
        commented.add(file);
      }
    }
    return commented;
  }

  /**
   * The findings with those that are suppressed marked, and those on the comments themselves.
   *
   * @param commented the files that may hold such a comment
   * @param partly paths of files that were looked at only as far as others call them
   */
  public static List<Finding> apply(
      List<Finding> findings,
      Policy policy,
      List<SourceFile> commented,
      Set<String> partly,
      LocalDate today) {
    Suppressing suppressing = new Suppressing(today);
    for (SourceFile file : commented) {
      suppressing.read(file, partly.contains(file.path()));
    }
    return Rules.review(suppressing.outcome(findings), policy);
  }

  private void read(SourceFile file, boolean partly) {
    SuppressionReader.Read read = SuppressionReader.read(file);
    mistakes.addAll(read.mistakes());
    for (Suppression suppression : read.suppressions()) {
      String wrong = wrongRule(suppression);
      if (wrong != null) {
        mistakes.add(new Mistake(suppression.span(), wrong));
      } else {
        considered.add(
            new Considered(suppression, partly, new LinkedHashSet<>(), new ArrayList<>()));
      }
    }
  }

  private static @Nullable String wrongRule(Suppression suppression) {
    for (String id : suppression.rules()) {
      RuleInfo rule = Rules.info(id);
      if (rule == null) {
        List<String> ids = new ArrayList<>();
        for (RuleInfo each : Rules.infos()) {
          ids.add(each.id());
        }
        String nearest = Nearest.of(id, ids);
        return "there is no rule `"
            + id
            + "`"
            + (nearest == null ? "" : " (there is `" + nearest + "`)");
      }
      if (!rule.suppressible()) {
        return "`" + id + "` cannot be suppressed";
      }
    }
    return null;
  }

  private SuppressionOutcome outcome(List<Finding> findings) {
    List<Finding> marked = new ArrayList<>();
    for (Finding finding : findings) {
      marked.add(held(finding));
    }
    List<SuppressionOutcome.Use> uses = new ArrayList<>();
    for (Considered each : considered) {
      List<String> unused = new ArrayList<>();
      for (String rule : each.suppression().rules()) {
        boolean about = rule.equals(SuppressionUnused.ID);
        if (!each.partly() && !about && !each.used().contains(rule)) {
          unused.add(rule);
        }
      }
      uses.add(new SuppressionOutcome.Use(each.suppression(), each.expired(), unused));
    }
    return new SuppressionOutcome(marked, uses, mistakes);
  }

  /** The finding, marked if every place of it is covered by a comment that still holds. */
  private Finding held(Finding finding) {
    List<Considered> ended = new ArrayList<>();
    List<Considered> holding = new ArrayList<>();
    for (Considered each : considered) {
      Suppression suppression = each.suppression();
      if (suppression.rules().contains(finding.rule()) && coversAny(suppression, finding)) {
        (suppression.expired(today) ? ended : holding).add(each);
      }
    }
    if (ended.isEmpty() && holding.isEmpty()) {
      return finding;
    }
    Set<String> reasons = new LinkedHashSet<>();
    List<Span> uncovered = new ArrayList<>(finding.places());
    for (Considered each : holding) {
      each.used().add(finding.rule());
      reasons.add(each.suppression().shown());
      uncovered.removeIf(each.suppression()::covers);
    }
    if (uncovered.isEmpty()) {
      return finding.withSuppressed(String.join("; ", reasons));
    }
    for (Considered each : ended) {
      each.used().add(finding.rule());
      each.expired().add(finding);
    }
    return holding.isEmpty()
        ? finding
        : finding.withBecause(
            "a comment suppresses a part of it, and not line " + uncovered.getFirst().line());
  }

  private static boolean coversAny(Suppression suppression, Finding finding) {
    for (Span place : finding.places()) {
      if (suppression.covers(place)) {
        return true;
      }
    }
    return false;
  }
}
