package dev.tinyland.gate.runtime.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Nix binary cache showed of one store path, kind {@code nar}.
 *
 * @param cache its address
 * @param storeHash that was asked for
 * @param asked whether somebody named it; otherwise another path refers to it
 * @param closure whether references were to be followed
 * @param lookup of the narinfo file, one hop for each redirect; the last one has the answer
 * @param cacheInfo whether there is a cache at all, asked after a narinfo file was not found
 * @param fault what is wrong with the narinfo file; null where nothing is, or where none came
 * @param keys the names of the keys that are trusted; empty where none was given
 * @param body null where the narinfo file could not be had or used
 */
public record NarEvidence(
    String cache,
    String storeHash,
    boolean asked,
    boolean closure,
    List<Hop> lookup,
    @Nullable Attempt cacheInfo,
    @Nullable Fault fault,
    @Nullable Narinfo info,
    List<String> keys,
    List<Signature> signatures,
    @Nullable Body body) {
  public NarEvidence {
    lookup = List.copyOf(lookup);
    keys = List.copyOf(keys);
    signatures = List.copyOf(signatures);
  }

  /**
   * One request.
   *
   * @param origin scheme, host and port
   */
  public record Hop(String origin, Attempt attempt) {}

  /**
   * A place in a narinfo file.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Fault(String message, int line, int column) {}

  /**
   * What the narinfo file says.
   *
   * @param url without a query
   * @param fileHash of the compressed body, {@code sha256:} and base 32; Attic gives none
   * @param narHash of the archive, {@code sha256:} and base 32
   * @param references names within the store
   * @param unknownKeys that a cache of another kind writes
   */
  public record Narinfo(
      String storePath,
      String url,
      String compression,
      @Nullable String fileHash,
      @Nullable Long fileSize,
      String narHash,
      long narSize,
      List<String> references,
      @Nullable String deriver,
      @Nullable String contentAddress,
      List<String> unknownKeys) {
    public Narinfo {
      references = List.copyOf(references);
      unknownKeys = List.copyOf(unknownKeys);
    }
  }

  /** One line {@code Sig}, held against the trusted keys. */
  public record Signature(String key, Check check) {}

  /** What a signature is worth. */
  public enum Check {
    VALID,
    /** Of a trusted key's name, and wrong. */
    INVALID,
    /** Of a key that is not trusted. */
    UNKNOWN_KEY,
    /** No signature at all. */
    MALFORMED
  }

  /**
   * The body, as far as it came.
   *
   * @param hops one for each redirect; the last one has the answer
   * @param announcedBytes by {@code Content-Length}; null where the server did not say
   * @param receivedBytes as they came, compressed
   * @param contentEncoding that the server put around the body; null for none
   * @param fileBytes of the compressed archive, without a content encoding
   * @param fileHash of the compressed archive; null unless the narinfo file has one and all came
   * @param narBytes decoded
   * @param narHash of what was decoded; null unless it was decoded to its end
   * @param detail what the decoder or the connection said, on one line
   */
  public record Body(
      List<Hop> hops,
      End end,
      @Nullable Long announcedBytes,
      long receivedBytes,
      @Nullable String contentEncoding,
      long fileBytes,
      @Nullable String fileHash,
      long narBytes,
      @Nullable String narHash,
      long milliseconds,
      @Nullable String detail) {
    public Body {
      hops = List.copyOf(hops);
    }
  }

  /** How a body ended. */
  public enum End {
    /** All of it came and was decoded to its end. */
    WHOLE,
    /** There was no body to read: the last hop says why. */
    NONE,
    /** The connection ended before the body did. */
    CUT,
    /** The answer came to its end, and the archive in it did not. */
    INCOMPLETE,
    /** It cannot be decoded. */
    CORRUPT,
    /** It decodes to more bytes than the narinfo file says; the rest was not read. */
    TOO_LONG,
    /** It is a page or a message, and no archive. */
    NOT_AN_ARCHIVE,
    /** It may be right, but needs a decoder, or memory, that gate does not have. */
    UNSUPPORTED,
    /** No byte for as long as a server may be silent. */
    STALLED,
    /** It still went on when the time of the run was over. */
    PAST_DEADLINE
  }

  /** The last request for the narinfo file. */
  public Attempt answer() {
    return lookup.getLast().attempt();
  }
}
