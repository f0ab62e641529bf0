package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.passage.Hosts;
import dev.tinyland.gate.lint.passage.Passage;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.List;

/** "Do not treat these as current authority": workflows, actions, scripts, configuration. */
final class StaleEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "stale-endpoint",
          "A workflow, script or setting uses a cache host that is out of contract",
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
      boolean ofPage =
          passage.where() == Passage.Where.FENCE || passage.where() == Passage.Where.PROSE;
      if (ofPage) {
        continue;
      }
      for (Hosts.Place place : StaleHosts.used(passage, analysis.policy().outOfContract())) {
        collector.add(
            "",
            passage,
            place,
            INFO.level(),
            "`" + place.token() + "` is out of contract: nothing may rely on it.",
            StaleHosts.help(analysis));
      }
    }
    return collector.findings();
  }
}
