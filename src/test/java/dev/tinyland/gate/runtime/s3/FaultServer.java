package dev.tinyland.gate.runtime.s3;

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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on a socket, in front of another one or alone. It hands on byte for byte what no fault
 * wants to answer, so that signatures stay valid.
 */
public final class FaultServer implements AutoCloseable {
  /** A request as it came. */
  public record Request(String method, String path, String text) {
    byte[] bytes() {
      return text.getBytes(ISO_8859_1);
    }

    /** The same with the wish that the connection be closed, which no signature covers. */
    Request closing() {
      Request open = without("connection");
      int end = open.text.indexOf("\r\n\r\n");
      String closed = "\r\nConnection: close" + open.text.substring(end);
      return new Request(method, path, open.text.substring(0, end) + closed);
    }

    /**
     * The same without a header.
     *
     * @param name in lower case
     */
    Request without(String name) {
      int end = text.indexOf("\r\n\r\n");
      StringBuilder head = new StringBuilder(text.length());
      for (String line : text.substring(0, end).split("\r\n")) {
        if (!line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
          head.append(head.isEmpty() ? "" : "\r\n").append(line);
        }
      }
      return new Request(method, path, head + text.substring(end));
    }

    public boolean is(String wantedMethod, String start) {
      return method.equals(wantedMethod) && path.startsWith(start);
    }

    public String header(String name) {
      for (String line : text.split("\r\n")) {
        if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
          return line.substring(name.length() + 1).strip();
        }
      }
      return "";
    }
  }

  /** Answers a request, or leaves it to the server behind. */
  @FunctionalInterface
  public interface Fault {
    /**
     * @return whether it was answered
     */
    boolean answers(Request request, OutputStream out) throws IOException;
  }

  private final ServerSocket socket;
  private final @Nullable URI behind;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Fault fault = (request, out) -> false;

  private FaultServer(ServerSocket socket, @Nullable URI behind) {
    this.socket = socket;
    this.behind = behind;
    threads.execute(this::accept);
  }

  public static FaultServer before(URI behind) throws IOException {
    return new FaultServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behind);
  }

  static FaultServer alone(Fault fault) throws IOException {
    FaultServer server =
        new FaultServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), null);
    server.fault = fault;
    return server;
  }

  public static FaultServer secure(SSLContext context, URI behind) throws IOException {
    return new FaultServer(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        behind);
  }

  public void fault(Fault other) {
    fault = other;
  }

  public int port() {
    return socket.getLocalPort();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Method and path of each request, in their order. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Waits until the test is over: what a server does that has more to say and does not. */
  void silence() throws IOException {
    try {
      over.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** An answer with the marks of S3. */
  static byte[] s3(int status, String type, String body, String... headers) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
    text.append("x-amz-request-id: req-1\r\nContent-Type: ").append(type).append("\r\n");
    text.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(UTF_8);
  }

  /** An error as S3 says it. */
  static byte[] error(int status, String code, String message) {
    String body =
        "<?xml version=\"1.0\"?><Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error>";
    return s3(status, "application/xml", body);
  }

  /** A page, as a wrong address gives it. */
  public static byte[] page(int status) {
    String body = "<!DOCTYPE html><html><body>Welcome</body></html>";
    return ("HTTP/1.1 "
            + status
            + " X\r\nContent-Type: text/html\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(UTF_8);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      Request request = read(client.getInputStream());
      if (request == null) {
        return;
      }
      requests.add(request.method() + " " + request.path());
      OutputStream out = client.getOutputStream();
      if (!fault.answers(request, out)) {
        out.write(pass(request));
      }
      out.flush();
    } catch (IOException e) {
      // The client has gone, which some tests want.
    }
  }

  /** The whole answer of the server behind. */
  public byte[] pass(Request request) throws IOException {
    if (behind == null) {
      throw new IOException("nobody behind");
    }
    try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), behind.getPort())) {
      upstream.getOutputStream().write(request.closing().bytes());
      upstream.getOutputStream().flush();
      return upstream.getInputStream().readAllBytes();
    }
  }

  private static @Nullable Request read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (!bytes.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      bytes.write(b);
    }
    String head = bytes.toString(ISO_8859_1);
    int length = 0;
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    bytes.write(in.readNBytes(length));
    String[] words = head.substring(0, head.indexOf("\r\n")).split(" ");
    return new Request(words[0], words[1], bytes.toString(ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    over.countDown();
    socket.close();
    threads.shutdownNow();
  }
}
