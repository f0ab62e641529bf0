package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** One request after the other, each of them an attempt; never two at once, and none again. */
final class S3Access implements AutoCloseable {
  private static final int LONGEST_TEXT = 128;

  private final S3Settings settings;
  private final InstantSource clock;
  private final WireClient wire;
  private final S3Client client;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Thread finishing;

  S3Access(S3Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    // A bundle of hundreds of certificates takes longer to read than all requests together.
    boolean encrypted = "https".equals(settings.endpoint().getScheme());
    this.wire =
        new WireClient(settings.timeouts(), encrypted ? Trust.of(settings.caBundle()) : null);
    this.client = Sdk.client(settings, wire);
  }

  /** A request by the SDK, and what is done with its answer. */
  @FunctionalInterface
  interface Request<T> {
    @Nullable T send(S3Client client);
  }

  /**
   * Sends a request.
   *
   * @param target what is asked for, for example {@code bucket/key}
   */
  <T> Answer<T> ask(String operation, String target, Expected expected, Request<T> request) {
    return ask(operation, target, expected, request, answer -> {});
  }

  /**
   * The same.
   *
   * @param known is told the answer before anybody else may ask, so that who ends the run knows of
   *     everything that was answered
   */
  <T> Answer<T> ask(
      String operation,
      String target,
      Expected expected,
      Request<T> request,
      Consumer<Answer<T>> known) {
    turn.lock();
    try {
      Answer<T> answer = inTurn(operation, target, expected, request);
      known.accept(answer);
      return answer;
    } finally {
      turn.unlock();
    }
  }

  private <T> Answer<T> inTurn(
      String operation, String target, Expected expected, Request<T> request) {
    Observation seen = new Observation(expected.keepsBody());
    long start = System.nanoTime();
    T value = null;
    SdkException failure = null;
    Classification classified;
    Thread last = finishing;
    if (last != null && !last.equals(Thread.currentThread())) {
      classified = new Classification(Outcome.OTHER, null, "not asked: the run is being ended");
    } else {
      try {
        value = ScopedValue.where(Observation.CURRENT, seen).call(() -> request.send(client));
      } catch (SdkException e) {
        failure = e;
      }
      boolean head = operation.startsWith("head-");
      classified = Classification.of(seen, expected, head, failure);
    }
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Attempt attempt =
        new Attempt(
            operation,
            target,
            1,
            classified.outcome(),
            seen.status,
            text(classified.code()),
            text(requestId(seen)),
            milliseconds,
            clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
            detail(classified, seen));
    return new Answer<>(attempt, seen, value, mayHaveArrived(attempt, seen));
  }

  /**
   * Ends the request that is under way and lets only the calling thread ask from now on.
   *
   * @param graceMillis how long that request may still take
   */
  void takeOver(long graceMillis) {
    finishing = Thread.currentThread();
    try {
      if (turn.tryLock(graceMillis, TimeUnit.MILLISECONDS)) {
        turn.unlock();
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    wire.abort();
  }

  /** Foreign text on one line, without keys and not too long. */
  @Nullable String text(@Nullable String foreign) {
    if (foreign == null) {
      return null;
    }
    String visible = Visible.line(settings.credentials().redact(foreign));
    return visible.length() <= LONGEST_TEXT ? visible : visible.substring(0, LONGEST_TEXT) + "…";
  }

  private static @Nullable String requestId(Observation seen) {
    String id = seen.header("x-amz-request-id");
    return id == null ? seen.header("x-request-id") : id;
  }

  private static @Nullable String detail(Classification classified, Observation seen) {
    if (seen.requests > 1) {
      return "asked " + seen.requests + " times";
    }
    if (classified.detail() == null && "true".equals(seen.header("x-amz-delete-marker"))) {
      return "delete marker";
    }
    return classified.detail();
  }

  /** Only an answer that refuses, and is one of S3, says that nothing was done. */
  private static boolean mayHaveArrived(Attempt attempt, Observation seen) {
    return seen.sent
        && switch (attempt.outcome()) {
          case NOT_FOUND, CONFLICT, DENIED, NOT_IMPLEMENTED, REJECTED -> false;
          default -> true;
        };
  }

  @Override
  public void close() {
    client.close();
    wire.close();
  }
}
