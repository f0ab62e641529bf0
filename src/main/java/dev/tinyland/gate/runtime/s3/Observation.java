package dev.tinyland.gate.runtime.s3;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one request and its answer showed on the wire, filled in as it goes. */
final class Observation {
  /** The request that the running call of the SDK makes. */
  static final ScopedValue<Observation> CURRENT = ScopedValue.newInstance();

  /** How much of a body is kept. */
  static final int KEPT = 64 * 1024;

  /** Sent as {@code x-request-id}, which a RustFS server gives back. */
  final String nonce = UUID.randomUUID().toString();

  /** Whether the body of a good answer is kept as well, and not only that of an error. */
  final boolean keepsBody;

  /** Headers by their names in lower case; the last one of a name. */
  final Map<String, String> headers = new TreeMap<>();

  /** How many requests left; more than one would be a retry behind our back. */
  int requests;

  /** Whether a byte of the request left, so that the server may have carried it out. */
  boolean sent;

  @Nullable Integer status;
  byte[] body = {};

  /** Why the answer is not whole; null where it is, or is not read to its end. */
  @Nullable WireException failure;

  Observation(boolean keepsBody) {
    this.keepsBody = keepsBody;
  }

  @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  boolean good() {
    Integer seen = status;
    return seen != null && seen >= 200 && seen < 300;
  }
}
