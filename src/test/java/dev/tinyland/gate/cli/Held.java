package dev.tinyland.gate.cli;

import dev.tinyland.gate.runtime.s3.FaultServer;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The n-th request of a kind, which gets no answer until it is released. */
final class Held implements FaultServer.Fault {
  private final Predicate<FaultServer.Request> kind;
  private final int number;
  private final Consumer<FaultServer.Request> behind;
  private final AtomicInteger seen = new AtomicInteger();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  /**
   * @param number from 1
   * @param behind carries it out before it is held, or does nothing
   */
  Held(Predicate<FaultServer.Request> kind, int number, Consumer<FaultServer.Request> behind) {
    this.kind = kind;
    this.number = number;
    this.behind = behind;
  }

  @Override
  public boolean answers(FaultServer.Request request, OutputStream out) {
    if (!kind.test(request) || seen.incrementAndGet() != number) {
      return false;
    }
    behind.accept(request);
    hold();
    return true;
  }

  /** Says that it is here, and waits. */
  void hold() {
    reached.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for it; false where the process has ended without asking, or takes a minute. */
  boolean isReachedBy(Process process) throws InterruptedException {
    for (int look = 0; look < 600 && process.isAlive(); look++) {
      if (reached.await(100, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return reached.getCount() == 0;
  }

  void release() {
    released.countDown();
  }
}
