package dev.tinyland.gate.runtime.nar;

import java.io.IOException;

/** A cache on loopback with one path, for tests of what stands above the check. */
public final class TestCache implements AutoCloseable {
  private final CacheServer server = new CacheServer();
  private final Sample sample = Sample.random(7, 40_000).compressed("zstd").on(server);

  public TestCache() throws IOException {}

  public String url() {
    return server.cache();
  }

  public String hash() {
    return sample.hash;
  }

  /**
   * From now on the body ends in its middle, as Nix reports as {@code Transferred a partial file}.
   */
  public void cutBodies() {
    byte[] half = java.util.Arrays.copyOf(sample.body(), sample.body().length / 2);
    server.on(sample.bodyPath(), CacheServer.announcing(sample.body().length, half));
  }

  @Override
  public void close() {
    server.close();
  }
}
