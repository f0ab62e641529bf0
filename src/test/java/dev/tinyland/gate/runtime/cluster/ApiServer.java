package dev.tinyland.gate.runtime.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** An API server of literal answers on a real socket, with commands in pods over web sockets. */
public final class ApiServer implements AutoCloseable {
  /** What the Go library says of a path of no installed group. */
  public static final String NOT_INSTALLED = "404 page not found\n";

  private static final String SOCKET_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** What was asked. */
  public record Asked(String method, String path, String query, Map<String, String> headers) {
    public List<String> command() {
      List<String> command = new ArrayList<>();
      for (String part : query.split("&")) {
        if (part.startsWith("command=")) {
          command.add(URLDecoder.decode(part.substring("command=".length()), UTF_8));
        }
      }
      return command;
    }

    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** How an answer goes wrong on the wire. */
  public enum Fault {
    NONE,
    /** The connection stays open without an answer. */
    SILENT,
    /** The head, and then nothing. */
    HALTED,
    /** Less than was announced, and then the end. */
    CUT,
    /** The connection is closed without an answer. */
    CLOSED
  }

  public record Answer(
      int status, String type, String body, Map<String, String> headers, Fault fault) {
    public static Answer json(int status, String body) {
      return new Answer(status, "application/json", body, Map.of(), Fault.NONE);
    }

    public static Answer text(int status, String body) {
      return new Answer(status, "text/plain; charset=utf-8", body, Map.of(), Fault.NONE);
    }

    public Answer with(Fault other) {
      return new Answer(status, type, body, headers, other);
    }
  }

  /** A message of a channel. */
  public record Frame(int channel, String text) {}

  /** What happens after the upgrade: messages, and the end of the connection or nothing more. */
  public record Session(List<Frame> frames, boolean stays) {
    public static Session of(Frame... frames) {
      return new Session(List.of(frames), false);
    }
  }

  private final ServerSocket socket;
  private final boolean secure;
  private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Function<Asked, Object> commands;
  private volatile Function<Asked, Answer> otherwise = request -> Answer.text(404, NOT_INSTALLED);

  private ApiServer(ServerSocket socket, boolean secure) {
    this.socket = socket;
    this.secure = secure;
    Thread.ofVirtual().start(this::accept);
  }

  public static ApiServer plain() throws IOException {
    return new ApiServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), false);
  }

  static ApiServer secure(SSLContext context, boolean asksForCertificate) throws IOException {
    SSLServerSocket socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    socket.setNeedClientAuth(asksForCertificate);
    return new ApiServer(socket, true);
  }

  public String url() {
    return (secure ? "https" : "http") + "://127.0.0.1:" + port();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** By path without a query; a later one replaces an earlier one. */
  public ApiServer on(String path, Answer answer) {
    answers.put(path, request -> answer);
    return this;
  }

  public ApiServer on(String path, Function<Asked, Answer> answer) {
    answers.put(path, answer);
    return this;
  }

  /** What answers a path that nothing else answers. */
  public ApiServer otherwise(Function<Asked, Answer> answer) {
    otherwise = answer;
    return this;
  }

  /** A {@link Session}, or an {@link Answer} instead of the upgrade. */
  public ApiServer commands(Function<Asked, Object> sessions) {
    commands = sessions;
    return this;
  }

  public List<Asked> asked() {
    return asked;
  }

  public List<String> paths() {
    return asked.stream().map(Asked::path).toList();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }

  private void accept() {
    while (true) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Asked request = read(connection.getInputStream());
      if (request == null) {
        return;
      }
      asked.add(request);
      OutputStream out = connection.getOutputStream();
      Object reply = reply(request);
      if (reply instanceof Session session) {
        upgrade(request, session, connection.getInputStream(), out);
      } else {
        write((Answer) reply, out);
      }
    } catch (IOException e) {
      // The client went away, as it may.
    }
  }

  private Object reply(Asked request) {
    if (request.path().endsWith("/exec") && commands != null) {
      return commands.apply(request);
    }
    return answers.getOrDefault(request.path(), otherwise).apply(request);
  }

  private void write(Answer answer, OutputStream out) throws IOException {
    if (answer.fault() == Fault.SILENT) {
      await();
    }
    if (answer.fault() == Fault.SILENT || answer.fault() == Fault.CLOSED) {
      return;
    }
    byte[] body = answer.body().getBytes(UTF_8);
    int announced = body.length + (answer.fault() == Fault.NONE ? 0 : 1000);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " said\r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Type: " + answer.type() + "\r\n");
    head.append("Content-Length: " + announced + "\r\nConnection: close\r\n\r\n");
    out.write(head.toString().getBytes(UTF_8));
    out.write(body);
    out.flush();
    if (answer.fault() == Fault.HALTED) {
      await();
    }
  }

  private void upgrade(Asked request, Session session, InputStream in, OutputStream out)
      throws IOException {
    out.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept(request.header("sec-websocket-key"))
                + "\r\nSec-WebSocket-Protocol: "
                + request.header("sec-websocket-protocol")
                + "\r\n\r\n")
            .getBytes(UTF_8));
    for (Frame frame : session.frames()) {
      byte[] text = frame.text().getBytes(UTF_8);
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      message.write(frame.channel());
      message.writeBytes(text);
      frame(out, 0x82, message.toByteArray());
    }
    if (session.stays()) {
      out.flush();
      await();
      return;
    }
    frame(out, 0x88, new byte[] {0x03, (byte) 0xE8});
    out.flush();
    in.transferTo(OutputStream.nullOutputStream());
  }

  private static void frame(OutputStream out, int kind, byte[] bytes) throws IOException {
    out.write(kind);
    if (bytes.length < 126) {
      out.write(bytes.length);
    } else {
      out.write(126);
      out.write(bytes.length >> 8);
      out.write(bytes.length);
    }
    out.write(bytes);
  }

  private static String accept(String key) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-1").digest((key + SOCKET_SALT).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Asked read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    String[] words = first.split(" ");
    URI uri = URI.create(words[1]);
    return new Asked(
        words[0], uri.getPath(), uri.getRawQuery() == null ? "" : uri.getRawQuery(), headers);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        bytes.write(b);
      }
    }
    return bytes.toString(ISO_8859_1);
  }
}
