package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.runtime.evidence.NarEvidence.End;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Follows the frames of Zstandard (RFC 8878) while they pass to the decoder. It sees what the
 * decoder cannot tell: an end within a frame, bytes behind the last one, and frames that are right
 * but would need more memory than is given to them.
 */
final class ZstdFrames extends FilterInputStream {
  /** The largest window that the decoder takes; level 19 of zstd makes one of this size. */
  static final long LARGEST_WINDOW = 8L << 20;

  private static final int MAGIC = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int LARGEST_BLOCK = 128 << 10;

  /** What is read next. */
  private enum Part {
    MAGIC,
    DESCRIPTOR,
    HEADER,
    BLOCK_HEADER,
    BLOCK,
    CHECKSUM
  }

  private Part part = Part.MAGIC;
  private final byte[] held = new byte[16];
  private int have;
  private int need = 4;
  private long skip;
  private boolean last;
  private int descriptor;
  private boolean started;

  ZstdFrames(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count >= 0) {
      follow(target, offset, count);
      return count;
    }
    if (part != Part.MAGIC || have > 0 || !started) {
      throw new BodyFault(
          End.INCOMPLETE,
          started
              ? "the data end within a Zstandard frame"
              : "the data end before the first frame");
    }
    return -1;
  }

  private void follow(byte[] bytes, int offset, int count) throws BodyFault {
    int i = offset;
    int end = offset + count;
    while (i < end) {
      if (skip > 0) {
        int step = (int) Math.min(skip, end - i);
        skip -= step;
        i += step;
        if (skip > 0) {
          return;
        }
        afterBlock();
        continue;
      }
      held[have++] = bytes[i++];
      if (have == need) {
        have = 0;
        complete();
      }
    }
  }

  private void complete() throws BodyFault {
    switch (part) {
      case MAGIC -> magic();
      case DESCRIPTOR -> descriptor();
      case HEADER -> header();
      case BLOCK_HEADER -> blockHeader();
      case BLOCK -> throw new IllegalStateException("blocks are skipped");
      case CHECKSUM -> expect(Part.MAGIC, 4);
    }
  }

  private void magic() throws BodyFault {
    int magic = (int) number(0, 4);
    if ((magic & ~0xF) == SKIPPABLE) {
      throw unsupported("a skippable frame");
    }
    if (magic != MAGIC) {
      throw corrupt(started ? "no frame behind a frame" : "no Zstandard frame at the start");
    }
    started = true;
    expect(Part.DESCRIPTOR, 1);
  }

  private void descriptor() throws BodyFault {
    descriptor = held[0] & 0xFF;
    if ((descriptor & 8) != 0) {
      throw corrupt("a frame header with a reserved bit");
    }
    expect(Part.HEADER, windowBytes() + dictionaryBytes() + sizeBytes());
    if (need == 0) {
      throw corrupt("a frame header without a size");
    }
  }

  private void header() throws BodyFault {
    int at = windowBytes();
    if (number(at, dictionaryBytes()) != 0) {
      throw unsupported("a dictionary");
    }
    long window;
    if (isSingleSegment()) {
      window = number(at + dictionaryBytes(), sizeBytes());
    } else {
      long base = 1L << (10 + ((held[0] & 0xFF) >>> 3));
      window = base + base / 8 * (held[0] & 7);
    }
    if (window < 0 || window > LARGEST_WINDOW) {
      throw unsupported("a window of more than " + (LARGEST_WINDOW >> 20) + " MiB");
    }
    expect(Part.BLOCK_HEADER, 3);
  }

  private void blockHeader() throws BodyFault {
    int header = (int) number(0, 3);
    last = (header & 1) != 0;
    int type = (header >>> 1) & 3;
    int size = header >>> 3;
    if (type == 3 || size > LARGEST_BLOCK) {
      throw corrupt("a block of no known kind or size");
    }
    expect(Part.BLOCK, 0);
    skip = type == 1 ? 1 : size;
    if (skip == 0) {
      afterBlock();
    }
  }

  private void afterBlock() {
    if (!last) {
      expect(Part.BLOCK_HEADER, 3);
    } else if ((descriptor & 4) != 0) {
      expect(Part.CHECKSUM, 4);
    } else {
      expect(Part.MAGIC, 4);
    }
  }

  private void expect(Part next, int bytes) {
    part = next;
    need = bytes;
  }

  private boolean isSingleSegment() {
    return (descriptor & 0x20) != 0;
  }

  private int windowBytes() {
    return isSingleSegment() ? 0 : 1;
  }

  private int dictionaryBytes() {
    int flag = descriptor & 3;
    return flag == 0 ? 0 : 1 << (flag - 1);
  }

  private int sizeBytes() {
    int flag = descriptor >>> 6;
    return flag == 0 ? (isSingleSegment() ? 1 : 0) : 1 << flag;
  }

  /** Little-endian; a size of two bytes has 256 added. */
  private long number(int at, int bytes) {
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      value = value << 8 | (held[at + i] & 0xFF);
    }
    boolean size = part == Part.HEADER && at == windowBytes() + dictionaryBytes();
    return size && bytes == 2 ? value + 256 : value;
  }

  private static BodyFault corrupt(String what) {
    return new BodyFault(End.CORRUPT, what);
  }

  private static BodyFault unsupported(String what) {
    return new BodyFault(End.UNSUPPORTED, "Zstandard with " + what);
  }
}
