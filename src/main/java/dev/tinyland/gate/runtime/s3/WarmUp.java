package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.runtime.evidence.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import javax.crypto.Mac;

/**
 * Makes ready what the first requests need, while the options are read and the cluster is looked
 * at: the providers of signatures and random numbers, JSON with its tables of large numbers, the
 * names of months. Such first times are a fifth of a short check.
 */
public final class WarmUp {
  private WarmUp() {}

  /** Begins, and does not wait: what is not ready is made ready by whoever needs it first. */
  public static void begin() {
    Thread.ofPlatform().daemon().name("warm-up").start(WarmUp::run);
  }

  private static void run() {
    try {
      Mac.getInstance("HmacSHA256");
      UUID.randomUUID();
      byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
      Sha256.of(nothing);
      StateBody.read(new ByteArrayInputStream(nothing));
      ZonedDateTime.parse("Sat, 21 Nov 2026 05:00:00 GMT", DateTimeFormatter.RFC_1123_DATE_TIME);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
