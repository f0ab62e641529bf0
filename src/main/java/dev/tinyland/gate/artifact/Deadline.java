package dev.tinyland.gate.artifact;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment at which an upload has to be over. */
final class Deadline {
  private final LongSupplier nanos;
  private final long start;
  private final Duration whole;

  Deadline(LongSupplier nanos, Duration whole) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.whole = whole;
  }

  /** What is left, never negative. */
  Duration left() {
    Duration left = whole.minusNanos(nanos.getAsLong() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** The given time or what is left, whichever is shorter. */
  Duration atMost(Duration time) throws UploadFailure {
    Duration left = left();
    if (left.isZero()) {
      throw over();
    }
    return time.compareTo(left) < 0 ? time : left;
  }

  UploadFailure over() {
    return new UploadFailure(
        "The upload was given up: it would take longer than the "
            + whole.toSeconds()
            + " seconds that it has for files of this size.");
  }
}
