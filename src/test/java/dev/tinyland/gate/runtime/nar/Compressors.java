package dev.tinyland.gate.runtime.nar;

import io.airlift.compress.v3.bzip2.BZip2HadoopStreams;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compresses as a cache does. */
final class Compressors {
  private Compressors() {}

  static byte[] compress(String name, byte[] bytes) {
    try {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (OutputStream out = over(name, compressed)) {
        out.write(bytes);
      }
      return compressed.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static OutputStream over(String name, OutputStream out) throws IOException {
    return switch (name) {
      case "none" -> out;
      case "zstd" -> new ZstdOutputStream(out);
      case "xz" -> new XZOutputStream(out, new LZMA2Options(0));
      case "gzip" -> new GZIPOutputStream(out);
      case "bzip2" -> new BZip2HadoopStreams().createOutputStream(out);
      case "br" -> new Brotli(out);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Stores bytes in blocks of Brotli (RFC 7932) that are not compressed. */
  private static final class Brotli extends OutputStream {
    private static final int MOST = 1 << 16;
    private final OutputStream out;
    private boolean begun;

    Brotli(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int at = offset; at < offset + length; at += MOST) {
        block(bytes, at, Math.min(MOST, offset + length - at));
      }
    }

    /** The window's size, then: not the last, four nibbles of length, not compressed, padding. */
    private void block(byte[] bytes, int offset, int length) throws IOException {
      long header = (long) (length - 1) << 3 | 1L << 19;
      if (!begun) {
        header <<= 1;
        begun = true;
      }
      for (int i = 0; i < 3; i++) {
        out.write((int) (header >>> (8 * i)));
      }
      out.write(bytes, offset, length);
    }

    /** The last block, which is empty. */
    @Override
    public void close() throws IOException {
      out.write(begun ? 3 : 6);
      out.close();
    }
  }
}
