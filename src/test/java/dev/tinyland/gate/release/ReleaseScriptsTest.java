package dev.tinyland.gate.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts below {@code src/build/release}, run on a copy of what they change. */
class ReleaseScriptsTest {
  private static final Path SCRIPTS = Path.of("src/build/release").toAbsolutePath();
  private static final String IMAGE =
      "ghcr.io/gloriousflywheel/gate-action@sha256:" + "0123456789abcdef".repeat(4);

  /** Of the five bytes {@code hello}. */
  private static final String HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir Path root;
  @TempDir Path archives;

  private record Run(int code, String output) {}

  @BeforeEach
  void copy() throws IOException {
    Files.copy(Path.of("action.yml"), root.resolve("action.yml"));
    Files.createDirectories(root.resolve("lane"));
    Files.writeString(root.resolve("lane/release.json"), "{}");
  }

  private Run run(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GATE_ROOT", root.toString());
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return new Run(process.waitFor(), output);
  }

  @Test
  void image_and_archives_are_named_by_digest() throws IOException, InterruptedException {
    Files.writeString(archives.resolve("gate-0.1.0-linux-x64.tar.gz"), "hello");
    Files.writeString(archives.resolve("gate-0.1.0-linux-arm64.tar.gz"), "other");
    Files.writeString(archives.resolve("gate-0.1.0.cdx.json"), "{}");
    assertThat(run("stamp", "0.1.0", IMAGE, archives.toString())).isEqualTo(new Run(0, ""));
    assertThat(root.resolve("action.yml"))
        .content()
        .isEqualTo(
            Files.readString(Path.of("action.yml"))
                .replace("image: Dockerfile", "image: docker://" + IMAGE));
    assertThat(JsonReader.read(Files.readString(root.resolve("lane/release.json"))))
        .extracting("version", "archives.linux-x64")
        .containsExactly(
            "0.1.0", Map.of("asset", "gate-0.1.0-linux-x64.tar.gz", "sha256", HELLO, "bytes", 5.0));
    assertThat(archives.resolve("SHA256SUMS"))
        .content()
        .contains(HELLO + "  gate-0.1.0-linux-x64.tar.gz\n")
        .contains("gate-0.1.0-linux-arm64.tar.gz")
        .contains("gate-0.1.0.cdx.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghcr.io/gloriousflywheel/gate-action:v0",
        "ghcr.io/gloriousflywheel/gate-action@sha256:0123",
        "x|y@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void an_image_without_a_digest_is_not_released(String image)
      throws IOException, InterruptedException {
    Files.writeString(archives.resolve("gate-0.1.0-linux-x64.tar.gz"), "hello");
    Run run = run("stamp", "0.1.0", image, archives.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output()).contains("no image with a digest");
    assertThat(root.resolve("action.yml")).hasSameTextualContentAs(Path.of("action.yml"));
  }

  @Test
  void a_release_without_an_archive_is_none() throws IOException, InterruptedException {
    Files.writeString(archives.resolve("gate-0.2.0-linux-x64.tar.gz"), "hello");
    Run run = run("stamp", "0.1.0", IMAGE, archives.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.output()).contains("there is no archive of version 0.1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0.1", "v0.1.0", "0.1.0.1", "0.1.", "0..1", "9.9.9"})
  void a_commit_of_another_version_is_not_released(String version)
      throws IOException, InterruptedException {
    assertThat(run("check", version).code()).isEqualTo(1);
  }
}
