package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.passage.Hosts;
import dev.tinyland.gate.lint.passage.Passage;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;
import java.util.Locale;

/**
 * "Do not treat these as current authority": pages. What is copied weighs more than what is read.
 */
final class DocsStaleEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "docs-stale-endpoint",
          "A page shows a cache host that is out of contract as if it were current",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    StaleHosts.Collector collector = new StaleHosts.Collector(INFO);
    for (Passage passage : analysis.passages()) {
      boolean fence = passage.where() == Passage.Where.FENCE;
      boolean ofPage = fence || passage.where() == Passage.Where.PROSE;
      if (!ofPage || StaleHosts.isSaid(passage)) {
        continue;
      }
      for (Hosts.Place place : StaleHosts.used(passage, analysis.policy().outOfContract())) {
        // One finding for each block that people copy, one for all that a page says of it.
        boolean copied = fence && isCopied(passage);
        String group = fence ? "fence " + passage.span(0, 0).line() : "prose";
        collector.add(
            group,
            passage,
            place,
            copied ? Level.ERROR : Level.NOTE,
            "`"
                + place.token()
                + "` is out of contract, and the page "
                + (copied ? "shows it as something to use." : "does not say so."),
            StaleHosts.help(analysis) + "; or say that it is out of contract");
      }
    }
    return collector.findings();
  }

  /** Diagrams and what a program has printed are read like prose. */
  private static boolean isCopied(Passage passage) {
    String info = passage.info().toLowerCase(Locale.ROOT);
    for (String label : List.of("mermaid", "text", "txt", "plain", "log", "output", "ascii")) {
      if (info.startsWith(label)) {
        return false;
      }
    }
    return true;
  }
}
