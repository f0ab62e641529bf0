package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.passage.Hosts;
import dev.tinyland.gate.lint.passage.Passage;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** "No stable general-consumer external Bazel endpoint is promised yet." */
final class PublicBazelCacheEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "public-bazel-cache-endpoint",
          "A public address is used for the Bazel cache, and none is promised",
          Level.WARNING,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<String> domains = BazelHosts.publicDomains(analysis.policy());
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : analysis.passages()) {
      if (!passage.isCode()) {
        continue;
      }
      for (Hosts.Place place : StaleHosts.used(passage, domains)) {
        String first = place.token().toLowerCase(Locale.ROOT);
        int dot = first.indexOf('.');
        boolean stale = !Hosts.find(place.token(), analysis.policy().outOfContract()).isEmpty();
        if (!stale && dot > 0 && first.substring(0, dot).contains("bazel")) {
          findings.add(finding(passage, place));
        }
      }
    }
    return findings;
  }

  private static Finding finding(Passage passage, Hosts.Place place) {
    return new Finding(
        INFO.id(),
        INFO.level(),
        passage.span(place.from(), place.to()),
        "`" + place.token() + "` is no endpoint of the Bazel cache that anybody may rely on.",
        List.of(),
        "on runners use the address inside of the cluster; elsewhere leave BAZEL_REMOTE_CACHE empty"
            + " unless an operator gives an address",
        null,
        List.of(),
        null);
  }
}
