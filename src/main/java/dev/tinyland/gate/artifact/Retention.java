package dev.tinyland.gate.artifact;

import dev.tinyland.gate.runner.RunnerLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long an artifact is kept. */
public final class Retention {
  /** The most that GitHub lets the owner of a private repository choose. */
  private static final int MOST_DAYS = 400;

  private Retention() {}

  /** One sentence on why an artifact cannot be kept that long, or null if it can. */
  public static @Nullable String problem(int days) {
    return days < 0 || days > MOST_DAYS
        ? "An artifact is kept for 1 to "
            + MOST_DAYS
            + " days, or 0 for what the repository says, and not for "
            + days
            + "."
        : null;
  }

  /**
   * When the artifact expires, in RFC 3339 with milliseconds, or null to leave that to the
   * repository. More days than the repository allows are cut, with a warning.
   */
  static @Nullable String expiry(
      @Nullable Integer days, Map<String, String> environment, RunnerLog log, Instant now) {
    if (days == null || days == 0) {
      return null;
    }
    int most = allowed(environment);
    if (most > 0 && most < days) {
      log.warning(
          "The repository keeps artifacts for at most "
              + most
              + " days: "
              + most
              + " are taken instead of "
              + days
              + ".");
    }
    int kept = most > 0 ? Math.min(most, days) : days;
    return now.plus(kept, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static int allowed(Map<String, String> environment) {
    try {
      return Integer.parseInt(environment.getOrDefault("GITHUB_RETENTION_DAYS", ""));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
