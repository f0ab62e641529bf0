package dev.tinyland.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration and suppressions as a user meets them. */
class ConfigurationRunTest {
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

  private CommandRun lint(String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "lint";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[arguments.length - 1] = folder.toString();
    return CommandRun.of(arguments);
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
    CommandRun run = CommandRun.of("lint", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("the configuration turns off attic-write-outside-probe\n");
    CommandRun github = CommandRun.of("lint", "--format", "github", file.toString());
    assertThat(github.out()).contains("the configuration turns off attic-write-outside-probe\n");
    CommandRun markdown = CommandRun.of("lint", "--format", "markdown", file.toString());
    assertThat(markdown.out()).contains("The configuration turns off");
    CommandRun json = CommandRun.of("lint", "--format", "json", file.toString());
    assertThat(json.out()).contains("\"the configuration turns off attic-write-outside-probe\"");
  }

  @Test
  void the_configuration_is_no_workflow() throws IOException {
    Path file = write(".github/gate.yml", "# jobs with steps\nprofile: downstream\n");
    assertThat(CommandRun.of("lint", file.toString()).out())
        .isEqualTo("nothing was looked at: 0 files\n");
    assertThat(lint().out()).isEqualTo("nothing was looked at: 0 files\n");
    Path ci = write(".github/workflows/ci.yml", WRITES);
    assertThat(CommandRun.of("lint", file.toString(), ci.toString()).out())
        .contains("1 warning, 0 notes, 0 suppressed in 1 file")
        .doesNotContain("gate.yml");
  }

  @Test
  void mistakes_are_all_reported_and_nothing_is_judged() throws IOException {
    write(".github/workflows/ci.yml", WRITES);
    write(".github/gate.yml", "profil: downstream\nrules: { attic-write-outside-probe: of }\n");
    CommandRun text = lint();
    assertThat(text.code()).isEqualTo(2);
    assertThat(text.out())
        .contains("unknown key `profil`; did you mean `profile`?", ".github/gate.yml:1:1")
        .contains("not `of`; did you mean `off`?", ".github/gate.yml:2:37")
        .contains("2 problems in 0 files");
    assertThat(lint("--format", "github").out())
        .contains("::error file=.github/gate.yml,line=1,endLine=1,col=1,endColumn=7");
    CommandRun reach = CommandRun.of("reach", folder.toString());
    assertThat(reach.code()).isEqualTo(2);
    assertThat(reach.err()).contains("gate: .github/gate.yml:1:1: unknown key `profil`");
    CommandRun config = CommandRun.of("config", folder.toString());
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
    CommandRun bare = CommandRun.of("config", folder.toString());
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
    CommandRun text = CommandRun.of("config", "--profile", "downstream", folder.toString());
    assertThat(text.out())
        .startsWith(".github/gate.yml\n\n")
        .containsPattern("profile +downstream +--profile\n")
        .containsPattern("operator-lane +example-lane +\\.github/gate\\.yml:1:16\n")
        .containsPattern("surfaces +uses: example/cache +\\.github/gate\\.yml:3:11\n")
        .containsPattern(" +writes-when: inputs\\.push == 'true'\n")
        .containsPattern(
            "push-cache-fail-open: off \\(else warning\\) +\\.github/gate\\.yml:6:25\n");
    CommandRun json = CommandRun.of("config", "--format", "json", folder.toString());
    Map<?, ?> root = map(JsonReader.read(json.out()));
    assertThat(root.get("schema")).isEqualTo("gate.config/1");
    assertThat(root.get("file")).isEqualTo(".github/gate.yml");
    Map<?, ?> lane = map(map(root.get("policy")).get("operator-lane"));
    assertThat(lane.toString())
        .isEqualTo(
            "{value=example-lane, origin=file, path=.github/gate.yml, line=1.0, column=16.0}");
    assertThat(map(map(root.get("policy")).get("profile")).toString())
        .isEqualTo("{value=quarantine, origin=default}");
    assertThat(CommandRun.of("config", "--format", "sarif", folder.toString()).code()).isEqualTo(2);
    assertThat(CommandRun.of("config", "a", "b").code()).isEqualTo(2);
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
    CommandRun run = lint();
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
    CommandRun run = CommandRun.in(environment, InputStream.nullInputStream());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("::warning file=.github/workflows/ci.yml");
    String file = folder.resolve("baseline.json").toString();
    assertThat(lint("--baseline", file, "--update-baseline").code()).isZero();
    CommandRun recorded =
        CommandRun.in(
            Map.of(
                "GITHUB_ACTIONS",
                "true",
                "INPUT_PATHS",
                workflow.toString(),
                "INPUT_BASELINE",
                file),
            InputStream.nullInputStream());
    assertThat(recorded.code()).isZero();
    assertThat(recorded.out()).contains("1 suppressed");
  }
}
