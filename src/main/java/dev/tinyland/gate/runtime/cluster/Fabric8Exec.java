package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A command in a container over a web socket. The first byte of a message is its channel: 1
 * standard output, 2 standard error, 3 how the command ended, as a {@code Status}. Without a
 * message on channel 3 the end is unknown.
 */
final class Fabric8Exec {
  /** Servers of every supported version speak it. */
  private static final String PROTOCOL = "v4.channel.k8s.io";

  private static final int LONGEST_OUTPUT = 8192;
  private static final int LONGEST_DETAIL = 300;

  private Fabric8Exec() {}

  static ExecReply run(HttpClient client, String address, Duration timeout, Redaction redaction) {
    long deadline = System.nanoTime() + timeout.toNanos();
    Session session = new Session();
    CompletableFuture<WebSocket> opened = null;
    WebSocket socket = null;
    try {
      opened =
          client
              .newWebSocketBuilder()
              .uri(URI.create(address))
              .subprotocol(PROTOCOL)
              .buildAsync(session);
      socket = opened.get(Fabric8Cluster.left(deadline), TimeUnit.NANOSECONDS);
      session.over.get(Fabric8Cluster.left(deadline), TimeUnit.NANOSECONDS);
      return session.reply(redaction);
    } catch (TimeoutException e) {
      return session.unended("no end of it within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause(), session, redaction);
    } catch (RuntimeException e) {
      return failed(e, session, redaction);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return session.unended("interrupted");
    } finally {
      if (opened != null) {
        opened.cancel(true);
      }
      if (socket != null) {
        socket.sendClose(1000, "done");
      }
    }
  }

  private static ExecReply failed(Throwable thrown, Session session, Redaction redaction) {
    WebSocketHandshakeException refused = Silences.find(thrown, WebSocketHandshakeException.class);
    if (refused != null) {
      return refused(refused, redaction);
    }
    Reply.Silence silence = Silences.of(thrown, redaction);
    return session.opened
        ? session.unended(silence.detail())
        : ExecReply.failed(silence.access(), silence.detail());
  }

  private static ExecReply refused(WebSocketHandshakeException refused, Redaction redaction) {
    int status = refused.getResponse().code();
    Tree answer = Tree.of(null);
    java.net.http.WebSocketHandshakeException inner =
        Silences.find(refused, java.net.http.WebSocketHandshakeException.class);
    if (inner != null && inner.getResponse().body() instanceof String body) {
      try {
        answer = Tree.of(JsonReader.read(body));
      } catch (JsonSyntaxException e) {
        answer = Tree.of(null);
      }
    }
    Access access =
        switch (status) {
          case 401 -> Access.UNAUTHORIZED;
          case 403 -> Access.FORBIDDEN;
          case 404 -> Access.ABSENT;
          default -> Access.ERROR;
        };
    String message = answer.raw("message");
    String said = "HTTP " + status + (message == null ? "" : ": " + message);
    return ExecReply.failed(access, redaction.line(said, LONGEST_DETAIL));
  }

  /** What arrives until the command has ended. */
  private static final class Session implements WebSocket.Listener {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile boolean opened;
    private @Nullable String status;

    @Override
    public void onOpen(WebSocket webSocket) {
      opened = true;
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
      onMessage(webSocket, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteBuffer bytes) {
      if (bytes.hasRemaining()) {
        take(bytes.get(), bytes);
      }
      if (!over.isDone()) {
        webSocket.request();
      }
    }

    @Override
    public void onClose(WebSocket webSocket, int code, String reason) {
      over.complete(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable thrown) {
      over.completeExceptionally(thrown);
    }

    private synchronized void take(byte channel, ByteBuffer bytes) {
      switch (channel) {
        case 1 -> append(output, bytes);
        case 2 -> append(error, bytes);
        case 3 -> {
          status = StandardCharsets.UTF_8.decode(bytes).toString();
          over.complete(null);
        }
        default -> {
          // Of no channel that was asked for.
        }
      }
    }

    private static void append(ByteArrayOutputStream to, ByteBuffer bytes) {
      byte[] part = new byte[Math.min(bytes.remaining(), LONGEST_OUTPUT - to.size())];
      bytes.get(part);
      to.writeBytes(part);
    }

    synchronized ExecReply reply(Redaction redaction) {
      String told = status;
      if (told == null) {
        return unended("the server did not say how it ended");
      }
      Tree tree;
      try {
        tree = Tree.of(JsonReader.read(told));
      } catch (JsonSyntaxException e) {
        return unended("the server said how it ended in words that are no status");
      }
      Integer code = exitCode(tree);
      String message = tree.raw("message");
      String detail =
          code != null
              ? null
              : redaction.line(
                  message == null ? "a status without words" : message, LONGEST_DETAIL);
      return new ExecReply(Access.SEEN, code, text(output), text(error), detail);
    }

    synchronized ExecReply unended(String detail) {
      return new ExecReply(Access.SEEN, null, text(output), text(error), detail);
    }

    /** Only a status that says so is an exit code: whatever else went wrong is none. */
    private static @Nullable Integer exitCode(Tree status) {
      if ("Success".equals(status.text("status"))) {
        return 0;
      }
      if (!"NonZeroExitCode".equals(status.text("reason"))) {
        return null;
      }
      for (Tree cause : status.items("details", "causes")) {
        String code = cause.text("message");
        if ("ExitCode".equals(cause.text("reason")) && code != null) {
          try {
            return Integer.valueOf(code);
          } catch (NumberFormatException e) {
            return null;
          }
        }
      }
      return null;
    }

    private static String text(ByteArrayOutputStream bytes) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
