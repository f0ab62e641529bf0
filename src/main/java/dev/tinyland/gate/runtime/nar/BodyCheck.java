package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.NarEvidence.Body;
import dev.tinyland.gate.runtime.evidence.NarEvidence.End;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Streams one body: counts, decodes and hashes it, and keeps nothing of it. */
final class BodyCheck {
  private static final int BUFFER = 16 << 10;
  private static final int START = 64;
  private static final long PROGRESS = 1L << 20;
  private static final int LONGEST_ENCODING = 60;

  /** How every archive ends: the length of a closing parenthesis, and itself, padded. */
  private static final byte[] NAR_END = "\1\0\0\0\0\0\0\0)\0\0\0\0\0\0\0".getBytes(US_ASCII);

  private final CacheClient client;
  private final NarProgress progress;
  private final NarClock clock;
  private final NarInfo info;

  private long fileBytes;
  private @Nullable String fileHash;
  private long narBytes;
  private @Nullable String narHash;
  private byte[] tail = new byte[0];

  BodyCheck(CacheClient client, NarProgress progress, NarClock clock, NarInfo info) {
    this.client = client;
    this.progress = progress;
    this.clock = clock;
    this.info = info;
  }

  /** Reads the body at the address, once. */
  Body run(URI address) throws InterruptedIOException {
    long start = clock.nanos().getAsLong();
    CacheClient.Reply reply = client.open("get-nar", address);
    CacheClient.Open open = reply.open();
    if (open == null) {
      long time = clock.millisSince(start);
      return new Body(reply.hops(), End.NONE, null, 0, null, 0, null, 0, null, time, null);
    }
    OptionalLong length = open.headers().firstValueAsLong("Content-Length");
    Long announced = length.isPresent() ? length.getAsLong() : null;
    String encoding = open.headers().firstValue("Content-Encoding").orElse(null);
    progress.body(info.storePath().hash(), announced);
    End end;
    String detail = null;
    try (BodyStream body = open.body()) {
      end = read(body, encoding == null ? "identity" : encoding);
    } catch (BodyFault e) {
      end = e.end();
      detail = e.getMessage();
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      end = End.CUT;
      detail = "the body could not be read";
    }
    return new Body(
        reply.hops(),
        end,
        announced,
        open.body().received(),
        encoding == null ? null : shown(encoding),
        fileBytes,
        fileHash,
        narBytes,
        end == End.WHOLE ? narHash : null,
        clock.millisSince(start),
        detail);
  }

  private End read(BodyStream body, String encoding) throws IOException {
    byte[] start = body.peek(START);
    if (start.length == 0) {
      throw new BodyFault(End.INCOMPLETE, "not one byte came");
    }
    if (ErrorCode.isMessage(start)) {
      return End.NOT_AN_ARCHIVE;
    }
    NixHash expected = info.fileHash();
    CountedStream file =
        new CountedStream(
            Decoders.open(encoding, body), expected == null ? null : digest(expected));
    try {
      return decode(Decoders.open(info.compression(), file), file, body);
    } finally {
      fileBytes = file.count();
      byte[] digest = file.digest();
      if (expected != null && digest != null) {
        fileHash = NixHash.of(expected.algorithm(), digest).toString();
      }
    }
  }

  private End decode(InputStream decoded, CountedStream file, BodyStream body) throws IOException {
    try (ThreadedDigest nar = new ThreadedDigest(digest(info.narHash()))) {
      long told = 0;
      ThreadedDigest.Chunk chunk = nar.next();
      chunk.length = decoded.read(chunk.bytes);
      while (chunk.length >= 0) {
        narBytes += chunk.length;
        keepTail(chunk.bytes, chunk.length);
        if (narBytes > info.narSize()) {
          return End.TOO_LONG;
        }
        if (narBytes - told >= PROGRESS) {
          told = narBytes;
          progress.read(info.storePath().hash(), body.received(), narBytes);
        }
        nar.update(chunk);
        chunk = nar.next();
        chunk.length = decoded.read(chunk.bytes);
      }
      narHash = NixHash.of(info.narHash().algorithm(), nar.digest()).toString();
    }
    byte[] buffer = new byte[BUFFER];
    // A connection that is cut behind the last compressed byte is cut nevertheless.
    drain(file, buffer);
    drain(body, buffer);
    if (narBytes < info.narSize() && !Arrays.equals(tail, NAR_END)) {
      throw new BodyFault(End.INCOMPLETE, "the archive has no end");
    }
    return End.WHOLE;
  }

  private static void drain(InputStream in, byte[] buffer) throws IOException {
    int n = in.read(buffer);
    while (n >= 0) {
      n = in.read(buffer);
    }
  }

  private void keepTail(byte[] buffer, int n) {
    byte[] both = Arrays.copyOf(tail, tail.length + Math.min(n, NAR_END.length));
    int from = n - (both.length - tail.length);
    System.arraycopy(buffer, from, both, tail.length, n - from);
    tail = Arrays.copyOfRange(both, Math.max(0, both.length - NAR_END.length), both.length);
  }

  private static MessageDigest digest(NixHash hash) {
    try {
      return MessageDigest.getInstance(hash.digestName());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shown(String text) {
    return Visible.line(text.length() > LONGEST_ENCODING ? "(too long)" : text);
  }
}
