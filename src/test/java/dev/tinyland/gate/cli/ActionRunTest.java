package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinyland.gate.artifact.RecordedRequest;
import dev.tinyland.gate.artifact.RecordingServer;
import dev.tinyland.gate.github.FakeGithub;
import dev.tinyland.gate.render.RunnerCommands;
import dev.tinyland.gate.testing.CommandRun;
import dev.tinyland.gate.testing.FileCommandReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step of a workflow leaves: log, summary, outputs, files. */
class ActionRunTest {
  private static final String STEP = "      - run: attic push main result\n";
  private static final String WRITES =
      "on: pull_request\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n" + STEP;

  @TempDir Path workspace;
  @TempDir Path runner;

  private CommandRun run(String... inputs) {
    return run(Map.of(), inputs);
  }

  private CommandRun run(Map<String, String> more, String... inputs) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", workspace.toString());
    environment.put("GITHUB_OUTPUT", runner.resolve("outputs").toString());
    environment.put("GITHUB_STEP_SUMMARY", runner.resolve("summary.md").toString());
    environment.put("GITHUB_RUN_ATTEMPT", "2");
    for (int i = 0; i < inputs.length; i += 2) {
      environment.put("INPUT_" + inputs[i], inputs[i + 1]);
    }
    return CommandRun.in(environment, InputStream.nullInputStream());
  }

  private Map<String, String> outputs() throws IOException {
    return FileCommandReader.read(Files.readString(runner.resolve("outputs")));
  }

  private String summary() throws IOException {
    return Files.readString(runner.resolve("summary.md"));
  }

  private void workflow(String name, String text) throws IOException {
    Path file = workspace.resolve(".github/workflows").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> names(CommandRun run) {
    return RunnerCommands.read(run.out()).stream().map(RunnerCommands.Command::name).toList();
  }

  @Test
  void a_finding_becomes_an_annotation_a_folded_report_a_summary_and_outputs() throws IOException {
    workflow("ci.yml", WRITES);
    Files.writeString(runner.resolve("summary.md"), "of an earlier action\n");
    CommandRun run = run();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(names(run)).containsExactly("error", "group", "endgroup");
    RunnerCommands.Command error = RunnerCommands.read(run.out()).getFirst();
    assertThat(error.properties())
        .containsEntry("file", ".github/workflows/ci.yml")
        .containsEntry("line", "6")
        .containsEntry("title", "attic-write-on-pull-request");
    assertThat(run.out()).contains("::group::The full report\nerror[attic-write-on-pull-request]");
    assertThat(summary()).startsWith("of an earlier action\n## gate: 1 error\n");
    assertThat(outputs()).isEqualTo(Map.of("verdict", "refuted", "findings", "1", "report", ""));
  }

  /** The checks have an option of that name too, which is no file. */
  @Test
  void the_context_of_eval_is_a_file_of_the_workspace() throws IOException {
    Files.writeString(workspace.resolve("context.json"), "{\"github\":{\"ref\":\"here\"}}");
    CommandRun run = run("COMMAND", "eval", "EXPRESSION", "github.ref", "CONTEXT", "context.json");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("here");
  }

  @Test
  void a_clean_checkout_folds_nothing() throws IOException {
    workflow("ci.yml", "on: push\njobs: {b: {runs-on: u, steps: [{run: nix build}]}}\n");
    CommandRun run = run();
    assertThat(run.code()).isZero();
    assertThat(names(run)).isEmpty();
    assertThat(run.out()).startsWith("no findings");
    assertThat(outputs()).containsEntry("verdict", "proven").containsEntry("findings", "0");
  }

  @Test
  void where_there_is_nothing_to_see_nothing_is_proved() throws IOException {
    CommandRun run = run();
    assertThat(run.code()).isEqualTo(3);
    assertThat(outputs()).containsEntry("verdict", "undecided");
  }

  @Test
  void wrong_inputs_are_annotations_and_leave_no_verdict() {
    CommandRun run = run("PROFIL", "x", "FAIL-ON", "fatal");
    assertThat(run.code()).isEqualTo(2);
    assertThat(names(run)).containsExactly("error", "error");
    assertThat(run.err()).isEmpty();
    assertThat(runner.resolve("outputs")).doesNotExist();
  }

  @Test
  void the_worst_nine_are_annotated_and_the_tenth_says_where_the_rest_is() throws IOException {
    workflow("ci.yml", WRITES + STEP.repeat(11));
    CommandRun run = run();
    List<RunnerCommands.Command> errors =
        RunnerCommands.read(run.out()).stream().filter(c -> c.name().equals("error")).toList();
    assertThat(errors).hasSize(10);
    assertThat(errors.getLast().data())
        .isEqualTo(
            "3 more errors are not annotated here; `The full report` in the log of this step lists"
                + " them all");
    assertThat(run("ARTIFACT", "gate").out()).contains("the artifact `gate-2` lists them all");
  }

  @Test
  void reports_go_into_files_of_the_workspace() throws IOException {
    workflow("ci.yml", WRITES);
    CommandRun run = run("OUTPUT", "sarif=out/gate.sarif\njson=out/deep/gate.json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(workspace.resolve("out/gate.sarif")).content().contains("2.1.0");
    assertThat(outputs()).containsEntry("report", "out/deep/gate.json");
    assertThat(workspace.resolve("out")).isDirectoryNotContaining("glob:**.unfinished");
  }

  @Test
  void an_artifact_is_made_of_a_folder_that_stays_where_it_cannot_be_uploaded() throws IOException {
    workflow("ci.yml", WRITES);
    CommandRun run = run("ARTIFACT", "gate");
    assertThat(run.code()).isEqualTo(1);
    assertThat(names(run)).endsWith("warning");
    Path folder = workspace.resolve("gate-reports/gate");
    assertThat(folder)
        .isDirectoryContaining("glob:**/report.json")
        .isDirectoryContaining("glob:**/report.sarif")
        .isDirectoryContaining("glob:**/report.md");
    assertThat(outputs()).containsEntry("report", "gate-reports/gate/report.json");
  }

  @Test
  void the_folder_is_uploaded_where_the_runner_lets_us() throws IOException {
    workflow("ci.yml", WRITES);
    try (RecordingServer server = RecordingServer.start()) {
      CommandRun run = run(server.environment(), "ARTIFACT", "gate");
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains("\nartifact gate-2, id 4242: ");
      assertThat(names(run)).contains("add-mask").doesNotContain("warning");
      ByteArrayOutputStream zip = new ByteArrayOutputStream();
      for (RecordedRequest block : server.requests("block")) {
        zip.write(block.body());
      }
      Map<String, String> files = new TreeMap<>();
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
        }
      }
      assertThat(files).containsOnlyKeys("report.json", "report.md", "report.sarif");
      assertThat(files.get("report.json"))
          .isEqualTo(Files.readString(workspace.resolve("gate-reports/gate/report.json")));
    }
  }

  @Test
  void an_upload_that_fails_changes_no_verdict() throws IOException {
    workflow("ci.yml", "on: push\njobs: {b: {runs-on: u, steps: [{run: nix build}]}}\n");
    try (RecordingServer server = RecordingServer.start()) {
      server.on(
          "create",
          RecordingServer.json(
              409, "{\"code\":\"already_exists\",\"msg\":\"an artifact with this name exists\"}"));
      CommandRun run = run(server.environment(), "ARTIFACT", "gate");
      assertThat(run.code()).isZero();
      assertThat(RunnerCommands.read(run.out()).getLast().data())
          .contains("no artifact was uploaded. ")
          .endsWith("What was found stays in gate-reports/gate");
    }
  }

  @Test
  void a_check_run_is_shown_and_a_comment_needs_a_pull_request() throws IOException {
    workflow("ci.yml", WRITES);
    try (FakeGithub github = new FakeGithub()) {
      CommandRun run =
          run(
              github.environment(),
              "CHECK-RUN",
              "gate",
              "COMMENT",
              "gate",
              "TOKEN",
              FakeGithub.TOKEN);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("::add-mask::" + FakeGithub.TOKEN)
          .contains("\ncheck run: https://github.com/tinyland/app/")
          .contains("::notice title=gate::The comment \"gate\" is left out: ");
      assertThat(run.out().replace("::add-mask::" + FakeGithub.TOKEN, ""))
          .doesNotContain(FakeGithub.TOKEN);
      assertThat(github.checkRunsPosted())
          .singleElement()
          .asString()
          .contains("attic-write-on-pull-request")
          .contains("\"failure\"");
    }
  }

  @Test
  void a_token_that_only_reads_is_a_notice_and_no_failure() throws IOException {
    workflow("ci.yml", "on: push\njobs: {b: {runs-on: u, steps: [{run: nix build}]}}\n");
    try (FakeGithub github = new FakeGithub()) {
      github.onlyReads();
      CommandRun run = run(github.environment(), "CHECK-RUN", "gate", "TOKEN", FakeGithub.TOKEN);
      assertThat(run.code()).isZero();
      assertThat(names(run)).containsExactly("add-mask", "notice");
    }
  }

  @Test
  void what_is_made_in_the_workspace_belongs_to_its_owner() throws IOException {
    assumeTrue(
        Files.getAttribute(workspace, "unix:uid").equals(0), "only root can give files away");
    Files.setAttribute(workspace, "unix:uid", 4711);
    Files.setAttribute(workspace, "unix:gid", 4712);
    workflow("ci.yml", WRITES);
    run("ARTIFACT", "gate", "OUTPUT", "json=a/b/c.json");
    for (String made : List.of("a", "a/b", "a/b/c.json", "gate-reports/gate/report.md")) {
      assertThat(Files.getAttribute(workspace.resolve(made), "unix:uid")).as(made).isEqualTo(4711);
      assertThat(Files.getAttribute(workspace.resolve(made), "unix:gid")).as(made).isEqualTo(4712);
    }
  }

  @Test
  void the_matrix_is_printed_and_summed_up() throws IOException {
    workflow("ci.yml", WRITES);
    CommandRun run = run("COMMAND", "reach");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 write surface");
    assertThat(summary()).contains("| ");
    assertThat(outputs()).containsEntry("verdict", "proven").containsEntry("findings", "");
  }

  @ParameterizedTest
  @CsvSource({"lint, json", "lint, sarif", "lint, markdown", "reach, json", "reach, markdown"})
  void data_is_printed_where_the_runner_reads_no_commands(String command, String format)
      throws IOException {
    workflow("##[error]x ::set-output name=a::b.yml", WRITES);
    CommandRun run = run("COMMAND", command, "FORMAT", format);
    assertThat(obeyed(run.out())).isEmpty();
  }

  @Test
  void a_patch_is_no_command() throws IOException {
    workflow(
        "ci.yml",
        "on: pull_request\njobs:\n  b:\n    runs-on: u\n    steps:\n"
            + "      # ##[error]forged\n"
            + "      - uses: tinyland-inc/ci-templates/.github/actions/nix-job@main\n"
            + "        with:\n          push-cache: ${{ github.event_name == 'push' }}\n");
    CommandRun run = run("FIX", "dry-run");
    assertThat(run.out()).contains("--- a/.github/workflows/ci.yml").contains("##[error]forged");
    assertThat(obeyed(run.out())).isEmpty();
  }

  @Test
  void an_expression_is_no_command() {
    CommandRun run = run("COMMAND", "eval", "EXPRESSION", "'##[error]x'");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("{\"kind\":\"string\"");
    assertThat(obeyed(run.out())).isEmpty();
  }

  @Test
  void the_name_of_a_file_is_no_command() throws IOException {
    workflow("::error::x\n::warning::y ##[add-mask]z.yml", WRITES);
    workflow("broken\n::error::x.yml", "on: [\n");
    CommandRun run = run();
    assertThat(RunnerCommands.read(run.out() + run.err()))
        .allMatch(c -> !c.name().equals("warning") && !c.name().equals("add-mask"))
        .filteredOn(c -> c.name().equals("error"))
        .allMatch(c -> c.properties().containsKey("file"));
    FileCommandReader.read(Files.readString(runner.resolve("outputs")));
  }

  /** The commands that the runner obeys; it passes over those between a stop and its end. */
  private static List<RunnerCommands.Command> obeyed(String log) {
    StringBuilder read = new StringBuilder();
    String token = null;
    for (String line : log.split("\n", -1)) {
      if (token != null) {
        token = line.equals("::" + token + "::") ? null : token;
      } else if (line.startsWith("::stop-commands::")) {
        token = line.substring("::stop-commands::".length());
      } else {
        read.append(line).append('\n');
      }
    }
    assertThat(token).as("a stop that does not end").isNull();
    return RunnerCommands.read(read.toString()).stream()
        .filter(c -> !c.name().equals("group") && !c.name().equals("endgroup"))
        .toList();
  }
}
