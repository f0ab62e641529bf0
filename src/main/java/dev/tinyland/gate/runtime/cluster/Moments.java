package dev.tinyland.gate.runtime.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time of observations, and the time that is left for more. */
final class Moments {
  private final Clock clock;
  private final Instant end;

  Moments(Clock clock, Duration total) {
    this.clock = clock;
    this.end = clock.instant().plus(total);
  }

  /** RFC 3339, UTC, to the millisecond. */
  String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  boolean over() {
    return !clock.instant().isBefore(end);
  }
}
