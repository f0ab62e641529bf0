package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.markdown.Around;
import dev.tinyland.gate.lint.passage.Hosts;
import dev.tinyland.gate.lint.passage.Passage;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the rules on hosts out of contract share. */
final class StaleHosts {
  /** Words by which a page says that something is no authority any more. */
  private static final List<String> SAID =
      List.of(
          "out of contract",
          "out-of-contract",
          "no longer",
          "not current",
          "do not use",
          "do not treat",
          "don't use",
          "must not",
          "never use",
          "deprecated",
          "obsolete",
          "retired",
          "legacy",
          "stale",
          "historical",
          "formerly",
          "superseded",
          "replaced",
          "decommissioned",
          "archived",
          "rejects",
          "refuses",
          "refused",
          "old",
          "previously");

  private StaleHosts() {}

  /** The places of a passage in which a host is used. */
  static List<Hosts.Place> used(Passage passage, List<String> hosts) {
    List<Hosts.Place> used = new ArrayList<>();
    for (Hosts.Place place : Hosts.find(passage.text(), hosts)) {
      boolean refused =
          passage.isCode()
              && (passage.inComment(place.from())
                  || Hosts.isLookedFor(passage, place)
                  || says(passage.lineAt(place.from())));
      if (!refused) {
        used.add(place);
      }
    }
    return used;
  }

  /** Whether a page says that what it names there is no authority: in the text or around it. */
  static boolean isSaid(Passage passage) {
    if (passage.where() == Passage.Where.PROSE && says(passage.text())) {
      return true;
    }
    Around around = passage.around();
    if (around == null) {
      return false;
    }
    for (String heading : around.headings()) {
      if (says(heading)) {
        return true;
      }
    }
    return says(around.before());
  }

  private static boolean says(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : SAID) {
      for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
        int end = at + word.length();
        boolean begins = at == 0 || !Character.isLetter(lower.charAt(at - 1));
        if (begins && (end == lower.length() || !Character.isLetter(lower.charAt(end)))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Collects places, and makes one finding of those of a host in a file. */
  static final class Collector {
    private final RuleInfo rule;
    private final Map<String, Finding> byHost = new LinkedHashMap<>();

    Collector(RuleInfo rule) {
      this.rule = rule;
    }

    /** Adds a place; the level and the words are those of the first one. */
    void add(
        String group,
        Passage passage,
        Hosts.Place place,
        Level level,
        String message,
        String help) {
      var span = passage.span(place.from(), place.to());
      String key = span.path() + "|" + place.name() + "|" + group;
      Finding first = byHost.get(key);
      if (first == null) {
        byHost.put(
            key,
            new Finding(rule.id(), level, span, message, List.of(), help, null, List.of(), null));
        return;
      }
      List<Related> related = new ArrayList<>(first.related());
      Related again = new Related(span, "`" + place.token() + "` again");
      if (!first.span().equals(span) && !related.contains(again)) {
        related.add(again);
      }
      byHost.put(
          key,
          new Finding(
              first.rule(),
              first.level(),
              first.span(),
              first.message(),
              first.because(),
              first.help(),
              null,
              related,
              null));
    }

    List<Finding> findings() {
      return List.copyOf(byHost.values());
    }
  }

  /** What to use in place of it. */
  static String help(Analysis analysis) {
    List<String> current = new ArrayList<>();
    for (String endpoint : analysis.policy().endpoints()) {
      current.add("`" + endpoint + "`");
    }
    return current.isEmpty()
        ? "name an endpoint that is in contract"
        : "name an endpoint that is in contract: " + String.join(", ", current);
  }
}
