package dev.tinyland.gate.github;

import dev.tinyland.gate.github.ApiFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tries a step again where that can help, with growing pauses, and gives up before it becomes a
 * nuisance: to GitHub by its number of attempts, to the job by the time it waits in all.
 */
final class Attempts {
  private static final int MOST = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

  /** What GitHub asks for between two requests that change something. */
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  private final Pause pause;
  private final RandomGenerator random;
  private Duration left = Duration.ofMinutes(2);

  Attempts(Pause pause, RandomGenerator random) {
    this.pause = pause;
    this.random = random;
  }

  /** Something that GitHub is asked to do. */
  interface Step<T> {
    /**
     * @param doubtful whether an earlier attempt may have been done although it failed, so that
     *     what is not to be done twice has to be looked for first
     */
    T run(boolean doubtful) throws IOException;
  }

  /**
   * The result of the first attempt that works.
   *
   * @throws ApiFailure of the last attempt
   */
  <T> T at(Step<T> step) throws ApiFailure {
    boolean doubtful = false;
    for (int attempt = 1; ; attempt++) {
      ApiFailure failure;
      try {
        return step.run(doubtful);
      } catch (IOException | RuntimeException e) {
        failure = ApiFailure.in(e);
      }
      doubtful |= failure.kind() == Kind.UNCERTAIN;
      waitAfter(failure, attempt);
    }
  }

  /** Lets pass what is to lie between two requests that change something. */
  void betweenWrites() throws ApiFailure {
    take(BETWEEN_WRITES);
  }

  private void waitAfter(ApiFailure failure, int attempt) throws ApiFailure {
    if (failure.kind() != Kind.TOO_EARLY && failure.kind() != Kind.UNCERTAIN) {
      throw failure;
    }
    if (attempt == MOST) {
      throw new ApiFailure(Kind.FINAL, failure.what() + ", the last of " + MOST + " attempts");
    }
    Duration asked = failure.retryAfter();
    Duration time = jittered(asked, attempt);
    if ((asked != null && asked.compareTo(LONGEST_ASKED) > 0) || time.compareTo(left) > 0) {
      String much = " and would have to be left alone for " + time.toSeconds() + " s";
      throw new ApiFailure(Kind.FINAL, failure.what() + much);
    }
    left = left.minus(time);
    take(time);
  }

  /** What was asked for, or twice the pause before; and up to a half more, so that jobs part. */
  private Duration jittered(@Nullable Duration asked, int attempt) {
    Duration grown = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
    Duration least = asked == null || asked.compareTo(grown) < 0 ? grown : asked;
    long spread = Math.min(grown.toMillis(), least.toMillis()) / 2;
    return least.plusMillis(random.nextLong(spread + 1));
  }

  private void take(Duration time) throws ApiFailure {
    try {
      pause.take(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiFailure(Kind.FINAL, "interrupted while waiting for GitHub");
    }
  }
}
