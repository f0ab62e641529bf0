package dev.tinyland.gate.github;

import java.time.Duration;

/** How time is let pass between two requests, so that tests need not wait. */
public interface Pause {
  /** Returns when that much time has passed. */
  void take(Duration time) throws InterruptedException;
}
