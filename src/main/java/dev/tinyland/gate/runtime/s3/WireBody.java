package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer: of a known length, in chunks, or up to the end of the connection. */
final class WireBody extends InputStream {
  private static final long TO_THE_END = -1;
  private static final int LONGEST_LINE = 4096;

  private final InputStream in;
  private final boolean chunked;

  /** Of the body, or of the chunk; {@link #TO_THE_END} where nobody said. */
  private long left;

  private boolean ended;

  private WireBody(InputStream in, boolean chunked, long left) {
    this.in = in;
    this.chunked = chunked;
    this.left = left;
    this.ended = !chunked && left == 0;
  }

  /**
   * @param length as announced; negative where it was not
   */
  static WireBody of(InputStream in, boolean chunked, long length) {
    return new WireBody(in, chunked, chunked ? 0 : Math.max(length, TO_THE_END));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!ended && chunked && left == 0) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int most = left == TO_THE_END ? length : (int) Math.min(length, left);
    int count = in.read(bytes, offset, most);
    if (count < 0) {
      if (left != TO_THE_END) {
        throw cut();
      }
      ended = true;
      return -1;
    }
    if (left != TO_THE_END) {
      left -= count;
      if (left == 0 && chunked) {
        endOfChunk();
      } else if (left == 0) {
        ended = true;
      }
    }
    return count;
  }

  private void nextChunk() throws IOException {
    String line = line();
    int semicolon = line.indexOf(';');
    String size = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
    try {
      left = size.startsWith("+") || size.startsWith("-") ? -1 : Long.parseLong(size, 16);
    } catch (NumberFormatException e) {
      left = -1;
    }
    if (left < 0) {
      throw new WireException(Outcome.NOT_OF_THIS_KIND, "the chunks of the answer are no HTTP");
    }
    if (left == 0) {
      while (!line().isEmpty()) {
        // Trailers say nothing that is asked for.
      }
      ended = true;
    }
  }

  private void endOfChunk() throws IOException {
    if (!line().isEmpty()) {
      throw new WireException(Outcome.NOT_OF_THIS_KIND, "the chunks of the answer are no HTTP");
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw cut();
      }
      if (line.length() >= LONGEST_LINE) {
        throw new WireException(Outcome.NOT_OF_THIS_KIND, "the chunks of the answer are no HTTP");
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  private static WireException cut() {
    return new WireException(Outcome.CUT, "the answer ended before its end");
  }
}
