package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Sends the same bytes to everybody who asks anything, and closes the connection. */
final class RawServer implements AutoCloseable {
  /** The first byte of a client that speaks TLS, who would never send the end of a head. */
  private static final int TLS_HANDSHAKE = 0x16;

  private final ServerSocket socket;

  RawServer(byte[] answer) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(() -> serve(answer));
  }

  static RawServer of(String head, byte[] body) throws IOException {
    byte[] start = head.getBytes(ISO_8859_1);
    byte[] both = java.util.Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, both, start.length, body.length);
    return new RawServer(both);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve(byte[] answer) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        if (in.read() == TLS_HANDSHAKE) {
          in.skipNBytes(in.available());
        } else {
          readHead(in);
        }
        connection.getOutputStream().write(answer);
      } catch (IOException e) {
        // The client has gone, or the test is over.
      }
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int ends = 0;
    for (int c = in.read(); c >= 0 && ends < 4; c = ends == 4 ? -1 : in.read()) {
      ends = c == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
