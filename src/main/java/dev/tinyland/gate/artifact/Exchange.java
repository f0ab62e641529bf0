package dev.tinyland.gate.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One connection at a time to the servers of an upload. Redirects are not followed. */
final class Exchange implements AutoCloseable {
  /** All that these servers have to say is short. */
  private static final long LONGEST_ANSWER = 1024 * 1024;

  private final HttpClient client;

  /**
   * @throws java.io.UncheckedIOException where the system has no sockets or certificates to give
   */
  Exchange(Duration connectTime) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTime)
            .build();
  }

  /**
   * Sends a request and waits for the end of its answer.
   *
   * @param time from now to the last byte of the answer
   * @throws InterruptedIOException if the thread is interrupted; it stays interrupted
   */
  Reply send(HttpRequest request, Duration time) throws InterruptedIOException {
    BodyHandler<String> text = BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LONGEST_ANSWER);
    CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, text);
    try {
      HttpResponse<String> response = answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply.Answer(
          response.statusCode(),
          response.body(),
          response.headers().firstValue("Retry-After").orElse(null));
    } catch (ExecutionException e) {
      return new Reply.Lost(why(e.getCause()));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Reply.Lost("there was no answer in time");
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw interrupted();
    }
  }

  /** Marks the thread as interrupted again and gives what to throw. */
  static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }

  /** Ends whatever is still under way. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  /** The kind of failure only: messages of exceptions may hold addresses. */
  private static String why(@Nullable Throwable failure) {
    return switch (failure) {
      case HttpConnectTimeoutException e -> "no connection was made in time";
      case ConnectException e -> "no connection could be made";
      case SSLException e -> "no trusted connection could be made";
      case IOException e -> "the connection was cut";
      case null, default -> "the request failed";
    };
  }
}
