package dev.tinyland.gate.runtime.nar;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a check, and each wait within it, may take. */
final class Deadline {
  private final LongSupplier nanos;
  private final long start;
  private final NarOptions.Times times;

  Deadline(LongSupplier nanos, NarOptions.Times times) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.times = times;
  }

  /** What is left of the whole, in nanoseconds; never negative. */
  long left() {
    return Math.max(0, times.whole().toNanos() - (nanos.getAsLong() - start));
  }

  boolean isOver() {
    return left() == 0;
  }

  /** The longest time to wait for the next sign of life, in nanoseconds. */
  long patience() {
    return Math.min(left(), times.silence().toNanos());
  }

  String whole() {
    return text(times.whole());
  }

  String silence() {
    return text(times.silence());
  }

  private static String text(Duration time) {
    long millis = time.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
