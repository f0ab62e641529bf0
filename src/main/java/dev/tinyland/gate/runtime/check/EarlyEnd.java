package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.CleanUpEvidence;
import dev.tinyland.gate.runtime.evidence.Recorder;
import dev.tinyland.gate.runtime.s3.S3Collector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the process is told to end while a check runs: what the run has made is taken
 * away, that is the last piece of the bundle, and the bundle stays without an end.
 */
final class EarlyEnd implements AutoCloseable {
  private final Thread hook;

  private EarlyEnd(Thread hook) {
    this.hook = hook;
  }

  static EarlyEnd watch(Recorder recorder, @Nullable S3Collector s3) {
    Thread hook = new Thread(() -> end(recorder, s3), "early-end");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already, and nothing was begun.
      awaitTheEnd();
    }
    return new EarlyEnd(hook);
  }

  /** What the hook does. */
  static void end(Recorder recorder, @Nullable S3Collector s3) {
    try {
      recorder.stop(
          Kind.CLEAN_UP, () -> new CleanUpEvidence(s3 == null ? List.of() : s3.cleanUp()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      awaitTheEnd();
    }
  }

  /**
   * The run must not go on to its exit code, with which the entry point halts the process, and the
   * hook with it; nor close the connections that the hook needs.
   */
  private static void awaitTheEnd() {
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        // Only the end of the process ends this.
      }
    }
  }
}
