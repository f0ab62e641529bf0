package dev.tinyland.gate.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The artifact service and the blob storage in one server on loopback. It notes every request, and
 * answers each kind first as it was told to, then as GitHub does.
 */
public final class RecordingServer implements AutoCloseable {
  static final String QUERY = "sv=1&sig=c2ln%2Bbmc%3D&se=2";

  /** How to answer one request; the body was read already, unless the answer says otherwise. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;

    /** How much of the body is read before this answer. */
    default long reads() {
      return Long.MAX_VALUE;
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<Answer>> scripts = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final boolean keepsBlocks;

  private RecordingServer(boolean keepsBlocks) throws IOException {
    this.keepsBlocks = keepsBlocks;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static RecordingServer start() throws IOException {
    return new RecordingServer(true);
  }

  /** One that keeps of each block only its first byte, for uploads larger than the memory. */
  static RecordingServer withoutBlocks() throws IOException {
    return new RecordingServer(false);
  }

  /** The variables by which a step finds this server, and may upload to it. */
  public Map<String, String> environment() {
    return Map.of(
        "ACTIONS_RUNTIME_TOKEN",
        Trial.TOKEN,
        "ACTIONS_RESULTS_URL",
        origin(),
        "GITHUB_SERVER_URL",
        "https://github.com");
  }

  public String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers the next requests of this kind so. */
  public RecordingServer on(String kind, Answer... answers) {
    scripts.computeIfAbsent(kind, key -> new ArrayDeque<>()).addAll(List.of(answers));
    return this;
  }

  List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  public List<RecordedRequest> requests(String kind) {
    return requests.stream().filter(request -> request.kind().equals(kind)).toList();
  }

  public static Answer json(int status, String body, String... headers) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      reply(exchange, status, body);
    };
  }

  static Answer text(int status, String body) {
    return exchange -> reply(exchange, status, body);
  }

  /** Closes the connection without a word after this much of the body. */
  static Answer cutAfter(long bytes) {
    return new Answer() {
      @Override
      public void to(HttpExchange exchange) {
        exchange.close();
      }

      @Override
      public long reads() {
        return bytes;
      }
    };
  }

  /** Does something and never answers. */
  public Answer silentAfter(Runnable action) {
    return exchange -> {
      action.run();
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String rawQuery = exchange.getRequestURI().getRawQuery();
    RecordedRequest head =
        new RecordedRequest(
            exchange.getRequestMethod(),
            path,
            rawQuery == null ? "" : rawQuery,
            headers(exchange),
            new byte[0]);
    Deque<Answer> script = scripts.getOrDefault(head.kind(), new ArrayDeque<>());
    Answer scripted = script.poll();
    Answer answer = scripted == null ? fine(head.kind()) : scripted;
    byte[] body = read(exchange.getRequestBody(), answer.reads(), head.kind().equals("block"));
    requests.add(new RecordedRequest(head.method(), path, head.rawQuery(), head.headers(), body));
    try (exchange) {
      answer.to(exchange);
    }
  }

  private byte[] read(InputStream in, long most, boolean block) throws IOException {
    if (most != Long.MAX_VALUE) {
      return in.readNBytes((int) most);
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 16];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      if (keepsBlocks || !block) {
        kept.write(chunk, 0, n);
      }
    }
    return kept.toByteArray();
  }

  private Answer fine(String kind) {
    return switch (kind) {
      case "create" ->
          json(
              200,
              "{\"ok\":true,\"signed_upload_url\":\""
                  + origin()
                  + "/container/blob?"
                  + QUERY
                  + "\"}");
      case "finalize" -> json(200, "{\"ok\":true,\"artifact_id\":\"4242\"}");
      default -> text(201, "");
    };
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) ->
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    return headers;
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
