package dev.tinyland.gate.lane;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The releases of a repository, on this machine. The n-th request gets the n-th answer; the last
 * one is repeated.
 */
final class ReleaseServer implements AutoCloseable {
  /** What one request gets. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Answer> answers;

  ReleaseServer(Answer... answers) {
    this.answers = List.of(answers);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The address without a path, as {@code GITHUB_SERVER_URL}. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The paths that were asked for, in order. */
  List<String> requests() {
    return requests;
  }

  static Answer file(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    };
  }

  static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static Answer redirect(String path) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", path);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** Announces everything, sends a half and ends the connection. */
  static Answer cut(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, content.length / 2);
    };
  }

  /** Counts down, sends a half and then nothing until the server is closed. */
  static Answer stalled(byte[] content, CountDownLatch asked) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, content.length / 2);
      exchange.getResponseBody().flush();
      asked.countDown();
      new CountDownLatch(1).await();
    };
  }

  /** Waits until as many requests have come as the latch counts. */
  static Answer together(Answer answer, CountDownLatch all) {
    return exchange -> {
      all.countDown();
      all.await();
      answer.to(exchange);
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    int number;
    synchronized (this) {
      number = requests.size();
      requests.add(exchange.getRequestURI().getPath());
    }
    try (exchange) {
      answers.get(Math.min(number, answers.size() - 1)).to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
