package dev.tinyland.gate.artifact;

import dev.tinyland.gate.runner.RunnerLog;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next try. The figures are those of GitHub's and Azure's clients. */
final class Backoff {
  private static final long SERVICE_MILLIS = 3000;
  private static final double SERVICE_FACTOR = 1.5;
  private static final long STORAGE_MILLIS = 4000;

  /** The longest time that a server may make us wait by its header. */
  private static final long LONGEST_ASKED_SECONDS = 60;

  private final Settings settings;
  private final Deadline deadline;
  private final RunnerLog log;

  Backoff(Settings settings, Deadline deadline, RunnerLog log) {
    this.settings = settings;
    this.deadline = deadline;
    this.log = log;
  }

  /** After the first failure 3 seconds, then 1.5 times as much with up to half of it on top. */
  static Duration ofService(int failures, double jitter) {
    if (failures == 1) {
      return Duration.ofMillis(SERVICE_MILLIS);
    }
    double least = SERVICE_MILLIS * Math.pow(SERVICE_FACTOR, failures - 1);
    return Duration.ofMillis((long) (least + jitter * least * (SERVICE_FACTOR - 1)));
  }

  /** After the first failure none, then 4 seconds, then 12. */
  static Duration ofStorage(int failures) {
    return Duration.ofMillis(((1L << (failures - 1)) - 1) * STORAGE_MILLIS);
  }

  /** Waits before another call of the service. */
  void beforeService(String what, String why, int failures, Reply reply) throws IOException {
    await(what, why, ofService(failures, settings.jitter().getAsDouble()), reply);
  }

  /** Waits before another request to the storage. */
  void beforeStorage(String what, String why, int failures, Reply reply) throws IOException {
    await(what, why, ofStorage(failures), reply);
  }

  private void await(String what, String why, Duration own, Reply reply) throws IOException {
    Duration asked =
        reply instanceof Reply.Answer answer
            ? asked(answer.retryAfter(), settings.now().instant())
            : Duration.ZERO;
    Duration time = own.compareTo(asked) < 0 ? asked : own;
    if (time.compareTo(deadline.left()) >= 0) {
      throw deadline.over();
    }
    log.line(what + ": " + why + "; the next try is in " + time.toMillis() + " ms");
    try {
      settings.pause().await(time);
    } catch (InterruptedException e) {
      throw Exchange.interrupted();
    }
  }

  /** The header {@code Retry-After}, in seconds or as a date; zero where it says nothing. */
  static Duration asked(@Nullable String header, Instant now) {
    if (header == null) {
      return Duration.ZERO;
    }
    long seconds;
    try {
      seconds = Long.parseLong(header.strip());
    } catch (NumberFormatException e) {
      seconds = secondsUntil(header.strip(), now);
    }
    return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_ASKED_SECONDS));
  }

  private static long secondsUntil(String date, Instant now) {
    try {
      DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
      return Duration.between(now, format.parse(date, Instant::from)).toSeconds();
    } catch (DateTimeException | ArithmeticException e) {
      return 0;
    }
  }
}
