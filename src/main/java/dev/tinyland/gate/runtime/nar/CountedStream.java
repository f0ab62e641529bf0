package dev.tinyland.gate.runtime.nar;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Counts and digests what passes. */
final class CountedStream extends FilterInputStream {
  private final @Nullable MessageDigest digest;
  private long count;
  private boolean ended;

  CountedStream(InputStream in, @Nullable MessageDigest digest) {
    super(in);
    this.digest = digest;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (read < 0) {
      ended = true;
      return -1;
    }
    count += read;
    if (digest != null) {
      digest.update(target, offset, read);
    }
    return read;
  }

  long count() {
    return count;
  }

  /** The digest of everything; null where none was wanted, or not everything has passed. */
  byte @Nullable [] digest() {
    return digest == null || !ended ? null : digest.digest();
  }
}
