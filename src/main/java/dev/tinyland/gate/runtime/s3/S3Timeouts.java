package dev.tinyland.gate.runtime.s3;

import java.time.Duration;

/**
 * How long to wait for a server.
 *
 * @param connect for the address of a host, a connection and its handshake, each
 * @param silence the longest time without a byte of the answer
 * @param request for a request and the whole of its answer
 */
public record S3Timeouts(Duration connect, Duration silence, Duration request) {
  /** As in production. */
  public static S3Timeouts standard() {
    return new S3Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }
}
