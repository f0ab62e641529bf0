package dev.tinyland.gate.artifact;

import static dev.tinyland.gate.artifact.RecordingServer.json;
import static dev.tinyland.gate.artifact.RecordingServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.artifact.RecordingServer.Answer;
import dev.tinyland.gate.artifact.UploadResult.Uploaded;
import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.report.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our requests are those of GitHub's own client (npm @actions/artifact 6.2.1) for the same files,
 * field by field. The recording is made by src/test/artifact-oracle/run, which needs Node; this
 * test does not.
 */
class ArtifactOracleTest {
  private static final Path RESOURCES = Path.of("src/test/resources/artifact");
  private static final Path REPORT = RESOURCES.resolve("report");

  @TempDir Path scratch;

  /**
   * The only headers that differ: each program names itself, and Node's says that the connection is
   * kept, which HTTP/1.1 says anyway. Of a zip, NormalRequests compares the entries with their
   * sizes and checksums, and not the compressed bytes: two programs made them.
   */
  static Map<String, Object> withoutDifferences(Map<String, Object> headers) {
    Map<String, Object> rest = new TreeMap<>(headers);
    assertThat(rest.remove("user-agent"))
        .isIn(
            "gate/" + Version.text(),
            "@actions/artifact-6.2.1",
            "azsdk-js-azure-storage-blob/12.32.0");
    Object connection = rest.remove("connection");
    assertThat(connection == null || connection.equals("keep-alive")).isTrue();
    return rest;
  }

  @Test
  void a_folder() throws IOException {
    compare("folder", Map.of(), trial -> trial.folder("gate-report", REPORT, null));
    compare("folder-retention", Map.of(), trial -> trial.folder("gate-report", REPORT, 7));
    compare("folder-retention-capped", Map.of(), trial -> trial.folder("gate-report", REPORT, 90));
  }

  @Test
  void a_file() throws IOException {
    Path file = Files.writeString(scratch.resolve("any"), "{\"findings\":[]}\n");
    compare("file", Map.of(), trial -> trial.file("report.json", file));
  }

  @Test
  void a_file_of_several_blocks() throws IOException {
    byte[] pattern = new byte[20 << 20];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (byte) (i * 31 + (i >> 16));
    }
    Path file = Files.write(scratch.resolve("large.bin"), pattern);
    compare("file-large", Map.of(), trial -> trial.file("large.bin", file));
  }

  @Test
  void an_empty_file() throws IOException {
    Path file = Files.writeString(scratch.resolve("empty.txt"), "");
    compare("file-empty", Map.of(), trial -> trial.file("empty.txt", file));
  }

  @Test
  void failures_that_pass() throws IOException {
    Path file = Files.writeString(scratch.resolve("any"), "{\"findings\":[]}\n");
    compare(
        "create-500",
        Map.of("create", List.of(json(500, "{\"msg\":\"not now\"}"))),
        trial -> trial.file("report.json", file));
    compare(
        "block-503",
        Map.of("block", List.of(text(503, ""), text(500, ""))),
        trial -> trial.file("report.json", file));
  }

  private static void compare(
      String name, Map<String, List<Answer>> faults, Function<Trial, UploadResult> upload)
      throws IOException {
    try (RecordingServer server = RecordingServer.start()) {
      faults.forEach((kind, answers) -> server.on(kind, answers.toArray(new Answer[0])));
      assertThat(upload.apply(new Trial(server))).isInstanceOf(Uploaded.class);
      assertThat(NormalRequests.of(server.requests())).isEqualTo(recorded(name));
    }
  }

  private static List<String> recorded(String name) throws IOException {
    return Files.readAllLines(RESOURCES.resolve("npm-requests.jsonl")).stream()
        .map(line -> (Map<?, ?>) JsonReader.read(line))
        .filter(line -> name.equals(line.get("case")))
        .map(NormalRequests::recorded)
        .toList();
  }
}
