package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What a failed request, or a status, means. */
final class Failures {
  private Failures() {}

  /** Of a request without an answer. */
  static Outcome of(@Nullable Throwable failure) {
    Outcome outcome = Outcome.UNREACHABLE;
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
        return Outcome.DNS;
      }
      if (e instanceof SSLException) {
        return Outcome.TLS;
      }
      if (e instanceof HttpTimeoutException) {
        return Outcome.TIMEOUT;
      }
      if (e instanceof ProtocolException && !(e instanceof ConnectException)) {
        outcome = Outcome.NOT_OF_THIS_KIND;
      }
    }
    return outcome;
  }

  /** Of a status other than 200 and the redirects. */
  static Outcome of(int status) {
    return switch (status) {
      case 404, 410 -> Outcome.NOT_FOUND;
      case 401, 403, 407 -> Outcome.DENIED;
      case 409, 412 -> Outcome.CONFLICT;
      case 501 -> Outcome.NOT_IMPLEMENTED;
      default -> {
        if (status >= 500) {
          yield Outcome.SERVER_ERROR;
        }
        yield status >= 400 ? Outcome.REJECTED : Outcome.NOT_OF_THIS_KIND;
      }
    };
  }

  /** The kind only: messages of exceptions may hold addresses with signatures. */
  static String words(Outcome outcome) {
    return switch (outcome) {
      case DNS -> "the name of the host has no address";
      case TLS -> "no trusted connection could be made";
      case TIMEOUT -> "no connection was made in time";
      case NOT_OF_THIS_KIND -> "the answer is not HTTP";
      default -> "no connection, or it ended before an answer";
    };
  }
}
