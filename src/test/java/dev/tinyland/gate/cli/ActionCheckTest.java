package dev.tinyland.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lab.Incident;
import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.render.RunnerCommands;
import dev.tinyland.gate.testing.CommandRun;
import dev.tinyland.gate.testing.FileCommandReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of the state path as a step of a workflow, against the lab. */
class ActionCheckTest {
  @TempDir static Path place;
  private static Lab lab;

  @TempDir Path workspace;
  @TempDir Path runner;

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(place.resolve("lab"));
  }

  @AfterAll
  static void stop() throws IOException {
    lab.close();
  }

  private CommandRun run(String... inputs) throws IOException {
    Files.deleteIfExists(runner.resolve("outputs"));
    Map<String, String> environment = new HashMap<>(lab.environment());
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", workspace.toString());
    environment.put("GITHUB_OUTPUT", runner.resolve("outputs").toString());
    environment.put("GITHUB_STEP_SUMMARY", runner.resolve("summary.md").toString());
    environment.put("INPUT_PAUSE", "0s");
    for (int i = 0; i < inputs.length; i += 2) {
      environment.put("INPUT_" + inputs[i], inputs[i + 1]);
    }
    return CommandRun.in(environment, InputStream.nullInputStream());
  }

  private Map<String, String> outputs() throws IOException {
    return FileCommandReader.read(Files.readString(runner.resolve("outputs")));
  }

  private static List<RunnerCommands.Command> errors(CommandRun run) {
    return RunnerCommands.read(run.out()).stream()
        .filter(command -> command.name().equals("error"))
        .toList();
  }

  @Test
  void two_checks_of_one_job_keep_a_folder_each() throws IOException {
    String deep = "tofu-state-authority-deep-check";
    CommandRun first = run("COMMAND", deep, "STACK", "attic");
    assertThat(first.code()).as(first.out() + first.err()).isZero();
    assertThat(errors(first)).isEmpty();
    assertThat(outputs())
        .isEqualTo(Map.of("verdict", "proven", "evidence", "gate-reports/" + deep));
    CommandRun second = run("COMMAND", deep, "STACK", "attic", "LAST", "gate-reports/" + deep);
    assertThat(second.code()).as(second.out() + second.err()).isZero();
    assertThat(outputs()).containsEntry("evidence", "gate-reports/" + deep + "-2");
    assertThat(workspace.resolve("gate-reports/" + deep + "-2/summary.md")).exists();
    assertThat(Files.readString(runner.resolve("summary.md"))).contains(deep + " attic");
  }

  @Test
  void red_and_undecided_are_told_apart() throws IOException {
    lab.incident(Incident.DIVERGENCE);
    try {
      CommandRun red = run("COMMAND", "tofu-state-ha-readiness", "EXPECT-INTERIM", "true");
      assertThat(red.code()).isEqualTo(1);
      assertThat(outputs()).containsEntry("verdict", "refuted");
      assertThat(errors(red)).hasSize(1);
      assertThat(errors(red).getFirst().data())
          .startsWith("tofu-state-ha-readiness --expect-interim is refuted: ")
          .contains("bucket-index-divergence, bucket tofu-state: ");
      lab.incident(Incident.NOT_S3);
      CommandRun undecided = run("COMMAND", "rustfs-bucket-index-rca", "BUCKET", "attic");
      assertThat(undecided.code()).isEqualTo(3);
      assertThat(outputs()).containsEntry("verdict", "undecided");
      assertThat(errors(undecided).getFirst().data()).contains("is undecided: unreachable/not-s3");
    } finally {
      lab.incident(Incident.NONE);
    }
  }

  /**
   * The disk of the runner is full, or somebody tidies up: what was seen is evidence all the same.
   */
  @Test
  void a_check_that_cannot_keep_its_evidence_says_where_the_first_part_of_it_is()
      throws IOException {
    Path kept = workspace.resolve("gate-reports/tofu-state-ha-readiness");
    lab.s3Fault((request, out) -> {
      if (Files.isDirectory(kept.resolve("evidence"))) {
        Files.move(kept.resolve("evidence"), kept.resolve("moved"));
      }
      return false;
    });
    try {
      CommandRun run = run("COMMAND", "tofu-state-ha-readiness");
      assertThat(run.code()).as(run.out()).isEqualTo(2);
      assertThat(errors(run)).isNotEmpty();
      assertThat(outputs())
          .isEqualTo(
              Map.of("verdict", "undecided", "evidence", "gate-reports/tofu-state-ha-readiness"));
      try (Stream<Path> files = Files.list(kept.resolve("moved"))) {
        assertThat(files).isNotEmpty();
      }
    } finally {
      lab.s3Fault((request, out) -> false);
    }
  }
}
