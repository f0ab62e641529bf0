package dev.tinyland.gate.runtime.nar;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/**
 * A digest that is computed by another thread, since hashing takes about as long as decoding. Four
 * buffers go round; when all are waiting to be hashed, the decoder waits as well.
 */
final class ThreadedDigest implements AutoCloseable {
  private static final int BUFFERS = 4;
  private static final int BUFFER = 128 << 10;

  /** A buffer and how much of it is filled. */
  static final class Chunk {
    final byte[] bytes = new byte[BUFFER];
    int length;
  }

  private final BlockingQueue<Chunk> free = new ArrayBlockingQueue<>(BUFFERS);
  private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(BUFFERS + 1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Chunk end = new Chunk();
  private final MessageDigest digest;
  private final Thread thread;

  ThreadedDigest(MessageDigest digest) {
    this.digest = digest;
    for (int i = 0; i < BUFFERS; i++) {
      free.add(new Chunk());
    }
    thread = Thread.ofPlatform().daemon().name("nar-digest").start(this::run);
  }

  /** A buffer to fill; it comes back by {@link #update}. */
  Chunk next() throws IOException {
    try {
      return free.take();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  void update(Chunk chunk) throws IOException {
    try {
      full.put(chunk);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Waits for the digest of everything. */
  byte[] digest() throws IOException {
    update(end);
    try {
      done.await();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    return digest.digest();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      for (Chunk chunk = full.take(); chunk != end; chunk = full.take()) {
        digest.update(chunk.bytes, 0, chunk.length);
        free.put(chunk);
      }
      done.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }
}
