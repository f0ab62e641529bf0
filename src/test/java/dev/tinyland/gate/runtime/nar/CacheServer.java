package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A binary cache on loopback. What it has not, it does not find, as Attic says it. */
public final class CacheServer implements AutoCloseable {
  /** Answers one request. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  /** What was asked. */
  public record Request(String path, String query, String authorization) {}

  private static final String ABSENT =
      "{\"code\":404,\"error\":\"NoSuchObject\","
          + "\"message\":\"The requested object does not exist.\"}";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  public CacheServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    on(
        "/main/nix-cache-info",
        ok("text/x-nix-cache-info", "WantMassQuery: 1\nStoreDir: /nix/store\n"));
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public String cache() {
    return origin() + "/main";
  }

  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public CacheServer on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  public static Answer ok(String type, String text) {
    return status(200, type, text);
  }

  public static Answer status(int status, String type, String text) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      byte[] bytes = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  public static Answer bytes(byte[] bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Without a length, in chunks. */
  static Answer chunked(byte[] bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Fewer bytes than are announced; then the connection is closed. */
  public static Answer announcing(long length, byte[] bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, length);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
    };
  }

  static Answer redirect(int status, String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** Sends that much, does something, and then sends no more. */
  Answer silentAfter(byte[] bytes, long length, Runnable action) {
    return exchange -> {
      if (length > 0) {
        exchange.sendResponseHeaders(200, length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
      }
      action.run();
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String path = exchange.getRequestURI().getRawPath();
    requests.add(
        new Request(path, query == null ? "" : query, authorization == null ? "" : authorization));
    try (exchange) {
      answers.getOrDefault(path, status(404, "application/json", ABSENT)).to(exchange);
    }
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
