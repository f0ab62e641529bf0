package dev.tinyland.gate.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gate.lane.Lane.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/lane.md and lane/action.yml say is so. */
class LaneDocumentTest {
  private static final Path PAGE = Lane.SOURCES.resolve("docs/lane.md");
  private static final String BLOCK = "\n```sh\n";

  @TempDir Path root;

  @Test
  void the_commands_put_an_archive_where_it_is_found() throws IOException {
    Lane lane = new Lane(Files.createDirectory(root.resolve("lane")));
    Archive archive = Archive.of(root, "none", "#!/bin/sh\nexit 0\n");
    Path downloads = Files.createDirectories(root.resolve("downloads/release"));
    String name = "gate-9.9.9-linux-x64.tar.gz";
    Files.write(downloads.resolve(name), archive.content());
    String elsewhere = "0".repeat(64) + "  gate-9.9.9-linux-arm64.tar.gz\n";
    Files.writeString(
        downloads.resolve("SHA256SUMS"), elsewhere + archive.sha256() + "  " + name + "\n");

    Path script = root.resolve("commands.sh");
    Files.writeString(script, "RUNNER_TOOL_CACHE=" + lane.cache() + "\n" + commands());
    Tools.run(root.resolve("downloads"), "sh", "-eu", script.toString());

    try (ReleaseServer server = new ReleaseServer(ReleaseServer.status(404))) {
      Run run = lane.released(archive, server).run();
      assertThat(run.log().getFirst())
          .isEqualTo("gate: archive 9.9.9, found in " + lane.place(archive).getParent());
      assertThat(run.code()).isZero();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_released_archive_is_named_with_its_checksum_and_size() throws IOException {
    JsonNode release =
        new ObjectMapper().readTree(Lane.SOURCES.resolve("lane/release.json").toFile());
    assertThat(release.path("version").isTextual()).isTrue();
    assertThat(release.path("archives").isObject()).isTrue();
    for (JsonNode archive : release.path("archives")) {
      assertThat(archive.path("asset").textValue()).endsWith(".tar.gz");
      assertThat(archive.path("sha256").textValue()).matches("[0-9a-f]{64}");
      assertThat(archive.path("bytes").longValue()).isPositive();
    }
  }

  @Test
  void the_action_starts_the_launcher_with_node() throws IOException {
    List<String> lines = Files.readAllLines(Lane.SOURCES.resolve("lane/action.yml"));
    assertThat(lines).endsWith("runs:", "  using: node24", "  main: launch.mjs");
    assertThat(Lane.SOURCES.resolve("lane/launch.mjs")).exists();
  }

  /** The page's only block of commands, for the version that the tests have. */
  private static String commands() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf(BLOCK) + BLOCK.length();
    assertThat(start).isEqualTo(page.lastIndexOf(BLOCK) + BLOCK.length());
    return page.substring(start, page.indexOf("\n```", start)).replace("0.1.0", "9.9.9");
  }
}
