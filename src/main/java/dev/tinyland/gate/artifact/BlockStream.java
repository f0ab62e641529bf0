package dev.tinyland.gate.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Cuts a stream into blocks and hands each on as soon as it is full, so that memory holds one block
 * and not the stream. Closing it sends nothing: a stream that broke off must not look complete.
 */
final class BlockStream extends OutputStream {
  /** Takes a block; the bytes are not written to again. */
  @FunctionalInterface
  interface Sink {
    void block(byte[] bytes, int length) throws IOException;
  }

  static final int BLOCK_BYTES = 8 * 1024 * 1024;

  private final Sink sink;
  private final MessageDigest digest;
  private byte[] block = new byte[BLOCK_BYTES];
  private int filled;
  private long count;
  private boolean broken;

  BlockStream(Sink sink) {
    this.sink = sink;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw Exchange.interrupted();
    }
    for (int done = 0; done < length && !broken; ) {
      int part = Math.min(length - done, BLOCK_BYTES - filled);
      System.arraycopy(bytes, offset + done, block, filled, part);
      filled += part;
      done += part;
      if (filled == BLOCK_BYTES) {
        send();
      }
    }
  }

  /** From now on whatever is written is dropped: the source failed, and its end is no end. */
  void breakOff() {
    broken = true;
  }

  /** Sends what is left. */
  void finish() throws IOException {
    if (filled > 0 && !broken) {
      send();
    }
  }

  private void send() throws IOException {
    digest.update(block, 0, filled);
    broken = true;
    sink.block(block, filled);
    broken = false;
    count += filled;
    filled = 0;
    // A try that timed out may still be reading the old one.
    block = new byte[BLOCK_BYTES];
  }

  /** How many bytes were sent. */
  long count() {
    return count;
  }

  /** The digest of all that was sent, in hex; to be asked for once, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
