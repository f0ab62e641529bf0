package dev.tinyland.gate.lint.policy;

import dev.tinyland.gate.report.Level;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a configuration makes of a rule. */
public enum RuleLevel {
  ERROR(Level.ERROR),
  WARNING(Level.WARNING),
  NOTE(Level.NOTE),
  OFF(null);

  private final @Nullable Level level;

  RuleLevel(@Nullable Level level) {
    this.level = level;
  }

  /** The level of its findings; null where there are none. */
  public @Nullable Level level() {
    return level;
  }

  /** Whether a rule of that level would weigh less. */
  public boolean isBelow(Level usual) {
    return level == null || !level.atLeast(usual);
  }

  /** The lower-case word used in the configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level with that word, or null. */
  public static @Nullable RuleLevel parse(String word) {
    for (RuleLevel level : values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    return null;
  }
}
