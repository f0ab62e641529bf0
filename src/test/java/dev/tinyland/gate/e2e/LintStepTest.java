package dev.tinyland.gate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.render.RunnerCommands.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that lints, from the inputs of the workflow to what the runner understood. */
@Tag("e2e")
class LintStepTest {
  private static final String CI = ".github/workflows/ci.yml";

  @TempDir Path workspace;
  @TempDir Path temp;

  @Test
  void a_repository_that_breaks_the_policy_fails_the_step() throws Exception {
    StepResult step = lint("readme").run();
    assertThat(step.exitCode()).as(step.log()).isEqualTo(1);
    assertThat(step.errors()).isEmpty();
    assertThat(step.output("verdict")).isEqualTo("refuted");
    assertThat(step.output("findings")).isEqualTo("3");
    assertThat(step.commands("error"))
        .extracting(LintStepTest::place)
        .containsExactly(CI + ":14", CI + ":22");
    assertThat(step.commands("warning"))
        .extracting(LintStepTest::place)
        .containsExactly(".github/actions/nix-job/action.yml:19");
    assertThat(step.commands("error").getFirst().data()).contains("ryanccn/attic-action@v0");
    assertThat(step.summary()).contains("attic-write-outside-probe", CI);
  }

  @Test
  void a_clean_repository_passes_it() throws Exception {
    StepResult step = lint("ok-quarantined").run();
    assertThat(step.exitCode()).as(step.log()).isZero();
    assertThat(step.errors()).isEmpty();
    assertThat(step.output("verdict")).isEqualTo("proven");
    assertThat(step.output("findings")).isEqualTo("0");
    assertThat(step.commands("error")).isEmpty();
    assertThat(step.commands("warning")).isEmpty();
    assertThat(step.summary()).isNotEmpty();
  }

  @Test
  void an_empty_workspace_is_no_proof() throws Exception {
    StepResult step = step().run();
    assertThat(step.exitCode()).as(step.log()).isEqualTo(3);
    assertThat(step.output("verdict")).isEqualTo("undecided");
    assertThat(step.log()).contains("nothing was looked at");
  }

  @Test
  void a_file_that_cannot_be_read_is_a_finding() throws Exception {
    StepResult step = lint("tab-for-indentation").run();
    assertThat(step.exitCode()).as(step.log()).isEqualTo(1);
    assertThat(step.commands("error")).extracting(LintStepTest::place).contains(CI + ":8");
    assertThat(step.output("findings")).isEqualTo("2");
  }

  @Test
  void inputs_arrive_by_name_whatever_its_case_and_with_its_hyphen() throws Exception {
    assertThat(lint("local-reference-broken").run().exitCode()).isZero();
    StepResult strict = step().with("Fail-On", "warning").run();
    assertThat(strict.exitCode()).as(strict.log()).isEqualTo(1);
    assertThat(strict.warnings()).isEmpty();
  }

  @Test
  void an_input_that_makes_no_sense_is_wrong_usage_and_judges_nothing() throws Exception {
    StepResult step = lint("ok-quarantined").with("fail-on", "sometimes").run();
    assertThat(step.exitCode()).as(step.log()).isEqualTo(2);
    assertThat(step.output("verdict")).isNotEqualTo("proven");
    assertThat(step.log()).contains("sometimes");
  }

  @Test
  void an_unknown_input_is_the_runners_to_warn_about() throws Exception {
    RunnerEmulator emulator = lint("ok-quarantined").with("profil", "downstream");
    assertThat(emulator.run().warnings().getFirst())
        .startsWith(
            "Unexpected input(s) 'profil', valid inputs are ['entryPoint', 'args', 'command'");
  }

  @Test
  void a_path_of_the_runner_is_one_of_the_container() throws Exception {
    StepResult step =
        lint("readme").with("paths", workspace.resolve(".github/workflows").toString()).run();
    assertThat(step.exitCode()).as(step.log()).isEqualTo(1);
    assertThat(step.commands("error")).extracting(LintStepTest::place).contains(CI + ":14");
  }

  @Test
  void more_is_found_than_the_runner_shows() throws Exception {
    Path workflows = Files.createDirectories(workspace.resolve(".github/workflows"));
    for (int i = 0; i < 30; i++) {
      Files.writeString(
          workflows.resolve("w" + i + ".yml"),
          "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: attic push main result\n");
    }
    StepResult step = step().run();
    assertThat(step.output("findings")).isEqualTo("30");
    assertThat(step.commands("error")).hasSizeLessThanOrEqualTo(10);
    assertThat(step.commands("error").getLast().data()).containsPattern("2[0-9]|more");
  }

  @Test
  void nothing_else_is_written() throws Exception {
    RunnerEmulator emulator = lint("readme");
    List<String> before = Fixtures.filesBelow(workspace);
    StepResult step = emulator.run();
    assertThat(Fixtures.filesBelow(workspace)).isEqualTo(before);
    assertThat(step.environment()).isEmpty();
    assertThat(step.path()).isEmpty();
    assertThat(step.masks()).isEmpty();
    assertThat(Fixtures.filesBelow(temp)).hasSize(6);
  }

  private RunnerEmulator lint(String fixture) throws IOException {
    Fixtures.checkout(fixture, workspace);
    return step();
  }

  private RunnerEmulator step() throws IOException {
    Path files = Files.createTempDirectory(temp, "step");
    return new RunnerEmulator(Engine.found(), workspace, files);
  }

  private static String place(Command command) {
    return command.properties().get("file") + ":" + command.properties().get("line");
  }
}
