package dev.tinyland.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines as a user meets them. */
class BaselineRunTest {
  private static final String WRITES =
      """
      on: { push: { branches: [main] } }
      jobs:
        build:
          runs-on: ubuntu-latest
          steps:
            - run: attic push main result
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
  void a_baseline_is_written_once_and_then_only_shrinks() throws IOException {
    Path baseline = folder.resolve("out/baseline.json");
    String file = baseline.toString();
    write(".github/workflows/ci.yml", WRITES);
    write(".github/workflows/other.yml", WRITES.replace("result", "other"));
    assertThat(lint("--baseline", file).code()).isEqualTo(2);
    assertThat(lint("--baseline", file).err()).contains("there is no such file");
    CommandRun written = lint("--baseline", file, "--update-baseline");
    assertThat(written.code()).isZero();
    assertThat(written.err()).isEqualTo("gate: baseline " + file + ": 2 entries recorded\n");
    assertThat(Files.readAllLines(baseline)).hasSize(7);
    assertThat(lint("--baseline", file).code()).isZero();
    assertThat(lint("--baseline", file, "--format", "sarif", "--show-suppressed").out())
        .contains("\"kind\": \"external\"", "\"justification\": \"in the baseline\"");

    write(".github/workflows/ci.yml", "# moved\n\n" + WRITES.replace("    ", "      "));
    assertThat(lint("--baseline", file).code()).isZero();

    write(".github/workflows/other.yml", WRITES.replace("result", "another"));
    CommandRun fresh = lint("--baseline", file, "--update-baseline");
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
    CommandRun some = CommandRun.of("lint", "--baseline", file, "--update-baseline", ci.toString());
    assertThat(some.code()).isZero();
    assertThat(some.err()).contains("0 entries gone, 0 new findings not added");
    CommandRun missing =
        CommandRun.of(
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
    CommandRun written = lint("--baseline", file, "--update-baseline");
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
    CommandRun run = lint("--baseline", file.toString());
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
}
