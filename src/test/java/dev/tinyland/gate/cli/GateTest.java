package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.testing.CommandRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user meets it: exit codes, and what goes to which stream. */
class GateTest {
  private static final String CLEAN =
      """
      on: push
      jobs:
        build:
          runs-on: ubuntu-latest
          steps:
            - run: nix build
      """;
  private static final String WRITES =
      """
      on: pull_request
      jobs:
        build:
          runs-on: ubuntu-latest
          steps:
            - run: attic push main result
      """;

  @TempDir Path folder;

  private static CommandRun run(String... arguments) {
    return CommandRun.of(arguments);
  }

  private static CommandRun run(String in, Map<String, String> environment, String... arguments) {
    return CommandRun.in(environment, new ByteArrayInputStream(in.getBytes(UTF_8)), arguments);
  }

  private Path workflow(String name, String text) throws IOException {
    Path file = folder.resolve(".github/workflows").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void a_clean_checkout_is_green_and_says_what_was_looked_at() throws IOException {
    workflow("ci.yml", CLEAN);
    CommandRun run = run("lint", folder.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("no findings").contains("1 file");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_write_is_red() throws IOException {
    workflow("ci.yml", WRITES);
    CommandRun run = run("lint", folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("attic-write-on-pull-request")
        .contains(".github/workflows/ci.yml:6:14");
  }

  @Test
  void nothing_scanned_is_undecided() {
    CommandRun run = run("lint", folder.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("0 files");
  }

  @Test
  void a_path_that_does_not_exist_is_never_green_and_the_others_are_still_judged()
      throws IOException {
    Path good = workflow("ci.yml", CLEAN);
    CommandRun run = run("lint", good.toString(), folder.resolve("missing.yml").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("missing.yml");
    Path bad = workflow("bad.yml", WRITES);
    assertThat(run("lint", bad.toString(), folder.resolve("missing.yml").toString()).code())
        .isEqualTo(1);
  }

  @Test
  void of_very_many_files_it_is_said_how_many_were_not_parsed() throws IOException {
    for (int i = 0; i < 300; i++) {
      workflow("job-" + i + ".yml", CLEAN);
    }
    workflow("push.yml", WRITES);
    CommandRun some = run("lint", folder.toString());
    assertThat(some.code()).isEqualTo(1);
    assertThat(some.err()).startsWith("gate: 300 of 301 files name nothing that writes");
    CommandRun all = run("lint", "--all-files", folder.toString());
    assertThat(all.out()).isEqualTo(some.out());
    assertThat(all.err()).isEmpty();
  }

  @Test
  void very_many_other_files_are_no_files_that_were_not_parsed() throws IOException {
    for (int i = 0; i < 300; i++) {
      Files.writeString(folder.resolve("data-" + i + ".yml"), "a: " + i + "\n");
    }
    CommandRun run = run("lint", folder.toString());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void one_workflow_is_read_from_standard_input() {
    CommandRun run = run(WRITES, Map.of(), "lint", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("<stdin>:6:14");
  }

  @Test
  void the_threshold_decides_the_exit_code_and_not_the_report() throws IOException {
    workflow(
        "ci.yml",
        """
        on: { push: { branches: [main] } }
        jobs:
          build:
            runs-on: ubuntu-latest
            steps:
              - uses: ./.github/actions/missing
              - run: nix build .#attic
        """);
    assertThat(run("lint", folder.toString()).code()).isZero();
    CommandRun strict = run("lint", "--fail-on", "warning", folder.toString());
    assertThat(strict.code()).isEqualTo(1);
    assertThat(strict.out()).contains("unresolved-local-reference");
  }

  @Test
  void formats_go_to_standard_output_and_to_files() throws IOException {
    workflow("ci.yml", WRITES);
    Path sarif = folder.resolve("out/report.sarif");
    CommandRun run =
        run("lint", "--format", "json", "--output", "sarif=" + sarif, folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("{").contains("\"schema\": \"gate.lint/1\"");
    assertThat(sarif).content().contains("attic-write-on-pull-request");
  }

  @Test
  void usage_errors_say_what_would_have_been_right() {
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("lint", "--profile", "loose").err()).contains("quarantine or downstream");
    assertThat(run("lint", "--format", "xml").err()).contains("text, json, sarif");
    assertThat(run("lint", "--nonsense").code()).isEqualTo(2);
    assertThat(run("explain", "attic-write-on-pull").err())
        .contains("did you mean attic-write-on-pull-request");
    assertThat(run("lint", "--profile", "loose").out()).isEmpty();
  }

  @Test
  void help_and_version_are_answers() {
    assertThat(run("--help").code()).isZero();
    assertThat(run("--help").out()).contains("lint", "reach", "eval", "rules", "explain");
    assertThat(run("lint", "--help").out()).contains("--profile");
    assertThat(run("--version").out()).contains("gate 0.1.0");
  }

  @Test
  void eval_answers_with_kind_and_value() {
    assertThat(run("eval", "--event", "push", "github.event_name == 'push'").out())
        .isEqualTo("{\"kind\":\"boolean\",\"value\":true}\n");
    CommandRun unknown = run("eval", "vars.X == 'a'");
    assertThat(unknown.out()).isEqualTo("{\"unknown\":[\"vars.X\"]}\n");
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(run("eval", "fromJSON('{')").out())
        .contains("Unexpected end-of-input: expected close marker for Object\"");
    CommandRun wrong = run("eval", "github.event_name ==");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.out()).contains("\"error\"", "\"position\"");
  }

  @Test
  void eval_reads_one_object_a_line() {
    String lines =
        """
        {"expr":"github.ref == 'x'","context":{"github":{"ref":"X"}}}
        not json
        {"expr":"success()","context":{},"status":"failure"}
        """;
    CommandRun run = run(lines, Map.of(), "eval", "--jsonl");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().toList())
        .hasSize(3)
        .satisfies(all -> assertThat(all.get(0)).isEqualTo("{\"kind\":\"boolean\",\"value\":true}"))
        .satisfies(all -> assertThat(all.get(1)).startsWith("{\"error\""))
        .satisfies(
            all -> assertThat(all.get(2)).isEqualTo("{\"kind\":\"boolean\",\"value\":false}"));
  }

  @Test
  void the_default_branch_is_what_the_event_the_clone_or_the_workflows_say() throws IOException {
    workflow("ci.yml", WRITES.replace("on: pull_request", "on: { push: { branches: [master] } }"));
    String[] command = {"reach", folder.toString()};
    String open = "push   default-branch  same-repo  yes";
    assertThat(run(command).out()).contains(open);
    Path head = folder.resolve(".git/refs/remotes/origin/HEAD");
    Files.createDirectories(head.getParent());
    Files.writeString(head, "ref: refs/remotes/origin/trunk\n");
    assertThat(run(command).out()).doesNotContain(open);
    Path event = folder.resolve("event.json");
    Files.writeString(event, "{\"repository\":{\"default_branch\":\"master\"}}");
    Map<String, String> environment = Map.of("GITHUB_EVENT_PATH", event.toString());
    assertThat(run("", environment, command).out()).contains(open);
    assertThat(run("", environment, "reach", "--default-branch", "x", folder.toString()).out())
        .doesNotContain(open);
  }

  @Test
  void reach_prints_the_matrix() throws IOException {
    workflow("ci.yml", WRITES);
    CommandRun text = run("reach", folder.toString());
    assertThat(text.code()).isZero();
    assertThat(text.out()).contains("pull_request", "fork", "yes");
    CommandRun json = run("reach", "--format", "json", "--witness", folder.toString());
    assertThat(json.out()).contains("\"conditions\"", "\"status\": \"success\"");
    assertThat(run("reach", "--format", "sarif", folder.toString()).code()).isEqualTo(2);
  }

  @Test
  void reach_says_what_it_could_not_see() throws IOException {
    CommandRun absent = run("reach", folder.resolve("absent").toString());
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("absent: there is no such file");
    workflow("ci.yml", "jobs: [");
    CommandRun unreadable = run("reach", folder.toString());
    assertThat(unreadable.code()).isEqualTo(3);
    assertThat(unreadable.err()).contains("ci.yml:1");
  }

  @Test
  void too_few_and_too_many_arguments_are_wrong_usage() {
    assertThat(run("explain").err()).contains("explain takes one rule");
    assertThat(run("explain", "unreadable-file", "x").code()).isEqualTo(2);
    assertThat(run("eval", "1", "2").err()).contains("eval takes one expression");
    assertThat(run("lint", "--default-branch=", folder.toString()).code()).isEqualTo(2);
  }
}
