package dev.tinyland.gate.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lengths of time as operators write them: {@code 500ms}, {@code 10s}, {@code 30m}, {@code 2h}. */
final class Durations {
  private Durations() {}

  /** Null where the text is no length of time; at most seven digits. */
  static @Nullable Duration parse(String text) {
    int digits = 0;
    while (digits < text.length() && Character.digit(text.charAt(digits), 10) >= 0) {
      digits++;
    }
    if (digits == 0 || digits > 7) {
      return null;
    }
    long number = Long.parseLong(text, 0, digits, 10);
    return switch (text.substring(digits)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> null;
    };
  }
}
