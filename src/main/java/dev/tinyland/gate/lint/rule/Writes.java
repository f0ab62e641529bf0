package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rules on writes share: which scenarios count, and how a finding is put. */
final class Writes {
  private Writes() {}

  /**
   * The scenarios in which a site writes, or may. Where the caller is not in sight, only what
   * happens when it gives nothing that it need not give: whoever gives more is judged there.
   */
  static List<Judged.Reached> open(Judged judged, Analysis analysis) {
    List<Judged.Reached> open = new ArrayList<>();
    for (Judged.Reached each : judged.open()) {
      if (!each.scenario().calledFromElsewhere()
          || analysis
              .reach()
              .possible(judged.site().constraints(), each.scenario(), Assumption.DEFAULT_INPUTS)) {
        open.add(each);
      }
    }
    return open;
  }

  static List<Judged.Reached> onPullRequest(List<Judged.Reached> open) {
    List<Judged.Reached> some = new ArrayList<>();
    for (Judged.Reached each : open) {
      if (each.scenario().startedByPullRequest()) {
        some.add(each);
      }
    }
    return some;
  }

  /** A site and the scenarios that make it a finding. */
  record Hit(Judged judged, List<Judged.Reached> reached) {}

  /** One finding for each step: a step that writes in several ways is one thing to mend. */
  static List<Finding> findings(RuleInfo rule, Level level, List<Hit> hits, Phrase phrase) {
    Map<Span, List<Hit>> bySpan = new LinkedHashMap<>();
    for (Hit hit : hits) {
      bySpan.computeIfAbsent(hit.judged().site().root(), span -> new ArrayList<>()).add(hit);
    }
    List<Finding> findings = new ArrayList<>();
    bySpan.forEach((span, same) -> findings.add(finding(rule, level, span, same, phrase)));
    return findings;
  }

  /** The words of a rule: what is wrong, and what to do. */
  interface Phrase {
    String message(Hit hit);

    String help(Hit hit);
  }

  private static Finding finding(
      RuleInfo rule, Level level, Span span, List<Hit> hits, Phrase phrase) {
    Hit first = hits.getFirst();
    List<Related> related = new ArrayList<>();
    for (Hit hit : hits) {
      for (Related via : hit.judged().site().via()) {
        Related named =
            new Related(via.span(), "`" + hit.judged().site().what() + "`, " + via.message());
        if (!related.contains(named)) {
          related.add(named);
        }
      }
      if (!hit.equals(first) && hit.judged().site().via().isEmpty()) {
        related.add(another(hit));
      }
    }
    Finding finding =
        new Finding(
            rule.id(),
            level,
            pointed(span, first),
            phrase.message(first),
            because(first),
            phrase.help(first),
            first.judged().surface().id(),
            related,
            null);
    List<Span> further = further(span, hits, finding.span());
    return further.isEmpty() ? finding : finding.withAlsoAt(further);
  }

  /** Where the other writes of the step stand: who suppresses one of them does not mean all. */
  private static List<Span> further(Span root, List<Hit> hits, Span first) {
    List<Span> places = new ArrayList<>();
    for (Hit hit : hits) {
      Span place = pointed(root, hit);
      if (!place.equals(first) && !places.contains(place)) {
        places.add(place);
      }
    }
    return places;
  }

  /** A further command of the same step; it may be open on other triggers than the first. */
  private static Related another(Hit hit) {
    String what = "`" + hit.judged().site().what() + "` is another, on " + events(hit.reached());
    return new Related(hit.judged().site().place(), what);
  }

  /** The command itself where it stands in the same file; the step where it does not. */
  private static Span pointed(Span root, Hit hit) {
    Span place = hit.judged().site().pointed();
    boolean within =
        place.path().equals(root.path())
            && place.line() >= root.line()
            && place.endLine() <= root.endLine();
    return within ? place : root;
  }

  private static List<String> because(Hit hit) {
    // Triggers with the same reason share a line.
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Judged.Reached each : hit.reached()) {
      Cell cell = each.cell();
      byReason
          .computeIfAbsent(can(hit, cell) + "|" + cell.because(), reason -> new ArrayList<>())
          .add(each.scenario().inWords());
    }
    List<String> lines = new ArrayList<>();
    byReason.forEach((reason, places) -> {
      int mark = reason.indexOf('|');
      String can = reason.substring(0, mark);
      lines.add("it " + can + " " + list(places) + ": " + reason.substring(mark + 1));
    });
    if (hit.judged().site().postStep()) {
      lines.add("the push happens after the job's last step, so no test in a script clears it");
    }
    return lines;
  }

  /** That a step runs says nothing of a write where it cannot be looked into. */
  private static String can(Hit hit, Cell cell) {
    boolean sure = cell.can() == Cell.Can.YES;
    if (hit.judged().site().doubt() != null) {
      return sure ? "runs" : "may run";
    }
    return sure ? "writes" : "may write";
  }

  /** {@code pull_request}, {@code push to another branch} and so on, each once. */
  static String events(List<Judged.Reached> reached) {
    List<String> names = new ArrayList<>();
    for (Judged.Reached each : reached) {
      Scenario scenario = each.scenario();
      String name = "`" + scenario.event() + "`";
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return list(names);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> texts) {
    int last = texts.size() - 1;
    return last < 1
        ? String.join("", texts)
        : String.join(", ", texts.subList(0, last)) + " and " + texts.getLast();
  }
}
