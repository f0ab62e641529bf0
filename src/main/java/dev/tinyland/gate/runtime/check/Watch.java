package dev.tinyland.gate.runtime.check;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits between two looks. */
interface Watch {
  void await() throws InterruptedIOException;

  /** As long as this; who is interrupted meanwhile ends the run. */
  static Watch of(Duration pause) {
    return () -> {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted between two looks");
      }
    };
  }
}
