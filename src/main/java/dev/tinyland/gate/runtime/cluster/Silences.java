package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why there was no answer, in words. */
final class Silences {
  private static final int LONGEST = 300;

  private Silences() {}

  static Reply.Silence of(Throwable thrown, Redaction redaction) {
    if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
      return unreachable("the name of the server has no address");
    }
    SSLException tls = find(thrown, SSLException.class);
    if (tls != null) {
      return unreachable(redaction.line("TLS: " + tls.getMessage(), LONGEST));
    }
    if (has(thrown, HttpTimeoutException.class)) {
      return unreachable("no connection in time");
    }
    if (has(thrown, ConnectException.class)) {
      return unreachable("no connection: refused or without a way");
    }
    IOException io = find(thrown, IOException.class);
    if (io != null) {
      return new Reply.Silence(
          Access.UNREACHABLE,
          redaction.line("the answer ended early: " + io.getMessage(), LONGEST));
    }
    Throwable cause =
        thrown instanceof CompletionException e && e.getCause() != null ? e.getCause() : thrown;
    return new Reply.Silence(Access.ERROR, cause.getClass().getSimpleName());
  }

  private static Reply.Silence unreachable(String detail) {
    return new Reply.Silence(Access.UNREACHABLE, detail);
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    return find(thrown, type) != null;
  }

  static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
    Throwable next = thrown;
    for (int depth = 0; next != null && depth < 20; depth++) {
      if (type.isInstance(next)) {
        return type.cast(next);
      }
      next = next.getCause();
    }
    return null;
  }
}
