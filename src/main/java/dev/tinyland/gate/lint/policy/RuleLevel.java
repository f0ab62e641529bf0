package dev.tinyland.gate.lint.policy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a configuration makes of a rule. */
public enum RuleLevel {
  ERROR,
  WARNING,
  NOTE,
  OFF;

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
