package dev.tinyland.gate.runtime.evidence;

import org.jspecify.annotations.Nullable;

/**
 * One request to a server, as it went. Nothing is asked twice behind our back: what was tried again
 * is another attempt.
 *
 * @param operation for example {@code head-object}
 * @param target for example {@code tofu-state/attic/terraform.tfstate}; no host, no query
 * @param attempt from 1
 * @param status of HTTP; null where there was no answer
 * @param code of the error, as the server names it, for example {@code NoSuchBucket}
 * @param requestId as the server names it
 * @param observedAt when the answer was there; RFC 3339, UTC
 * @param detail what else was seen, redacted and on one line
 */
public record Attempt(
    String operation,
    String target,
    int attempt,
    Outcome outcome,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable String requestId,
    long milliseconds,
    String observedAt,
    @Nullable String detail) {

  /** What the answer, or its absence, was. Four different absences are four different facts. */
  public enum Outcome {
    /** What was asked for. */
    OK,
    /** Not there, said by something that is a server of that kind. */
    NOT_FOUND,
    /** A condition of the request did not hold: 409, 412. */
    CONFLICT,
    /** 401, 403, whatever the code. */
    DENIED,
    /** The server does not know the operation: 501, or a 400 that says so. */
    NOT_IMPLEMENTED,
    /** Any other 4xx. */
    REJECTED,
    /** 5xx. */
    SERVER_ERROR,
    /** An answer that no server of that kind gives, for example a page of HTML with 200. */
    NOT_OF_THIS_KIND,
    /** The name of the host has no address. */
    DNS,
    /** No connection: refused, reset before an answer, no route. */
    UNREACHABLE,
    /** No answer, or no end of it, in time. */
    TIMEOUT,
    /** The certificate or the handshake. */
    TLS,
    /** An answer that ended early. */
    CUT,
    /** Anything else, with the detail. */
    OTHER
  }

  public boolean ok() {
    return outcome == Outcome.OK;
  }
}
