package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.runtime.evidence.NarEvidence.End;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, read as it arrives. The JDK's own stream waits for ever where a server
 * falls silent; this one does not. A few hundred kilobytes are kept at most: the connection is not
 * read any further until they are used.
 */
final class BodyStream extends InputStream implements HttpResponse.BodySubscriber<BodyStream> {
  /** How many deliveries of the client, of about 16 KiB each, may wait. */
  private static final int AHEAD = 32;

  /** Asking for more wakes the client's thread, so that it is done for many at a time. */
  private static final int AT_ONCE = AHEAD / 2;

  /** What the client delivers. */
  private sealed interface Item {
    record Data(List<ByteBuffer> buffers) implements Item {}

    record Done(@Nullable Throwable failure) implements Item {}
  }

  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private final Deadline deadline;
  private Flow.@Nullable Subscription subscription;
  private List<ByteBuffer> buffers = List.of();
  private int next;
  private boolean ended;
  private long received;
  private int used;

  BodyStream(Deadline deadline) {
    this.deadline = deadline;
  }

  /** This stream, at once: the JDK's adapter for subscribers would wait for the end. */
  @Override
  public CompletionStage<BodyStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(AHEAD);
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    items.add(new Item.Data(item));
  }

  @Override
  public void onError(Throwable failure) {
    items.add(new Item.Done(failure));
  }

  @Override
  public void onComplete() {
    items.add(new Item.Done(null));
  }

  /** How many bytes were read. */
  long received() {
    return received;
  }

  /** The first bytes that are there, without reading them; empty at the end. */
  byte[] peek(int most) throws IOException {
    ByteBuffer buffer = current();
    if (buffer == null) {
      return new byte[0];
    }
    byte[] bytes = new byte[Math.min(most, buffer.remaining())];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * @throws BodyFault where the connection ends early, falls silent, or the time is over
   */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ByteBuffer buffer = current();
    if (buffer == null) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(target, offset, count);
    received += count;
    return count;
  }

  /**
   * Waits for more, so that zero means the end: the JDK's decoder of gzip looks here for a second
   * member.
   */
  @Override
  public int available() throws IOException {
    ByteBuffer buffer = current();
    return buffer == null ? 0 : buffer.remaining();
  }

  @Override
  public void close() {
    if (subscription != null && !ended) {
      subscription.cancel();
    }
  }

  /** A buffer with something in it; null at the end. */
  private @Nullable ByteBuffer current() throws IOException {
    while (!ended) {
      while (next < buffers.size()) {
        ByteBuffer buffer = buffers.get(next);
        if (buffer.hasRemaining()) {
          return buffer;
        }
        next++;
      }
      receive();
    }
    return null;
  }

  private void receive() throws IOException {
    switch (await()) {
      case Item.Data(List<ByteBuffer> data) -> {
        buffers = data;
        next = 0;
        used++;
        if (used == AT_ONCE && subscription != null) {
          used = 0;
          subscription.request(AT_ONCE);
        }
      }
      case Item.Done(Throwable failure) -> {
        buffers = List.of();
        if (failure != null) {
          throw new BodyFault(
              End.CUT, "the connection ended after " + received + " bytes", failure);
        }
        ended = true;
      }
    }
  }

  private Item await() throws IOException {
    if (deadline.isOver()) {
      throw over();
    }
    try {
      Item item = items.poll(deadline.patience(), TimeUnit.NANOSECONDS);
      if (item != null) {
        return item;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    if (deadline.isOver()) {
      throw over();
    }
    throw new BodyFault(
        End.STALLED, "no byte for " + deadline.silence() + " after " + received + " bytes");
  }

  private BodyFault over() {
    return new BodyFault(
        End.PAST_DEADLINE,
        "the time of " + deadline.whole() + " was over after " + received + " bytes");
  }
}
