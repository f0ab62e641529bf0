package dev.tinyland.gate.runtime.s3;

/** What is done between two samples: waiting, and perhaps a look at the disk. */
@FunctionalInterface
public interface Pause {
  void await() throws InterruptedException;
}
