package dev.tinyland.gate.artifact;

import org.jspecify.annotations.Nullable;

/** What came back from one request. */
sealed interface Reply {
  /**
   * An answer, read to its end.
   *
   * @param retryAfter the header of that name
   */
  record Answer(int status, String body, @Nullable String retryAfter) implements Reply {
    boolean good() {
      return status >= 200 && status < 300;
    }

    /** Whether the server says that it may go better later. */
    boolean passing() {
      return switch (status) {
        case 408, 429, 500, 502, 503, 504 -> true;
        default -> false;
      };
    }
  }

  /**
   * No whole answer, so nobody knows whether the request was carried out.
   *
   * @param why for example {@code the connection was cut}
   */
  record Lost(String why) implements Reply {}
}
