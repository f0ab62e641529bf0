package dev.tinyland.gate.runtime.verdict;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of the evidence, to compare them. The library for times has a clock, which no verdict has.
 */
final class Seconds {
  private static final Pattern UTC =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2}):(\\d{2})(?:\\.\\d{1,9})?(?:Z|\\+00:00)");

  private static final int MONTHS = 12;

  private Seconds() {}

  /** The full seconds from a fixed day on; null for what is not RFC 3339 in UTC. */
  static @Nullable Long of(String time) {
    Matcher matcher = UTC.matcher(time);
    if (!matcher.matches()) {
      return null;
    }
    int month = number(matcher, 2);
    int day = number(matcher, 3);
    if (month < 1 || month > MONTHS || day < 1 || day > 31) {
      return null;
    }
    // With the year from March on, the day that a leap year adds is its last one.
    long year = number(matcher, 1) - (month < 3 ? 1L : 0L);
    long shifted = month < 3 ? month + 9L : month - 3L;
    long days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5 + day;
    long minutes = (days * 24 + number(matcher, 4)) * 60 + number(matcher, 5);
    return minutes * 60 + number(matcher, 6);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
