package dev.tinyland.gate.github;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIOException;

/**
 * A request that GitHub did not answer as hoped. The library hands on its own kind of exception
 * untouched; any other it would wrap, and repeat the request of some.
 */
final class ApiFailure extends GHIOException {
  private static final long serialVersionUID = 1L;

  /** What can be done about it. */
  enum Kind {
    /** The token may not do it. */
    REFUSED,
    /** It is not there, or the token may not know of it. */
    MISSING,
    /** It came too early and was not looked at: try again later. */
    TOO_EARLY,
    /** Nobody knows whether it was done: the connection or the server broke. */
    UNCERTAIN,
    /** Trying again would be answered the same. */
    FINAL
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  /**
   * @param message what happened, without a period; nothing in it may be secret
   * @param retryAfter how long GitHub asks to wait, or null where it does not say
   */
  ApiFailure(Kind kind, String message, @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  ApiFailure(Kind kind, String message) {
    this(kind, message, null);
  }

  Kind kind() {
    return kind;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** What happened, without a period. */
  String what() {
    String message = getMessage();
    return message == null ? "" : message;
  }

  /** The failure that the library may have wrapped on its way; else that it was something else. */
  static ApiFailure in(Exception thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof ApiFailure failure) {
        return failure;
      }
    }
    // The text of an exception can quote what was sent, so only its kind is told.
    String name = thrown.getClass().getSimpleName();
    return new ApiFailure(Kind.FINAL, "the answer could not be understood (" + name + ")");
  }
}
