package dev.tinyland.gate.artifact;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What an upload takes from the world around it, and its limits of time.
 *
 * @param pause waits between tries
 * @param nanos a clock that only runs forward, for the deadline
 * @param now the time of day, for the expiry
 * @param jitter numbers from 0 inclusive to 1 exclusive
 * @param ids random ids of blocks and requests
 * @param requestTime how long one request may take besides the time for its bytes
 * @param uploadTime how long an upload may take besides the time for its bytes
 */
record Settings(
    Pause pause,
    LongSupplier nanos,
    InstantSource now,
    DoubleSupplier jitter,
    Supplier<UUID> ids,
    Duration requestTime,
    Duration uploadTime) {
  /** The slowest connection that one request may have, in bytes a second. */
  private static final long SLOWEST_REQUEST = 64 * 1024;

  /** The slowest whole upload, in bytes of the files a second. */
  private static final long SLOWEST_UPLOAD = 256 * 1024;

  /** As in production: 30 seconds for a request, 5 minutes for an upload. */
  static Settings standard() {
    return new Settings(
        time -> Thread.sleep(time),
        () -> System.nanoTime(),
        () -> Instant.now(),
        () -> ThreadLocalRandom.current().nextDouble(),
        () -> UUID.randomUUID(),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5));
  }

  /** The most that one request with a body of this size may take. */
  Duration timeFor(long bytes) {
    return requestTime.plusSeconds(bytes / SLOWEST_REQUEST);
  }

  /** The end of an upload of files of this size that begins now. */
  Deadline deadline(long bytes) {
    return new Deadline(nanos, uploadTime.plusSeconds(bytes / SLOWEST_UPLOAD));
  }
}
