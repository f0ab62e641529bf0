package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.runtime.evidence.NarEvidence.End;
import io.airlift.compress.v3.bzip2.BZip2HadoopStreams;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.XZInputStream;

/**
 * The decoders, by the name that the cache gives. Whatever they are fed, they use bounded memory
 * and fail with a {@link BodyFault}.
 */
final class Decoders {
  /** Level 9 of xz needs 65 MiB. */
  private static final int MOST_XZ_KIBIBYTES = 128 << 10;

  private static final int INPUT_BYTES = 64 << 10;

  /** Makes a decoder, which may read already. */
  @FunctionalInterface
  private interface Opening {
    InputStream over(InputStream in) throws IOException;
  }

  private Decoders() {}

  /**
   * Opens a decoder.
   *
   * @param name as in {@code Compression}, or of a content encoding
   * @throws BodyFault with {@link End#UNSUPPORTED} where there is none of this name
   */
  static InputStream open(String name, InputStream in) throws IOException {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "none", "identity" -> in;
      case "zstd" -> new Decoding(name, in, body -> new ZstdInputStream(new ZstdFrames(body)));
      case "xz" -> new Decoding(name, in, body -> new XZInputStream(body, MOST_XZ_KIBIBYTES));
      case "gzip", "x-gzip" ->
          new Decoding(name, in, body -> new GZIPInputStream(body, INPUT_BYTES));
      case "br" -> new Decoding(name, in, body -> new BrotliInputStream(body, INPUT_BYTES));
      case "bzip2" -> new Decoding(name, in, body -> bzip2(body));
      default -> throw new BodyFault(End.UNSUPPORTED, "gate has no decoder of this name");
    };
  }

  /** The library takes a stream that ends within its first bytes for one of another format. */
  private static InputStream bzip2(InputStream in) throws IOException {
    byte[] start = in.readNBytes(4);
    if (start.length < 4) {
      throw new EOFException();
    }
    return new BZip2HadoopStreams()
        .createInputStream(new SequenceInputStream(new ByteArrayInputStream(start), in));
  }

  /** Turns whatever a decoder throws into what it means. */
  private static final class Decoding extends FilterInputStream {
    private final String name;
    private final Opening opening;
    private @Nullable InputStream decoder;

    Decoding(String name, InputStream in, Opening opening) {
      super(in);
      this.name = name;
      this.opening = opening;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        if (decoder == null) {
          decoder = opening.over(in);
        }
        return decoder.read(target, offset, length);
      } catch (IOException | RuntimeException e) {
        throw fault(name, e);
      }
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }
  }

  private static IOException fault(String name, Exception failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof BodyFault || e instanceof InterruptedIOException) {
        return (IOException) e;
      }
      if (e instanceof MemoryLimitException || e instanceof UnsupportedOptionsException) {
        return new BodyFault(End.UNSUPPORTED, name + " with options or a size gate does not have");
      }
      if (e instanceof EOFException || wantsMore(e.getMessage())) {
        return new BodyFault(End.INCOMPLETE, "the data end before the " + name + " stream does", e);
      }
    }
    return new BodyFault(End.CORRUPT, "no valid " + name + " stream", failure);
  }

  /** The libraries without an exception of its own for an end that came too early. */
  private static boolean wantsMore(@Nullable String message) {
    return message != null
        && switch (message.toLowerCase(Locale.ROOT)) {
          case "no more input",
              "read after end",
              "unexpected end of input",
              "not enough input bytes",
              "unexpected end of stream" ->
              true;
          default -> false;
        };
  }
}
