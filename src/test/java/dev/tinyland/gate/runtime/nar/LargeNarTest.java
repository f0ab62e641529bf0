package dev.tinyland.gate.runtime.nar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive may be larger than the memory, which is 48 MiB of heap. */
class LargeNarTest {
  private static final int BLOCK = 1 << 20;
  private static final int TIMES = 200;

  @TempDir Path folder;

  @Test
  void an_archive_of_200_mebibytes_is_streamed() throws Exception {
    Path file = folder.resolve("nar");
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] block = new byte[BLOCK];
    new Random(7).nextBytes(block);
    java.util.Arrays.fill(block, BLOCK / 8, BLOCK, (byte) 'x');
    try (OutputStream out = Compressors.over("zstd", Files.newOutputStream(file))) {
      Nar.large(new DigestOutputStream(out, digest), block, TIMES);
    }
    Sample sample = Sample.random(1, 1).compressed("zstd");
    String info =
        sample
            .narInfo()
            .replaceAll("NarHash: .*", "NarHash: sha256:" + NixBase32.encode(digest.digest()))
            .replaceAll("NarSize: .*", "NarSize: " + (112L + (long) BLOCK * TIMES));
    try (CacheServer server = new CacheServer()) {
      server.on("/main/" + sample.hash + ".narinfo", CacheServer.ok("text/x-nix-narinfo", info));
      server.on(
          sample.bodyPath(),
          exchange -> {
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
          });
      assertThat(run(server.cache(), sample.hash))
          .contains("Proven[nar-intact] " + (112L + (long) BLOCK * TIMES) + " bytes");
    }
  }

  private static String run(String cache, String hash) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeNar.class.getName(),
                cache,
                hash)
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), UTF_8);
    child.waitFor();
    return output;
  }
}
