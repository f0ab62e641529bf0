package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The findings of a rule on commands on protected state: one for each step and level. */
final class StateFindings {
  private final RuleInfo rule;
  private final Map<Place, Finding> findings = new LinkedHashMap<>();

  StateFindings(RuleInfo rule) {
    this.rule = rule;
  }

  /** What a finding says. */
  record Words(String message, List<String> because, String help, List<Related> related) {
    Words {
      because = List.copyOf(because);
      related = List.copyOf(related);
    }
  }

  private record Place(Span root, Level level) {}

  /** Further commands of the same step are one thing to mend and become related places. */
  void add(StateChange change, Level level, Words words) {
    Place place = new Place(change.operation().root(), level);
    Finding known = findings.get(place);
    if (known != null) {
      Related another =
          new Related(change.operation().place(), "`" + change.operation().what() + "` is another");
      boolean same =
          change.span().equals(known.span())
              || known.related().contains(another)
              || !change.operation().via().isEmpty();
      findings.put(place, same ? known : with(known, another));
      return;
    }
    List<Related> related = new ArrayList<>();
    for (Related via : change.operation().via()) {
      related.add(new Related(via.span(), "`" + change.operation().what() + "`, " + via.message()));
    }
    related.addAll(words.related());
    findings.put(
        place,
        new Finding(
            rule.id(),
            level,
            change.span(),
            words.message(),
            words.because(),
            words.help(),
            null,
            related,
            null));
  }

  List<Finding> all() {
    return List.copyOf(findings.values());
  }

  /** The names of stacks in a sentence. */
  static String names(Set<String> stacks) {
    List<String> quoted = new ArrayList<>();
    for (String stack : stacks) {
      quoted.add("`" + stack + "`");
    }
    return Writes.list(quoted);
  }

  private static Finding with(Finding finding, Related another) {
    return new Finding(
        finding.rule(),
        finding.level(),
        finding.span(),
        finding.message(),
        finding.because(),
        finding.help(),
        finding.surface(),
        Terms.plus(finding.related(), another),
        finding.suppressed());
  }
}
