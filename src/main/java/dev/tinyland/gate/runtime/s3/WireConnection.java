package dev.tinyland.gate.runtime.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** One connection for one request and its answer. */
final class WireConnection {
  private final S3Timeouts timeouts;
  private final @Nullable SSLSocketFactory trusted;
  private final ScheduledExecutorService watch;
  private final Observation observation;

  private final Object lock = new Object();

  /** The one below TLS, so that closing it never waits for a farewell. */
  private @Nullable Socket socket;

  private boolean stopped;
  private boolean expired;
  private @Nullable Future<?> deadline;

  WireConnection(
      S3Timeouts timeouts,
      @Nullable SSLSocketFactory trusted,
      ScheduledExecutorService watch,
      Observation observation) {
    this.timeouts = timeouts;
    this.trusted = trusted;
    this.watch = watch;
    this.observation = observation;
  }

  /** Sends the request and reads the head of the answer. */
  HttpExecuteResponse exchange(HttpExecuteRequest request) throws WireException {
    observation.requests++;
    deadline =
        watch.schedule(
            () -> close(false, true), timeouts.request().toMillis(), TimeUnit.MILLISECONDS);
    try {
      Socket open = open(request.httpRequest());
      write(request, open.getOutputStream());
      InputStream in = new BufferedInputStream(open.getInputStream());
      return answer(request.httpRequest().method().name().equals("HEAD"), WireHead.read(in), in);
    } catch (IOException e) {
      WireException failure = failure(e);
      observation.failure = failure;
      end();
      throw failure;
    }
  }

  /** Ends it from outside. */
  void abort() {
    close(true, false);
  }

  private Socket open(SdkHttpRequest request) throws IOException {
    boolean secure = request.protocol().equalsIgnoreCase("https");
    Socket open = connect(addresses(request.host()), request.port());
    return secure ? secure(open, request) : open;
  }

  private InetAddress[] addresses(String host) throws IOException {
    String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (plain.indexOf(':') >= 0 || Character.isDigit(plain.charAt(plain.length() - 1))) {
      return new InetAddress[] {InetAddress.ofLiteral(plain)};
    }
    // The system's resolver cannot be interrupted, so it is left behind when it takes too long.
    FutureTask<InetAddress[]> task = new FutureTask<>(() -> InetAddress.getAllByName(plain));
    Thread.ofPlatform().daemon().name("s3-address").start(task);
    try {
      return task.get(timeouts.connect().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new UnknownHostException(plain);
    } catch (TimeoutException e) {
      throw new WireException(Outcome.DNS, "the address of the host was not found in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WireException(Outcome.OTHER, "interrupted");
    }
  }

  /** Takes the first address that answers. */
  private Socket connect(InetAddress[] addresses, int port) throws IOException {
    IOException failure = new UnknownHostException();
    for (InetAddress address : addresses) {
      Socket open = keep(new Socket());
      try {
        open.connect(
            new InetSocketAddress(address, port), Math.toIntExact(timeouts.connect().toMillis()));
        open.setTcpNoDelay(true);
        open.setSoTimeout(Math.toIntExact(timeouts.silence().toMillis()));
        return open;
      } catch (SocketTimeoutException e) {
        failure = new WireException(Outcome.TIMEOUT, "no connection was made in time");
      } catch (IOException e) {
        failure = new WireException(Outcome.UNREACHABLE, "no connection could be made");
      }
      open.close();
    }
    throw failure;
  }

  private Socket secure(Socket open, SdkHttpRequest request) throws IOException {
    SSLSocketFactory factory =
        trusted == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : trusted;
    try {
      SSLSocket secured =
          (SSLSocket) factory.createSocket(open, request.host(), request.port(), true);
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
      secured.startHandshake();
      return secured;
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      throw new WireException(Outcome.TLS, "no trusted connection could be made");
    }
  }

  private void write(HttpExecuteRequest request, OutputStream out) throws IOException {
    SdkHttpRequest head = request.httpRequest();
    StringBuilder text = new StringBuilder(1024);
    String query = head.encodedQueryParameters().map(parameters -> "?" + parameters).orElse("");
    String path = head.encodedPath().isEmpty() ? "/" : head.encodedPath();
    text.append(head.method()).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
    for (Map.Entry<String, List<String>> header : head.headers().entrySet()) {
      if (!header.getKey().equalsIgnoreCase("Expect")) {
        for (String value : header.getValue()) {
          field(text, header.getKey(), value);
        }
      }
    }
    // Not signed, so that a proxy that changes it does not break the signature.
    field(text, "x-request-id", observation.nonce);
    field(text, "Connection", "close");
    byte[] body = body(request);
    if (head.firstMatchingHeader("Content-Length").isEmpty() && writes(head)) {
      field(text, "Content-Length", Integer.toString(body.length));
    }
    byte[] bytes = text.append("\r\n").toString().getBytes(ISO_8859_1);
    observation.sent = true;
    out.write(bytes);
    out.write(body);
    out.flush();
  }

  private static boolean writes(SdkHttpRequest head) {
    return switch (head.method()) {
      case PUT, POST, PATCH -> true;
      default -> false;
    };
  }

  /** What gate sends fits into memory many times. */
  private static byte[] body(HttpExecuteRequest request) throws IOException {
    if (request.contentStreamProvider().isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = request.contentStreamProvider().get().newStream()) {
      return in.readAllBytes();
    }
  }

  private static void field(StringBuilder text, String name, String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' && value.charAt(i) != '\t') {
        throw new IllegalArgumentException("a line break within the header " + name);
      }
    }
    text.append(name).append(": ").append(value).append("\r\n");
  }

