package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.passage.Hosts;
import dev.tinyland.gate.lint.passage.Passage;
import dev.tinyland.gate.lint.passage.Settings;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The executor must be "set separately from BAZEL_REMOTE_CACHE". */
final class BazelExecutorFromCache implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "bazel-executor-from-cache",
          "The address of the Bazel cache is used as that of a remote executor",
          Level.ERROR,
          true,
          "0.1.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : analysis.passages()) {
      if (!passage.isCode()) {
        continue;
      }
      for (Settings.Setting setting : Settings.of(passage, "remote_executor")) {
        Finding finding = finding(passage, setting, analysis);
        if (finding != null && setting.name().endsWith("remote_executor")) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  private static @Nullable Finding finding(
      Passage passage, Settings.Setting setting, Analysis analysis) {
    String value = setting.value();
    String host = cacheHost(value, analysis);
    String variable = value.toLowerCase(Locale.ROOT).replace('-', '_');
    if (host == null && !variable.contains("remote_cache")) {
      return null;
    }
    String is = host == null ? "taken from the cache" : "the cache `" + host + "`";
    return new Finding(
        INFO.id(),
        host == null ? Level.WARNING : INFO.level(),
        passage.span(setting.from(), setting.to()),
        "The executor `" + setting.name() + "` is " + is + ": a cache executes nothing.",
        List.of("`" + setting.name() + "` is `" + value + "`"),
        "leave it empty where there is no executor; where there is one, set BAZEL_REMOTE_EXECUTOR to"
            + " its own address",
        null,
        List.of(),
        null);
  }

  /** The Bazel cache that a value names, or null. */
  private static @Nullable String cacheHost(String value, Analysis analysis) {
    for (Hosts.Place place : Hosts.find(value, BazelHosts.caches(analysis.policy()))) {
      return place.token();
    }
    return null;
  }
}
