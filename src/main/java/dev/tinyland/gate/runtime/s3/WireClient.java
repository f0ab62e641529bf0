package dev.tinyland.gate.runtime.s3;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * The HTTP/1.1 below the SDK: one connection for each request, and no request twice. Both clients
 * of the JDK ask again on their own when a server closes a connection without an answer, so that a
 * server that fails every other time would look healthy.
 */
final class WireClient implements SdkHttpClient {
  private final S3Timeouts timeouts;
  private final @Nullable SSLSocketFactory trusted;
  private final ScheduledThreadPoolExecutor watch;
  private volatile @Nullable WireConnection current;

  /**
   * @param trusted for HTTPS; null for what the JDK trusts
   */
  WireClient(S3Timeouts timeouts, @Nullable SSLSocketFactory trusted) {
    this.timeouts = timeouts;
    this.trusted = trusted;
    this.watch =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("s3-deadline").unstarted(task));
    watch.setRemoveOnCancelPolicy(true);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    WireConnection connection =
        new WireConnection(timeouts, trusted, watch, Observation.CURRENT.get());
    current = connection;
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws WireException {
        return connection.exchange(request);
      }

      @Override
      public void abort() {
        connection.abort();
      }
    };
  }

  /** Ends the request that is under way, if there is one; may be called by any thread. */
  void abort() {
    WireConnection connection = current;
    if (connection != null) {
      connection.abort();
    }
  }

  @Override
  public String clientName() {
    return "gate";
  }

  @Override
  public void close() {
    abort();
    watch.shutdownNow();
  }
}
