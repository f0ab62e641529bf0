import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The services that the checks look at, as far as a training run and a benchmark need them: a
 * binary cache, an S3 server and a cluster, on loopback. They are a process of their own, so that
 * none of their classes gets into a start-up cache.
 *
 * <p>{@code java StandIns.java FOLDER COMMAND...} runs a command while they are there, and ends
 * with its exit code. {@code FOLDER} has the files of the cache and the answers of the cluster. The
 * command finds them by {@code GATE_SAMPLE_CACHE}, {@code TOFU_BACKEND_S3_*} and {@code
 * KUBECONFIG}, and may write into the folder {@code GATE_SAMPLE_FOLDER}, which goes with them.
 */
final class StandIns implements AutoCloseable {
  private static final String SOCKET_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String EXIT_0 = "{\"metadata\":{},\"status\":\"Success\"}";
  private static final String EXIT_1 =
      "{\"status\":\"Failure\",\"reason\":\"NonZeroExitCode\",\"details\":{\"causes\":"
          + "[{\"reason\":\"ExitCode\",\"message\":\"1\"}]}}";

  /** What was asked; names of headers are in lower case. */
  record Request(
      String method, String path, String query, Map<String, String> headers, byte[] body) {}

  /** An answer; a body that is null makes a web socket of it, over which goes the command's end. */
  record Answer(int status, String type, byte[] body) {
    static Answer of(int status, String type, String text) {
      return new Answer(status, type, text.getBytes(UTF_8));
    }
  }

  /** One of the services. */
  @FunctionalInterface
  interface Service {
    Answer answer(Request request) throws IOException;
  }

  private final Path folder;
  private final Path work;
  private final List<ServerSocket> sockets = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  StandIns(Path folder) throws IOException {
    this.folder = folder;
    String s3 = open(new StandInS3()::answer);
    String cluster = open(this::cluster);
    work = Files.createTempDirectory("stand-ins");
    Path kubeconfig = work.resolve("kubeconfig");
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        current-context: sample
        contexts:
        - name: sample
          context: {cluster: sample, user: sample}
        clusters:
        - name: sample
          cluster: {server: "%s"}
        users:
        - name: sample
          user: {token: sample-token}
        """
            .formatted(cluster));
    environment.put("GATE_SAMPLE_CACHE", open(this::cache));
    environment.put("GATE_SAMPLE_FOLDER", work.toString());
    environment.put("KUBECONFIG", kubeconfig.toString());
    environment.put("TOFU_BACKEND_S3_ENDPOINT", s3);
    environment.put("TOFU_BACKEND_S3_BUCKET", "tofu-state");
    environment.put("TOFU_BACKEND_S3_KEY", StandInS3.STATE);
    environment.put("TOFU_BACKEND_S3_ACCESS_KEY_ID", "sample-access");
    environment.put("TOFU_BACKEND_S3_SECRET_ACCESS_KEY", "sample-secret");
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int exitCode;
    try (StandIns services = new StandIns(Path.of(args[0]))) {
      ProcessBuilder command =
          new ProcessBuilder(Arrays.asList(args).subList(1, args.length)).inheritIO();
      services.addTo(command.environment());
      exitCode = command.start().waitFor();
    }
    System.exit(exitCode);
  }

  /** Tells a command where they are, and nothing of what else this machine may look at. */
  void addTo(Map<String, String> variables) {
    variables.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("TOFU_"));
    variables.putAll(environment);
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Answer cache(Request request) throws IOException {
    Path file = folder.resolve("cache" + request.path());
    return Files.isRegularFile(file)
        ? new Answer(200, "application/octet-stream", Files.readAllBytes(file))
        : Answer.of(404, "application/json", "{\"code\":404,\"error\":\"NoSuchObject\"}");
  }

  private Answer cluster(Request request) throws IOException {
    if (request.path().endsWith("/exec")) {
      return new Answer(101, "", null);
    }
    if (request.path().endsWith("/log")) {
      return Answer.of(200, "text/plain", "2026-05-06T00:58:53Z started\n");
    }
    Path file = folder.resolve("cluster" + request.path() + ".json");
    return Files.isRegularFile(file)
        ? new Answer(200, "application/json", Files.readAllBytes(file))
        : Answer.of(
            404,
            "application/json",
            "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"NotFound\",\"code\":404}");
  }

  private String open(Service service) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    sockets.add(socket);
    Thread.ofPlatform().daemon().start(() -> accept(socket, service));
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  private static void accept(ServerSocket socket, Service service) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection, service));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Socket connection, Service service) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      for (Request request = read(in); request != null; request = read(in)) {
        Answer answer = service.answer(request);
        if (answer.body() == null) {
          upgrade(request, out);
          return;
        }
        write(request, answer, out);
      }
    } catch (IOException | GeneralSecurityException e) {
      // The client went away, as it may.
    }
  }

  private static Request read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return null;
    }
    String[] words = first.split(" ");
    int question = words[1].indexOf('?');
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Request(
        words[0],
        question < 0 ? words[1] : words[1].substring(0, question),
        question < 0 ? "" : words[1].substring(question + 1),
        headers,
        body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(ISO_8859_1);
  }

  private static void write(Request request, Answer answer, OutputStream out) throws IOException {
    String head =
        "HTTP/1.1 %d Sample\r\nContent-Type: %s\r\nContent-Length: %d\r\nServer: sample\r\n"
            + "x-amz-request-id: sample\r\nETag: \"sample\"\r\n\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int length = answer.body().length;
    bytes.writeBytes(head.formatted(answer.status(), answer.type(), length).getBytes(ISO_8859_1));
    if (!request.method().equals("HEAD")) {
      bytes.writeBytes(answer.body());
    }
    bytes.writeTo(out);
    out.flush();
  }

  /** A command in a pod that says nothing: it finds every folder but the one that cannot exist. */
  private static void upgrade(Request request, OutputStream out)
      throws IOException, GeneralSecurityException {
    String key = request.headers().get("sec-websocket-key") + SOCKET_SALT;
    byte[] accepted = MessageDigest.getInstance("SHA-1").digest(key.getBytes(ISO_8859_1));
    String head =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + Base64.getEncoder().encodeToString(accepted)
            + "\r\nSec-WebSocket-Protocol: v4.channel.k8s.io\r\n\r\n";
    byte[] end = ("\3" + (request.query().contains(".gate-") ? EXIT_1 : EXIT_0)).getBytes(UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(ISO_8859_1));
    // A binary message of one frame, and the frame that closes with 1000.
    bytes.write(0x82);
    bytes.write(end.length);
    bytes.writeBytes(end);
    bytes.writeBytes(new byte[] {(byte) 0x88, 2, 3, (byte) 0xE8});
    bytes.writeTo(out);
    out.flush();
  }
}
