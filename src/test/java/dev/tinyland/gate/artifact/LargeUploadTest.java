package dev.tinyland.gate.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is uploaded may be larger than the memory, which is 48 MiB of heap. */
class LargeUploadTest {
  private static final long FILE = 80L << 20;
  private static final long SPARSE = 200L << 20;
  private static final int RANDOM = 24 << 20;

  @TempDir Path folder;
  private RecordingServer server;

  @BeforeEach
  void start() throws IOException {
    server = RecordingServer.withoutBlocks();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_file_is_streamed() throws Exception {
    assertThat(run("file", sparse(FILE)))
        .contains("Uploaded[name=large-1.bin, id=4242, bytes=" + FILE);
    assertThat(server.requests("block")).hasSize(10);
  }

  @Test
  void a_folder_is_streamed() throws Exception {
    sparse(SPARSE);
    byte[] random = new byte[RANDOM];
    new Random(3).nextBytes(random);
    Files.write(folder.resolve("random.bin"), random);
    assertThat(run("folder", folder)).contains("Uploaded[name=large-1, id=4242");
    assertThat(server.requests("block")).hasSize(4);
    assertThat(server.requests("block").getFirst().header("content-length")).isEqualTo("8388608");
  }

  /** A file of zeros that takes no room. */
  private Path sparse(long bytes) throws IOException {
    Path path = folder.resolve("sparse.bin");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(bytes);
    }
    return path;
  }

  private String run(String form, Path path) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeUpload.class.getName(),
                form,
                server.origin(),
                path.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), UTF_8);
    child.waitFor();
    return output;
  }
}