  private HttpExecuteResponse answer(boolean head, WireHead answer, InputStream in)
      throws IOException {
    SdkHttpFullResponse.Builder response = SdkHttpResponse.builder().statusCode(answer.status());
    for (WireHead.Field field : answer.fields()) {
      response.appendHeader(field.name(), field.value());
      observation.headers.put(field.name().toLowerCase(Locale.ROOT), field.value());
    }
    observation.status = answer.status();
    if (head || answer.status() == 204 || answer.status() == 304) {
      end();
      return HttpExecuteResponse.builder().response(response.build()).build();
    }
    InputStream body = new Watched(WireBody.of(in, chunked(), length()));
    if (observation.good() && !observation.keepsBody) {
      return with(response, body);
    }
    observation.body = body.readNBytes(Observation.KEPT);
    InputStream kept = new ByteArrayInputStream(observation.body);
    if (!observation.good()) {
      body.close();
      return with(response, kept);
    }
    return with(response, new SequenceInputStream(kept, body));
  }

  private HttpExecuteResponse with(SdkHttpFullResponse.Builder response, InputStream body) {
    return HttpExecuteResponse.builder()
        .response(response.build())
        .responseBody(AbortableInputStream.create(body, this::abort))
        .build();
  }

  private boolean chunked() {
    String coding = observation.header("Transfer-Encoding");
    return coding != null && coding.toLowerCase(Locale.ROOT).endsWith("chunked");
  }

  private long length() throws WireException {
    String length = observation.header("Content-Length");
    if (length == null) {
      return -1;
    }
    try {
      long bytes = Long.parseLong(length);
      if (bytes >= 0) {
        return bytes;
      }
    } catch (NumberFormatException e) {
      throw notHttp();
    }
    throw notHttp();
  }

  private static WireException notHttp() {
    return new WireException(Outcome.NOT_OF_THIS_KIND, "the length of the answer is no number");
  }

  private WireException failure(IOException e) {
    synchronized (lock) {
      if (expired) {
        return new WireException(Outcome.TIMEOUT, "the answer had no end in time");
      }
      if (stopped) {
        return new WireException(Outcome.OTHER, "the request was stopped");
      }
    }
    return switch (e) {
      case WireException wire -> wire;
      case UnknownHostException unknown ->
          new WireException(Outcome.DNS, "the name of the host has no address");
      case SocketTimeoutException silence ->
          new WireException(Outcome.TIMEOUT, "the server was silent for too long");
      default ->
          observation.status == null
              ? new WireException(
                  Outcome.UNREACHABLE, "the connection was reset before there was an answer")
              : new WireException(Outcome.CUT, "the connection was reset within the answer");
    };
  }

  private Socket keep(Socket open) throws IOException {
    synchronized (lock) {
      socket = open;
      if (stopped || expired) {
        open.close();
        throw new IOException("stopped");
      }
    }
    return open;
  }

  private void close(boolean stop, boolean expire) {
    synchronized (lock) {
      stopped |= stop;
      expired |= expire;
      closeSocket();
    }
  }

  private void end() {
    Future<?> set = deadline;
    if (set != null) {
      set.cancel(false);
    }
    synchronized (lock) {
      closeSocket();
    }
  }

  private void closeSocket() {
    Socket open = socket;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (IOException e) {
      // It is of no use any more, however it ends.
      socket = null;
    }
  }

  /** The body, with its failures in our words; its end is the end of the connection. */
  private final class Watched extends InputStream {
    private final InputStream body;

    Watched(InputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int count = body.read(bytes, offset, length);
        if (count < 0) {
          end();
        }
        return count;
      } catch (IOException e) {
        WireException failure = failure(e);
        observation.failure = failure;
        end();
        throw failure;
      }
    }

    @Override
    public void close() {
      end();
    }
  }
}
