package dev.tinyland.gate.files;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does numbered pieces of work on all processors, this thread included. Plain threads: an executor
 * brings so many classes that it would cost a small lint more than it saves.
 */
final class Workers {
  private static final int MOST = 8;

  private Workers() {}

  /**
   * Does the pieces 0 to count - 1, in any order, and comes back when all are done.
   *
   * @throws RuntimeException or an error, the first that a piece threw
   */
  static void run(int count, IntConsumer piece) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              piece.accept(i);
            }
          } catch (RuntimeException | Error e) {
            next.set(count);
            failure.compareAndSet(null, e);
          }
        };
    int threads = Math.min(Math.min(Runtime.getRuntime().availableProcessors(), MOST), count);
    Thread[] others = new Thread[Math.max(0, threads - 1)];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Thread(work, "reader-" + i);
      others[i].start();
    }
    work.run();
    for (Thread other : others) {
      join(other);
    }
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure.get());
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
