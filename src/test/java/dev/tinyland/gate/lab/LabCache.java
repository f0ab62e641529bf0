package dev.tinyland.gate.lab;

import dev.tinyland.gate.runtime.nar.CacheServer;
import dev.tinyland.gate.runtime.nar.CacheServer.Answer;
import dev.tinyland.gate.runtime.nar.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A binary cache with one signed store path, whose body is cut during its incident. */
final class LabCache implements AutoCloseable {
  private static final int BYTES = 4 << 20;

  private final CacheServer server = new CacheServer();
  private final Sample sample = Sample.random(11, BYTES).compressed("zstd");
  private final Sample.Keys keys = Sample.Keys.make();

  LabCache(Path incident) throws IOException {
    sample.on(server, "Sig: " + keys.sign(sample.fingerprint()) + "\n");
    byte[] body = sample.body();
    Answer whole = CacheServer.bytes(body);
    Answer half = CacheServer.announcing(body.length, Arrays.copyOf(body, body.length / 2));
    server.on(
        sample.bodyPath(),
        exchange -> {
          boolean cut = Incident.in(incident) == Incident.TRUNCATED_NAR;
          (cut ? half : whole).to(exchange);
        });
  }

  CacheServer server() {
    return server;
  }

  String url() {
    return server.cache();
  }

  String hash() {
    return sample.hash;
  }

  String publicKey() {
    return keys.text();
  }

  @Override
  public void close() {
    server.close();
  }
}
