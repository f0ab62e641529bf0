package dev.tinyland.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.artifact.RecordingServer;
import dev.tinyland.gate.testing.FileCommandReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is cancelled while it uploads: the runner sends a signal and waits a few seconds. */
class InterruptedUploadTest {
  @TempDir Path workspace;
  @TempDir Path runner;

  @Test
  void what_was_found_is_there_and_nothing_half_done() throws IOException, InterruptedException {
    Path workflow = workspace.resolve(".github/workflows/ci.yml");
    Files.createDirectories(workflow.getParent());
    Files.writeString(
        workflow,
        "on: pull_request\njobs: {b: {runs-on: u, steps: [{run: attic push main result}]}}\n");
    CountDownLatch uploading = new CountDownLatch(1);
    try (RecordingServer server = RecordingServer.start()) {
      server.on("block", server.silentAfter(uploading::countDown));
      Process process = start(server);
      assertThat(uploading.await(1, TimeUnit.MINUTES)).isTrue();
      process.destroy();
      assertThat(process.waitFor(7, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(runner.resolve("log"))
          .content()
          .contains(
              "::warning title=gate::interrupted; what was found stays in gate-reports/gate\n");
    }
    assertThat(FileCommandReader.read(Files.readString(runner.resolve("outputs"))))
        .containsEntry("verdict", "refuted");
    assertThat(Files.readString(runner.resolve("summary.md"))).contains("1 error");
    try (var files = Files.list(workspace.resolve("gate-reports/gate"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("report.json", "report.md", "report.sarif");
    }
  }

  private Process start(RecordingServer server) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.tinyland.gate.Main"))
            .directory(workspace.toFile())
            .redirectErrorStream(true)
            .redirectOutput(runner.resolve("log").toFile());
    Map<String, String> environment = builder.environment();
    environment.putAll(server.environment());
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", workspace.toString());
    environment.put("GITHUB_OUTPUT", runner.resolve("outputs").toString());
    environment.put("GITHUB_STEP_SUMMARY", runner.resolve("summary.md").toString());
    environment.put("INPUT_ARTIFACT", "gate");
    return builder.start();
  }
}
