package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * What a private cache wants to see. It is never shown, and only the cache's own origin gets it.
 */
public final class CacheCredentials {
  private final String header;

  private CacheCredentials(String header) {
    this.header = header;
  }

  /**
   * A token, as Attic's.
   *
   * @throws IllegalArgumentException if it cannot stand in a header; the message does not quote it
   */
  public static CacheCredentials bearer(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
        throw new IllegalArgumentException("the token has a blank or another unusual character");
      }
    }
    if (token.isEmpty()) {
      throw new IllegalArgumentException("the token is empty");
    }
    return new CacheCredentials("Bearer " + token);
  }

  /** A user and a password, as in a netrc file. */
  public static CacheCredentials basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(UTF_8);
    return new CacheCredentials("Basic " + Base64.getEncoder().encodeToString(both));
  }

  String header() {
    return header;
  }

  @Override
  public String toString() {
    return "(redacted)";
  }
}
