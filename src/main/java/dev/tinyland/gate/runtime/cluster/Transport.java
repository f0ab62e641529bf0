package dev.tinyland.gate.runtime.cluster;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Makes the JDK's clients for fabric8, and ends them. fabric8 leaves them to the garbage collector,
 * and the thread that each of them has waits in the system, for which the end of the JVM waits in
 * turn: 0.3 s of every run.
 */
final class Transport extends JdkHttpClientFactory implements AutoCloseable {
  private final List<HttpClient> made = new ArrayList<>();

  @Override
  protected HttpClient.Builder createNewHttpClientBuilder() {
    return new Kept(HttpClient.newBuilder(), made);
  }

  /** Redirects would take the credentials elsewhere. */
  @Override
  protected void additionalConfig(HttpClient.Builder builder) {
    builder.followRedirects(HttpClient.Redirect.NEVER);
  }

  @Override
  public void close() {
    made.forEach(HttpClient::shutdownNow);
  }

  /** A builder that keeps what it has built. */
  private record Kept(HttpClient.Builder builder, List<HttpClient> made)
      implements HttpClient.Builder {
    @Override
    public HttpClient build() {
      HttpClient client = builder.build();
      made.add(client);
      return client;
    }

    @Override
    public Kept cookieHandler(CookieHandler handler) {
      builder.cookieHandler(handler);
      return this;
    }

    @Override
    public Kept connectTimeout(Duration timeout) {
      builder.connectTimeout(timeout);
      return this;
    }

    @Override
    public Kept sslContext(SSLContext context) {
      builder.sslContext(context);
      return this;
    }

    @Override
    public Kept sslParameters(SSLParameters parameters) {
      builder.sslParameters(parameters);
      return this;
    }

    @Override
    public Kept executor(Executor executor) {
      builder.executor(executor);
      return this;
    }

    @Override
    public Kept followRedirects(HttpClient.Redirect policy) {
      builder.followRedirects(policy);
      return this;
    }

    @Override
    public Kept version(HttpClient.Version version) {
      builder.version(version);
      return this;
    }

    @Override
    public Kept priority(int priority) {
      builder.priority(priority);
      return this;
    }

    @Override
    public Kept proxy(ProxySelector selector) {
      builder.proxy(selector);
      return this;
    }

    @Override
    public Kept authenticator(Authenticator authenticator) {
      builder.authenticator(authenticator);
      return this;
    }

    @Override
    public Kept localAddress(InetAddress address) {
      builder.localAddress(address);
      return this;
    }
  }
}
