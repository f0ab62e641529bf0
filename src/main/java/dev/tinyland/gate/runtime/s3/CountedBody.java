package dev.tinyland.gate.runtime.s3;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what passes, up to a bound; beyond it, the stream ends. */
final class CountedBody extends InputStream {
  private final InputStream in;
  private final long most;
  private final MessageDigest digest;
  private long bytes;
  private boolean beyond;

  CountedBody(InputStream in, long most) {
    this.in = in;
    this.most = most;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (bytes == most) {
      beyond = beyond || in.read() >= 0;
      return -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(length, most - bytes));
    if (count > 0) {
      digest.update(buffer, offset, count);
      bytes += count;
    }
    return count;
  }

  /** Reads what is left. */
  void drain() throws IOException {
    byte[] buffer = new byte[8192];
    while (read(buffer, 0, buffer.length) >= 0) {
      // Reading counts.
    }
  }

  long bytes() {
    return bytes;
  }

  /** Whether there was more than the bound allows. */
  boolean beyond() {
    return beyond;
  }

  /** Of all that was read; once only. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
