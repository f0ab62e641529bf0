package dev.tinyland.gate.runtime.nar;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The clocks of a check.
 *
 * @param wall for the times in evidence
 * @param nanos only runs forward; for deadlines and durations
 */
record NarClock(Clock wall, LongSupplier nanos) {
  static NarClock system(Clock wall) {
    return new NarClock(wall, () -> System.nanoTime());
  }

  String now() {
    return Instant.now(wall).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  long millisSince(long start) {
    return (nanos.getAsLong() - start) / 1_000_000;
  }
}
