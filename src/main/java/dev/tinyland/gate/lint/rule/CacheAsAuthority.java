package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.passage.Passage;
import dev.tinyland.gate.lint.passage.Settings;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** "Attic or Bazel cache object-store surface: rejected final", and RustFS is no CAS of RBE. */
final class CacheAsAuthority implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "cache-as-authority",
          "A cache or its store is named as authority for state or for remote execution",
          Level.ERROR,
          true,
          "0.1.0");

  private static final Set<String> CACHE_BUCKETS = Set.of("attic", "bazel-cache");
  private static final String BACKEND = "backend \"s3\"";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Finding> check(Analysis analysis) {
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : analysis.passages()) {
      if (passage.isCode()) {
        execution(passage, findings);
        strictState(passage, findings);
        state(passage, findings);
      }
    }
    return findings;
  }

  private static void execution(Passage passage, List<Finding> to) {
    for (Settings.Setting setting : Settings.of(passage, "remote_executor")) {
      if (setting.name().endsWith("remote_executor") && host(setting.value(), "rustfs") != null) {
        to.add(
            finding(
                passage,
                setting,
                Level.ERROR,
                "RustFS is named as remote execution: it is neither CAS nor action cache for it.",
                "name an executor with a store of its own"));
      }
    }
  }

  /** The variables of the strict gate: they name what is to be highly available. */
  private static void strictState(Passage passage, List<Finding> to) {
    for (Settings.Setting setting : Settings.of(passage, "tofu_ha_state")) {
      boolean endpoint =
          setting.name().contains("endpoint")
              && (host(setting.value(), "rustfs") != null || cacheHost(setting.value()) != null);
      boolean bucket =
          setting.name().contains("bucket")
              && (CACHE_BUCKETS.contains(setting.value()) || setting.value().equals("tofu-state"));
      if (endpoint || bucket) {
        to.add(
            finding(
                passage,
                setting,
                Level.ERROR,
                "`"
                    + setting.value()
                    + "` is named as strict HA state: the gate rejects the RustFS singleton and the"
                    + " caches.",
                "name a dedicated state service, with a bucket that holds nothing else"));
      }
    }
  }

  private static void state(Passage passage, List<Finding> to) {
    for (Settings.Setting setting : Settings.of(passage, "tofu_backend_s3")) {
      boolean endpoint = setting.name().contains("endpoint") && cacheHost(setting.value()) != null;
      boolean bucket = setting.name().contains("bucket") && CACHE_BUCKETS.contains(setting.value());
      if (endpoint || bucket) {
        to.add(ofState(passage, setting, Level.ERROR));
      }
    }
    boolean given = passage.text().contains("-backend-config");
    if (!given && !passage.text().contains(BACKEND)) {
      return;
    }
    for (Settings.Setting setting : Settings.of(passage, "bucket")) {
      boolean meant = given ? isGiven(passage, setting) : isInBlock(passage, setting);
      if (meant && setting.name().equals("bucket") && CACHE_BUCKETS.contains(setting.value())) {
        to.add(ofState(passage, setting, Level.WARNING));
      }
    }
  }

  /** {@code -backend-config="bucket=attic"}. */
  private static boolean isGiven(Passage passage, Settings.Setting setting) {
    return passage.lineAt(setting.from()).contains("-backend-config");
  }

  /** Between the braces of {@code backend "s3" { … }}. */
  private static boolean isInBlock(Passage passage, Settings.Setting setting) {
    int open = passage.text().lastIndexOf(BACKEND, setting.from());
    return open >= 0 && !passage.text().substring(open, setting.from()).contains("\n}");
  }

  private static Finding ofState(Passage passage, Settings.Setting setting, Level level) {
    return finding(
        passage,
        setting,
        level,
        "`"
            + setting.value()
            + "` is a cache, and named as backend of OpenTofu state: what a cache loses is state"
            + " lost.",
        "keep state in its own bucket, behind the state service");
  }

  /** The host of a URL or of host and port, if one of its parts between dots holds the word. */
  private static @Nullable String host(String value, String word) {
    String lower = value.toLowerCase(Locale.ROOT);
    int start = lower.indexOf("://") < 0 ? 0 : lower.indexOf("://") + 3;
    int end = start;
    while (end < lower.length() && "/:".indexOf(lower.charAt(end)) < 0) {
      end++;
    }
    String host = lower.substring(start, end);
    return host.contains(word) ? host : null;
  }

  /** The API of a cache; the RustFS behind it is the interim state authority, and is none. */
  private static @Nullable String cacheHost(String value) {
    for (String name : List.of("attic.", "nix-cache.tinyland", "bazel-cache.")) {
      String host = host(value, name);
      if (host != null && (host.startsWith(name) || host.contains("." + name))) {
        return host;
      }
    }
    return null;
  }

  private static Finding finding(
      Passage passage, Settings.Setting setting, Level level, String message, String help) {
    return new Finding(
        INFO.id(),
        level,
        passage.span(setting.from(), setting.to()),
        message,
        List.of(),
        help,
        null,
        List.of(),
        null);
  }
}
