package dev.tinyland.gate.runtime.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a line of a log or of an error output says of the store behind it. Every token stands on its
 * own: a longer word that holds one is another word.
 */
public enum LogSignature {
  NO_SUCH_BUCKET(Kind.DIVERGENCE, "NoSuchBucket"),
  HEALTH_IS_FAULTY(Kind.DIVERGENCE, "health is faulty, returning error"),
  FAULTY_DISK(Kind.DIVERGENCE, "FaultyDisk"),
  WRITE_QUORUM(Kind.DIVERGENCE, "ErasureWriteQuorum"),
  READ_QUORUM(Kind.DIVERGENCE, "ErasureReadQuorum"),
  READ_RESOURCES(
      Kind.DIVERGENCE, "Storage resources are insufficient for the read operation", Form.PROSE),
  WRITE_RESOURCES(
      Kind.DIVERGENCE, "Storage resources are insufficient for the write operation", Form.PROSE),
  DISK_TIMED_OUT(Kind.DIVERGENCE, "Local disk operation timed out", Form.PROSE),
  HEALTH_CHECK_FAILED(
      Kind.DIVERGENCE, "health check: failed, disk is considered faulty", Form.PROSE),
  INVALID_ACCESS_KEY(Kind.CREDENTIALS, "InvalidAccessKeyId"),
  SIGNATURE_DIFFERS(Kind.CREDENTIALS, "SignatureDoesNotMatch"),
  ACCESS_DENIED(Kind.CREDENTIALS, "AccessDenied"),
  EXPIRED_TOKEN(Kind.CREDENTIALS, "ExpiredToken"),
  INVALID_TOKEN(Kind.CREDENTIALS, "InvalidToken"),
  TIME_SKEWED(Kind.CREDENTIALS, "RequestTimeTooSkewed"),
  UNAUTHORIZED(Kind.CREDENTIALS, "Unauthorized"),
  STATUS_401(Kind.CREDENTIALS, "401", Form.STATUS),
  REFUSED(Kind.TRANSPORT, "connection refused", Form.PROSE),
  NO_SUCH_HOST(Kind.TRANSPORT, "no such host", Form.PROSE),
  IO_TIMEOUT(Kind.TRANSPORT, "i/o timeout", Form.PROSE),
  DEADLINE(Kind.TRANSPORT, "context deadline exceeded", Form.PROSE),
  HANDSHAKE_TIMEOUT(Kind.TRANSPORT, "TLS handshake timeout", Form.PROSE),
  HANDSHAKE_ERROR(Kind.TRANSPORT, "TLS handshake error", Form.PROSE),
  HANDSHAKE_EOF(Kind.TRANSPORT, "TLS handshake eof", Form.PROSE),
  NO_HANDSHAKE(Kind.TRANSPORT, "does not look like a TLS handshake", Form.PROSE),
  TLS_REFUSED(Kind.TRANSPORT, "remote error: tls:", Form.PROSE),
  TLS_UNVERIFIED(Kind.TRANSPORT, "tls: failed to verify certificate", Form.PROSE),
  CERTIFICATE_UNKNOWN(Kind.TRANSPORT, "x509:", Form.PROSE),
  CERTIFICATE_REFUSED(Kind.TRANSPORT, "certificate verify failed", Form.PROSE),
  CERTIFICATE_INVALID(Kind.TRANSPORT, "invalid peer certificate", Form.PROSE),
  STATE_LOCK(Kind.LOCK, "Error acquiring the state lock", Form.PROSE),
  PRECONDITION_FAILED(Kind.LOCK, "PreconditionFailed");

  /** What the lines of a signature point to. */
  public enum Kind {
    /** The server does not see what its disk has, or does not trust its disk. */
    DIVERGENCE,
    /** The server refuses the caller. */
    CREDENTIALS,
    /** No answer on the way there. */
    TRANSPORT,
    /** Somebody else holds the lock of a state. */
    LOCK;

    /** For example {@code divergence}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private enum Form {
    /** The name of an error, as it is spelled. */
    CODE,
    /** A phrase, which programs spell in upper and lower case. */
    PROSE,
    /** A number, only where it is said to be a status. */
    STATUS
  }

  /** How the buckets of scratch probes begin: that one of them is gone is what they look for. */
  private static final String SCRATCH = "gf-rca-";

  /** The folder of probe objects: that their second write is refused is what is hoped for. */
  private static final String PROBES = ".gloriousflywheel/";

  private static final String BETWEEN = " :=(\"'\\";
  private static final List<String> STATUS_WORDS =
      List.of("http", "http/1.0", "http/1.1", "http/2", "http/2.0", "status", "code");

  private final Kind kind;
  private final String token;
  private final Form form;

  LogSignature(Kind kind, String token) {
    this(kind, token, Form.CODE);
  }

  LogSignature(Kind kind, String token, Form form) {
    this.kind = kind;
    this.token = token;
    this.form = form;
  }

  public Kind kind() {
    return kind;
  }

  /** As it is searched for. */
  public String token() {
    return token;
  }

  /**
   * The signatures of one line, in the order of the table; usually none. What a probe of ours
   * provokes is left out.
   */
  public static List<LogSignature> find(String line) {
    List<LogSignature> found = null;
    for (LogSignature signature : values()) {
      if (signature.at(line) >= 0 && !signature.isOurs(line)) {
        found = found == null ? new ArrayList<>(2) : found;
        found.add(signature);
      }
    }
    return found == null ? List.of() : List.copyOf(found);
  }

  /** Where the token begins in the line; -1 where it is not there. */
  int at(String line) {
    int last = line.length() - token.length();
    for (int i = 0; i <= last; i++) {
      boolean here = line.regionMatches(form == Form.PROSE, i, token, 0, token.length());
      if (here && isAlone(line, i) && (form != Form.STATUS || isStatus(line, i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean isOurs(String line) {
    return (this == NO_SUCH_BUCKET && line.contains(SCRATCH))
        || (this == PRECONDITION_FAILED && line.contains(PROBES));
  }

  private boolean isAlone(String line, int start) {
    int end = start + token.length();
    boolean ends =
        end == line.length()
            || !isWord(token.charAt(token.length() - 1))
            || !isWord(line.charAt(end));
    return ends && (start == 0 || !isWord(line.charAt(start - 1)) || isEscape(line, start - 1));
  }

  /** A line break that was made visible is no letter of the word after it. */
  private static boolean isEscape(String line, int index) {
    char c = line.charAt(index);
    return (c == 'n' || c == 'r' || c == 't') && index > 0 && line.charAt(index - 1) == '\\';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isStatus(String line, int start) {
    int end = start;
    while (end > 0 && BETWEEN.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == start) {
      return false;
    }
    for (String word : STATUS_WORDS) {
      int begin = end - word.length();
      if (begin >= 0 && line.regionMatches(true, begin, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
