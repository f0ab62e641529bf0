package dev.tinyland.gate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gate.artifact.RecordingServer;
import dev.tinyland.gate.github.FakeGithub;
import dev.tinyland.gate.runtime.nar.TestCache;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that a step writes into the workspace, for the steps after it. */
@Tag("e2e")
class ReportFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String FOLDER = "gate-reports/gate";

  @TempDir Path workspace;
  @TempDir Path temp;

  @BeforeEach
  void check_out() throws Exception {
    Fixtures.checkout("readme", workspace);
  }

  @Test
  void each_format_goes_to_the_file_that_is_named_for_it() throws Exception {
    StepResult step = step().with("output", "sarif=gate.sarif\njson=reports/gate.json\n").run();
    assertThat(step.exitCode()).as(step.log()).isEqualTo(1);
    JsonNode sarif = JSON.readTree(workspace.resolve("gate.sarif").toFile());
    assertThat(sarif.get("version").asText()).isEqualTo("2.1.0");
    assertThat(sarif.at("/runs/0/results")).hasSize(3);
    JsonNode report = JSON.readTree(workspace.resolve("reports/gate.json").toFile());
    assertThat(report.get("schema").asText()).isEqualTo("gate.lint/1");
    assertThat(step.output("report")).isEqualTo("reports/gate.json");
  }

  @Test
  void they_belong_to_whom_the_workspace_belongs_to() throws Exception {
    StepResult step = step().with("output", "sarif=gate.sarif\njson=reports/gate.json\n").run();
    assertThat(step.exitCode()).as(step.log()).isEqualTo(1);
    for (String written : new String[] {"gate.sarif", "reports", "reports/gate.json"}) {
      assertThat(StepFiles.owner(workspace.resolve(written)))
          .as(written)
          .isEqualTo(StepFiles.owner(workspace));
    }
  }

  @Test
  void an_artifact_that_nobody_takes_stays_in_the_workspace() throws Exception {
    StepResult step = step().with("artifact", "gate").run();
    assertThat(step.exitCode()).as(step.log()).isEqualTo(1);
    assertThat(Fixtures.filesBelow(workspace.resolve(FOLDER)))
        .containsExactly("report.json", "report.md", "report.sarif");
    assertThat(StepFiles.owner(workspace.resolve(FOLDER))).isEqualTo(StepFiles.owner(workspace));
    assertThat(step.output("report")).isEqualTo(FOLDER + "/report.json");
    // The runner handed no token in, which is no failure.
    assertThat(step.commands("warning").getLast().data()).endsWith("stays in " + FOLDER);
  }

  @Test
  void an_artifact_is_uploaded_from_inside_of_the_container() throws Exception {
    try (RecordingServer server = RecordingServer.start()) {
      // The server is on this machine's loopback.
      RunnerEmulator emulator = step().with("artifact", "gate").runOption("--network=host");
      server.environment().forEach(emulator::variable);
      StepResult step = emulator.run();
      assertThat(step.exitCode()).as(step.log()).isEqualTo(1);
      assertThat(step.log()).contains("artifact gate-1, id 4242: ");
      assertThat(server.requests("create")).hasSize(1);
      assertThat(server.requests("block")).isNotEmpty();
      assertThat(server.requests("finalize")).hasSize(1);
      assertThat(step.masks()).isNotEmpty();
    }
  }

  @Test
  void a_check_run_is_published_from_inside_of_the_container() throws Exception {
    try (FakeGithub github = new FakeGithub()) {
      RunnerEmulator emulator =
          step()
              .with("check-run", "gate")
              .with("token", FakeGithub.TOKEN)
              .runOption("--network=host");
      github.environment().forEach(emulator::variable);
      StepResult step = emulator.run();
      assertThat(step.exitCode()).as(step.log()).isEqualTo(1);
      assertThat(step.log()).contains("check run: https://github.com/tinyland/app/");
      assertThat(github.checkRunsPosted()).hasSize(1);
      assertThat(step.masks()).contains(FakeGithub.TOKEN);
    }
  }

  @Test
  void a_check_of_a_cache_runs_inside_of_the_container() throws Exception {
    try (TestCache cache = new TestCache()) {
      StepResult step =
          step()
              .with("command", "attic-nar-integrity-check")
              .with("cache", cache.url())
              .with("store-hash", cache.hash())
              .runOption("--network=host")
              .run();
      assertThat(step.exitCode()).as(step.log()).isZero();
      assertThat(step.outputs())
          .containsEntry("verdict", "proven")
          .containsEntry("evidence", "gate-reports/attic-nar-integrity-check");
      assertThat(step.log()).doesNotContain("WARNING");
      assertThat(workspace.resolve("gate-reports/attic-nar-integrity-check/manifest.json"))
          .exists();
    }
  }

  private RunnerEmulator step() throws Exception {
    return new RunnerEmulator(Engine.found(), workspace, Files.createTempDirectory(temp, "step"));
  }
}
