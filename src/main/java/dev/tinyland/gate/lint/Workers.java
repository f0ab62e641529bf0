package dev.tinyland.gate.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Does numbered pieces of work on all processors, this thread included. Plain threads: an executor
 * brings so many classes that it would cost a small lint more than it saves.
 */
public final class Workers {
  private static final int MOST = 8;

  private Workers() {}

  /**
   * The results of the pieces 0 to count - 1, in order; the pieces are done in any order.
   *
   * @throws RuntimeException or an error, the first that a piece threw
   */
  public static <T> List<T> map(int count, IntFunction<T> piece) {
    AtomicReferenceArray<@Nullable T> results = new AtomicReferenceArray<>(count);
    run(count, i -> results.set(i, piece.apply(i)));
    List<T> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      all.add(Objects.requireNonNull(results.get(i)));
    }
    return all;
  }

  private static void run(int count, IntConsumer piece) {
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
      others[i] = new Thread(work, "gate-" + i);
      others[i].start();
    }
    work.run();
    for (Thread other : others) {
      join(other);
    }
    Throwable first = failure.get();
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException mistake) {
      throw mistake;
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
