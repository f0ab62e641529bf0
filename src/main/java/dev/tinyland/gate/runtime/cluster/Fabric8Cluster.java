package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A cluster over the HTTP client of fabric8: its kubeconfig, certificates, proxies and web sockets,
 * and neither its operations, which wait, watch and ask again on their own, nor its objects.
 */
final class Fabric8Cluster implements Cluster {
  private final String context;
  private final String server;
  private final HttpClient client;
  private final Transport transport;
  private final Duration timeout;
  private final Redaction redaction;

  private Fabric8Cluster(
      String context,
      String server,
      HttpClient client,
      Transport transport,
      Duration timeout,
      Redaction redaction) {
    this.context = context;
    this.server = server;
    this.client = client;
    this.transport = transport;
    this.timeout = timeout;
    this.redaction = redaction;
  }

  static Cluster open(String context, Config config, Duration timeout, Redaction redaction) {
    int milliseconds = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
    Config bounded =
        new ConfigBuilder(config)
            .withRequestRetryBackoffLimit(0)
            .withConnectionTimeout(milliseconds)
            .withRequestTimeout(milliseconds)
            .withHttp2Disable(true)
            .withUserAgent("gate")
            .build();
    HttpClient client;
    Transport transport = new Transport();
    try {
      client =
          transport
              .newBuilder(bounded)
              .addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, new Credentials(bounded))
              .build();
    } catch (RuntimeException e) {
      return new NoCluster(
          Access.NO_CLUSTER, context + ": its certificates, its key or its server cannot be used");
    }
    String url = bounded.getMasterUrl();
    String server = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return new Fabric8Cluster(context, server, client, transport, timeout, redaction);
  }

  /** Sends the credentials; the library's own way reads files again and repeats the request. */
  private record Credentials(Config config) implements Interceptor {
    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
      String user = config.getUsername();
      String token = config.getOauthToken();
      if (token != null && !token.isEmpty()) {
        builder.setHeader("Authorization", "Bearer " + token);
      } else if (user != null && config.getPassword() != null) {
        builder.setHeader(
            "Authorization", HttpClientUtils.basicCredentials(user, config.getPassword()));
      }
    }
  }

  @Override
  public String context() {
    return context;
  }

  @Override
  public Reply get(String path, int limit) {
    Body body = new Body(limit);
    CompletableFuture<HttpResponse<AsyncBody>> asked = null;
    AsyncBody stream = null;
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      HttpRequest request =
          client
              .newHttpRequestBuilder()
              .uri(server + path)
              .header("Accept", "application/json, */*")
              .build();
      asked = client.consumeBytes(request, body);
      HttpResponse<AsyncBody> response = asked.get(left(deadline), TimeUnit.NANOSECONDS);
      stream = response.body();
      stream.consume();
      CompletableFuture.anyOf(body.full, stream.done()).get(left(deadline), TimeUnit.NANOSECONDS);
      return new Reply.Answer(
          response.code(), mediaType(response.header("Content-Type")), body.text(), body.isCut());
    } catch (TimeoutException e) {
      return new Reply.Silence(
          Access.UNREACHABLE, "no whole answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return Silences.of(e.getCause() == null ? e : e.getCause(), redaction);
    } catch (RuntimeException e) {
      return Silences.of(e, redaction);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Silence(Access.UNREACHABLE, "interrupted");
    } finally {
      if (asked != null) {
        asked.cancel(true);
      }
      if (stream != null) {
        stream.cancel();
      }
    }
  }

  @Override
  public ExecReply exec(String namespace, String pod, String container, PodCommand command) {
    StringBuilder address =
        new StringBuilder(server)
            .append("/api/v1/namespaces/")
            .append(KubernetesReader.encode(namespace))
            .append("/pods/")
            .append(KubernetesReader.encode(pod))
            .append("/exec?");
    for (String argument : command.arguments()) {
      address.append("command=").append(KubernetesReader.encode(argument)).append('&');
    }
    address
        .append("container=")
        .append(KubernetesReader.encode(container))
        .append("&stdout=true&stderr=true");
    return Fabric8Exec.run(client, address.toString(), timeout, redaction);
  }

  @Override
  public void close() {
    client.close();
    transport.close();
  }

  static long left(long deadline) {
    return Math.max(0, deadline - System.nanoTime());
  }

  private static String mediaType(@Nullable String header) {
    if (header == null) {
      return "";
    }
    int semicolon = header.indexOf(';');
    return (semicolon < 0 ? header : header.substring(0, semicolon))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Takes what arrives, up to the limit. */
  private static final class Body implements AsyncBody.Consumer<List<ByteBuffer>> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Void> full = new CompletableFuture<>();
    private final int limit;

    Body(int limit) {
      this.limit = limit;
    }

    @Override
    public synchronized void consume(List<ByteBuffer> value, AsyncBody body) {
      for (ByteBuffer buffer : value) {
        byte[] part = new byte[Math.min(buffer.remaining(), limit + 1 - bytes.size())];
        buffer.get(part);
        bytes.writeBytes(part);
      }
      if (bytes.size() > limit) {
        full.complete(null);
        body.cancel();
      } else {
        body.consume();
      }
    }

    synchronized boolean isCut() {
      return bytes.size() > limit;
    }

    synchronized String text() {
      byte[] all = bytes.toByteArray();
      return new String(all, 0, Math.min(all.length, limit), StandardCharsets.UTF_8);
    }
  }
}
