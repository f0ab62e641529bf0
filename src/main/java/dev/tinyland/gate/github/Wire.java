package dev.tinyland.gate.github;

import dev.tinyland.gate.github.ApiFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/**
 * Carries the library's requests to the API's own host. It keeps from the library what the library
 * would do on its own about a failure: wait for an hour, or send a cut request a second time. Only
 * this class knows the token; it goes to no other host.
 */
final class Wire implements GitHubConnector, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** The largest answer is a page of a hundred comments of 64 Ki characters. */
  private static final long MOST_BYTES = 32L << 20;

  private final HttpClient client;
  private final URI api;
  private final String token;
  private final Duration patience;

  /**
   * @param api where the API is
   * @param patience how long a whole answer may take
   */
  Wire(URI api, String token, Duration patience) {
    this.api = api;
    this.token = token;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  @Override
  public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
    Answer answer = new Answer(request, exchange(http(request)));
    int status = answer.statusCode();
    // Only what changes nothing can be asked elsewhere as well.
    boolean moved = status >= 300 && status < 400 && !request.method().equals("GET");
    if (status >= 400 || moved) {
      throw Refusals.of(answer, token);
    }
    return answer;
  }

  private HttpRequest http(GitHubConnectorRequest request) throws IOException {
    URI target = URI.create(request.url().toString());
    if (!isOfApi(target)) {
      throw new ApiFailure(Kind.FINAL, "the API sends its callers on to another host");
    }
    HttpRequest.Builder http = HttpRequest.newBuilder(target).timeout(patience);
    for (Map.Entry<String, List<String>> header : request.allHeaders().entrySet()) {
      for (String value : header.getValue()) {
        http.header(header.getKey(), value);
      }
    }
    String contentType = request.contentType();
    if (contentType != null) {
      http.setHeader("Content-Type", contentType);
    }
    http.setHeader("Authorization", "Bearer " + token);
    http.setHeader("User-Agent", "gate");
    return http.method(request.method(), body(request)).build();
  }

  private static HttpRequest.BodyPublisher body(GitHubConnectorRequest request) throws IOException {
    InputStream body = request.body();
    return body == null
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofByteArray(body.readAllBytes());
  }

  private boolean isOfApi(URI target) {
    return api.getScheme().equalsIgnoreCase(target.getScheme())
        && api.getHost().equalsIgnoreCase(target.getHost())
        && api.getPort() == target.getPort();
  }

  /** The timeout of a request ends with the first byte of its answer, so the future has one too. */
  private HttpResponse<byte[]> exchange(HttpRequest request) throws ApiFailure {
    CompletableFuture<HttpResponse<byte[]>> future =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw tooSlow();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof HttpTimeoutException) {
        throw tooSlow();
      }
      String name = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
      throw new ApiFailure(Kind.UNCERTAIN, "the connection broke" + name);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiFailure(Kind.FINAL, "interrupted while waiting for an answer");
    }
  }

  private ApiFailure tooSlow() {
    String time = patience.toSeconds() + " s";
    return new ApiFailure(Kind.UNCERTAIN, "no whole answer within " + time);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** A whole answer; the library asks for its body, unpacked. */
  private static final class Answer extends GitHubConnectorResponse.ByteArrayResponse {
    private final byte[] body;

    Answer(GitHubConnectorRequest request, HttpResponse<byte[]> response) {
      super(request, response.statusCode(), response.headers().map());
      this.body = response.body();
    }

    @Override
    protected InputStream rawBodyStream() {
      return new ByteArrayInputStream(body);
    }
  }
}
