package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration, suppressions and baselines as a user meets them. */
class AdoptionTest {
  private static final String WRITES =
      """
      on: { push: { branches: [main] } }
      jobs:
        build:
          runs-on: ubuntu-latest
          steps:
            - run: attic push main result
      """;
  private static final String GATED =
      """
      on: push
      jobs:
        build:
          runs-on: ubuntu-latest
          steps:
            - if: github.ref == 'refs/heads/trunk' && env.ATTIC_TOKEN != ''
              run: attic push main result
              env: { ATTIC_TOKEN: "${{ secrets.ATTIC_TOKEN }}" }
      """;

  @TempDir Path folder;

  private record Run(int code, String out, String err) {}

  private static Run run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new ByteArrayInputStream(new byte[0]),
            false,
            environment);
    int code = Gate.run(terminal, arguments);
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  private Run lint(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "lint";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[arguments.length - 1] = folder.toString();
    return run(Map.of(), arguments);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void the_command_line_stands_over_the_file_and_the_file_over_the_default() throws IOException {
    write(".github/workflows/ci.yml", GATED);
    assertThat(lint("--default-branch", "trunk").code()).isEqualTo(1);
    assertThat(lint("--default-branch", "trunk", "--profile", "downstream").code()).isZero();
    write(".github/gate.yaml", "profile: downstream\ndefault-branch: trunk\n");
    assertThat(lint().code()).isZero();
    assertThat(lint().out()).contains("under profile downstream");
    assertThat(lint("--profile", "quarantine").code()).isEqualTo(1);
    assertThat(lint("--default-branch", "main").code()).isEqualTo(1);
    Path other = write("other.yml", "profile: quarantine\n");
    assertThat(lint("--config", other.toString()).code()).isEqualTo(1);
  }

  @Test
  void the_configuration_of_the_checkout_holds_for_a_file_of_it() throws IOException {
    Path file = write(".github/workflows/ci.yml", WRITES);
    write(".github/gate.yml", "rules: { attic-write-outside-probe: off }\n");
    Run run = run(Map.of(), "lint", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("the configuration turns off attic-write-outside-probe\n");
    Run github = run(Map.of(), "lint", "--format", "github", file.toString());
    assertThat(github.out()).contains("the configuration turns off attic-write-outside-probe\n");
    Run markdown = run(Map.of(), "lint", "--format", "markdown", file.toString());
    assertThat(markdown.out()).contains("The configuration turns off");
    Run json = run(Map.of(), "lint", "--format", "json", file.toString());
    assertThat(json.out()).contains("\"the configuration turns off attic-write-outside-probe\"");
  }

  @Test
  void mistakes_are_all_reported_and_nothing_is_judged() throws IOException {
    write(".github/workflows/ci.yml", WRITES);
    write(".github/gate.yml", "profil: downstream\nrules: { attic-write-outside-probe: of }\n");
    Run text = lint();
    assertThat(text.code()).isEqualTo(2);
    assertThat(text.out())
        .contains("unknown key `profil`; did you mean `profile`?", ".github/gate.yml:1:1")
        .contains("not `of`; did you mean `off`?", ".github/gate.yml:2:37")
        .contains("2 problems in 0 files");
    assertThat(lint("--format", "github").out())
        .contains("::error file=.github/gate.yml,line=1,endLine=1,col=1,endColumn=7");
    Run reach = run(Map.of(), "reach", folder.toString());
    assertThat(reach.code()).isEqualTo(2);
    assertThat(reach.err()).contains("gate: .github/gate.yml:1:1: unknown key `profil`");
    Run config = run(Map.of(), "config", folder.toString());
    assertThat(config.code()).isEqualTo(2);
    assertThat(config.out()).isEmpty();
    assertThat(config.err())
        .contains("gate: .github/gate.yml:1:1: unknown key `profil`")
        .contains("gate: .github/gate.yml:2:37:");
  }

  @Test
  void a_configuration_that_cannot_be_found_for_sure_is_wrong_usage() throws IOException {
    write(".github/workflows/ci.yml", WRITES);
    assertThat(lint("--config", folder.resolve("none.yml").toString()).err())
        .contains("there is no such file");
    assertThat(lint("--config", folder.resolve("none.yml").toString()).code()).isEqualTo(2);
    assertThat(lint("--config=").code()).isEqualTo(2);
    write(".github/gate.yml", "");
    assertThat(lint().code()).isEqualTo(1);
    write(".github/gate.yaml", "");
    assertThat(lint().code()).isEqualTo(2);
    assertThat(lint().err())
        .isEqualTo("gate: there are both .github/gate.yml and .github/gate.yaml: keep one\n");
    Files.delete(folder.resolve(".github/gate.yml"));
    Files.delete(folder.resolve(".github/gate.yaml"));
    Files.createSymbolicLink(folder.resolve(".github/gate.yml"), Path.of("elsewhere.yml"));
    assertThat(lint().code()).isEqualTo(2);
  }

  @Test
  void config_prints_each_value_with_its_origin() throws IOException {
    write(".github/workflows/ci.yml", WRITES.replace("main", "master"));
    Run bare = run(Map.of(), "config", folder.toString());
    assertThat(bare.code()).isZero();
    assertThat(bare.out())
        .startsWith("no configuration: the policy documents hold\n\nprofile ")
        .containsPattern("default-branch +master +default, from the workflows\n")
        .containsPattern("unreadable-file: error +default\n");
    write(
        ".github/gate.yml",
        """
        operator-lane: example-lane
        surfaces:
          - uses: example/cache
            writes-when: inputs.push == 'true'
        rules:
          push-cache-fail-open: off
        """);
    Run text = run(Map.of(), "config", "--profile", "downstream", folder.toString());
    assertThat(text.out())
        .startsWith(".github/gate.yml\n\n")
        .containsPattern("profile +downstream +--profile\n")
        .containsPattern("operator-lane +example-lane +\\.github/gate\\.yml:1:16\n")
        .containsPattern("surfaces +uses: example/cache +\\.github/gate\\.yml:3:11\n")
        .containsPattern(" +writes-when: inputs\\.push == 'true'\n")
        .containsPattern(
            "push-cache-fail-open: off \\(else warning\\) +\\.github/gate\\.yml:6:25\n");
    Run json = run(Map.of(), "config", "--format", "json", folder.toString());
    Map<?, ?> root = map(JsonReader.read(json.out()));
    assertThat(root.get("schema")).isEqualTo("gate.config/1");
    assertThat(root.get("file")).isEqualTo(".github/gate.yml");
    Map<?, ?> lane = map(map(root.get("policy")).get("operator-lane"));
    assertThat(lane.toString())
        .isEqualTo(
            "{value=example-lane, origin=file, path=.github/gate.yml, line=1.0, column=16.0}");
    assertThat(map(map(root.get("policy")).get("profile")).toString())
        .isEqualTo("{value=quarantine, origin=default}");
    assertThat(run(Map.of(), "config", "--format", "sarif", folder.toString()).code()).isEqualTo(2);
    assertThat(run(Map.of(), "config", "a", "b").code()).isEqualTo(2);
  }

  private static Map<?, ?> map(@Nullable Object tree) {
    return tree instanceof Map<?, ?> map ? map : Map.of();
  }

  @Test
  void a_comment_suppresses_and_the_finding_is_still_shown_to_who_asks() throws IOException {
    write(
        ".github/workflows/ci.yml",
        WRITES.replace(
            "      - run:",
            "      # gate: allow[attic-write-outside-probe] for a while\n      - run:"));
    Run run = lint();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "no findings but 1 suppressed under profile quarantine: 1 file, 1 write surface (1 can write"
                + " and no rule objects)\n");
    assertThat(lint("--show-suppressed").out())
        .startsWith("suppressed error[attic-write-outside-probe]: ")
        .contains("= suppressed: for a while\n");
    assertThat(lint("--format", "json").out()).contains("\"suppressed\": \"for a while\"");
    assertThat(lint("--format", "sarif").out()).doesNotContain("\"suppressions\"");
    assertThat(lint("--format", "sarif", "--show-suppressed").out())
        .contains("\"kind\": \"inSource\"", "\"justification\": \"for a while\"");
  }

  @Test
  void a_date_is_held_against_the_clock() throws IOException {
    String comment = "      # gate: allow[attic-write-outside-probe] until %s a\n      - run:";
    write(
        ".github/workflows/ci.yml",
        WRITES.replace("      - run:", comment.formatted("2020-01-01")));
    assertThat(lint().out()).contains("suppression-expired", "since 2020-01-02");
    write(
        ".github/workflows/ci.yml",
        WRITES.replace("      - run:", comment.formatted("9999-12-31")));
    assertThat(lint().code()).isZero();
  }

  @Test
  void an_example_on_a_page_is_suppressed_by_a_comment_above_it() throws IOException {
    String example = "```sh\nnix build\nattic push main result\n```\n";
    write("docs/cache.md", "# Cache\n\n" + example);
    assertThat(lint().out()).contains("error[docs-write-example]");
    write(
        "docs/cache.md",
        "# Cache\n\n<!-- gate: allow[docs-write-example] of the old cache -->\n\n" + example);
    assertThat(lint().code()).isZero();
    assertThat(lint("--show-suppressed").out()).contains("= suppressed: of the old cache\n");
  }

  @Test
  void a_baseline_is_written_once_and_then_only_shrinks() throws IOException {
    Path baseline = folder.resolve("out/baseline.json");
    String file = baseline.toString();
    write(".github/workflows/ci.yml", WRITES);
    write(".github/workflows/other.yml", WRITES.replace("result", "other"));
    assertThat(lint("--baseline", file).code()).isEqualTo(2);
    assertThat(lint("--baseline", file).err()).contains("there is no such file");
    Run written = lint("--baseline", file, "--update-baseline");
    assertThat(written.code()).isZero();
    assertThat(written.err()).isEqualTo("gate: baseline " + file + ": 2 entries recorded\n");
    assertThat(Files.readAllLines(baseline)).hasSize(7);
    assertThat(lint("--baseline", file).code()).isZero();
    assertThat(lint("--baseline", file, "--format", "sarif", "--show-suppressed").out())
        .contains("\"kind\": \"external\"", "\"justification\": \"in the baseline\"");

    write(".github/workflows/ci.yml", "# moved\n\n" + WRITES.replace("    ", "      "));
    assertThat(lint("--baseline", file).code()).isZero();

    write(".github/workflows/other.yml", WRITES.replace("result", "another"));
    Run fresh = lint("--baseline", file, "--update-baseline");
    assertThat(fresh.code()).isEqualTo(1);
    assertThat(fresh.err())
        .isEqualTo("gate: baseline " + file + ": 1 entry gone, 1 new finding not added\n");
    assertThat(fresh.out()).contains("1 error, 0 warnings, 0 notes, 1 suppressed in 2 files");
    assertThat(baseline).content().contains("ci.yml").doesNotContain("other.yml");
    assertThat(lint("--baseline", file, "--update-baseline").err())
        .contains("0 entries gone, 1 new finding not added");
  }

  @Test
  void a_further_write_in_a_recorded_step_is_new_and_one_less_is_not() throws IOException {
    String file = folder.resolve("baseline.json").toString();
    String[] update = {"--baseline", file, "--update-baseline"};
    String script = WRITES.replace("attic push main result", "|\n          attic push main %s\n");
    write(".github/workflows/ci.yml", script.formatted("a\n          attic push main b"));
    assertThat(lint(update).err()).contains("2 entries recorded");
    write(
        ".github/workflows/ci.yml",
        script.formatted("a\n          attic push main b\n          attic push main c"));
    assertThat(lint(update).code()).isEqualTo(1);
    assertThat(lint(update).err()).contains("0 entries gone, 1 new finding not added");
    write(".github/workflows/ci.yml", script.formatted("b"));
    assertThat(lint(update).code()).isZero();
    assertThat(Files.readString(Path.of(file))).contains("ci.yml");
  }

  @Test
  void what_was_not_looked_at_stays_in_the_baseline() throws IOException {
    Path ci = write(".github/workflows/ci.yml", WRITES);
    write(".github/workflows/other.yml", WRITES);
    String file = folder.resolve("baseline.json").toString();
    assertThat(lint("--baseline", file, "--update-baseline").code()).isZero();
    String before = Files.readString(Path.of(file));
    Run some = run(Map.of(), "lint", "--baseline", file, "--update-baseline", ci.toString());
    assertThat(some.code()).isZero();
    assertThat(some.err()).contains("0 entries gone, 0 new findings not added");
    Run missing =
        run(
            Map.of(),
            "lint",
            "--baseline",
            file,
            "--update-baseline",
            folder.resolve("absent.yml").toString());
    assertThat(missing.err()).contains("left as it is, because not everything could be looked at");
    assertThat(Path.of(file)).content().isEqualTo(before);
    Files.delete(folder.resolve(".github/workflows/other.yml"));
    assertThat(lint("--baseline", file, "--update-baseline").err()).contains("1 entry gone");
  }

  @Test
  void rules_that_cannot_be_suppressed_are_no_part_of_a_baseline() throws IOException {
    write(
        ".github/workflows/ci.yml",
        WRITES.replace("{ push: { branches: [main] } }", "pull_request"));
    String file = folder.resolve("baseline.json").toString();
    Run written = lint("--baseline", file, "--update-baseline");
    assertThat(written.code()).isEqualTo(1);
    assertThat(written.err())
        .contains(": 0 entries recorded\n")
        .contains(
            ": attic-write-on-pull-request cannot be suppressed: its findings count in any case\n");
    assertThat(lint("--baseline", file).code()).isEqualTo(1);
  }

  @Test
  void a_broken_baseline_is_wrong_input_and_says_where() throws IOException {
    write(".github/workflows/ci.yml", WRITES);
    Path file =
        write("baseline.json", "{\n  \"schema\": \"gate.baseline/1\",\n  \"findings\": [\n    {\n");
    Run run = lint("--baseline", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("gate: " + file + ":5:1: ");
    assertThat(lint("--baseline", file.toString(), "--update-baseline").code()).isEqualTo(2);
    assertThat(lint("--update-baseline").err()).contains("--update-baseline needs --baseline FILE");
    assertThat(lint("--update-baseline").code()).isEqualTo(2);
  }

  @Test
  void a_broken_configuration_leaves_the_baseline_alone() throws IOException {
    write(".github/workflows/ci.yml", WRITES);
    String file = folder.resolve("baseline.json").toString();
    write(".github/gate.yml", "profil: x\n");
    assertThat(lint("--baseline", file, "--update-baseline").code()).isEqualTo(2);
    assertThat(Path.of(file)).doesNotExist();
  }

  @Test
  void the_action_passes_configuration_and_baseline() throws IOException {
    Path workflow = write(".github/workflows/ci.yml", WRITES);
    Path config = write("own.yml", "rules: { attic-write-outside-probe: warning }\n");
    Map<String, String> environment =
        Map.of(
            "GITHUB_ACTIONS",
            "true",
            "INPUT_PATHS",
            workflow.toString(),
            "INPUT_CONFIG",
            config.toString(),
            "INPUT_BASELINE",
            "");
    Run run = run(environment);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("::warning file=.github/workflows/ci.yml");
    String file = folder.resolve("baseline.json").toString();
    assertThat(lint("--baseline", file, "--update-baseline").code()).isZero();
    Run recorded =
        run(
            Map.of(
                "GITHUB_ACTIONS",
                "true",
                "INPUT_PATHS",
                workflow.toString(),
                "INPUT_BASELINE",
                file));
    assertThat(recorded.code()).isZero();
    assertThat(recorded.out()).contains("1 suppressed");
  }

  @Test
  void the_inputs_of_the_action_are_those_that_are_read() throws IOException {
    String action = Files.readString(Path.of("action.yml"));
    assertThat(action).contains("\n  config:\n", "\n  baseline:\n");
    assertThat(ActionInputs.arguments(Map.of("INPUT_CONFIG", "a", "INPUT_BASELINE", "b")))
        .contains("--config=a", "--baseline=b");
  }
}
