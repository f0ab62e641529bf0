package dev.tinyland.gate.artifact;

import java.time.Duration;

/** Waiting between two tries. */
@FunctionalInterface
interface Pause {
  void await(Duration time) throws InterruptedException;
}
