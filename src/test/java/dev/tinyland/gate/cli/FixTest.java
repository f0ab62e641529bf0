package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gate lint --fix} on real files. */
class FixTest {
  private static final String ACTION =
      """
      inputs:
        push-cache:
          default: "true"
      runs:
        using: composite
        steps:
          - uses: ryanccn/attic-action@v0
            with:
              skip-push: ${{ inputs.push-cache != 'true' }}
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
  private Path action = Path.of("");

  @BeforeEach
  void repository() throws IOException {
    Files.createDirectories(folder.resolve(".github/workflows"));
    action = folder.resolve(".github/actions/nix job/action.yml");
    Files.createDirectories(action.getParent());
    Files.writeString(action, ACTION);
  }

  @Test
  void what_is_mechanical_is_written_and_what_is_left_is_judged() throws IOException {
    CommandRun run = CommandRun.of("lint", "--fix", folder.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("no findings");
    assertThat(run.err())
        .isEqualTo(
            "gate: .github/actions/nix job/action.yml:3: push-cache-default-on: fixed: write"
                + " `default: \"false\"`\ngate: mended 2 findings in 1 file; 0 left\n");
    assertThat(action).hasContent(ACTION.replace("\"true\"", "\"false\""));
    Files.writeString(folder.resolve(".github/workflows/ci.yml"), WRITES);
    CommandRun red = CommandRun.of("lint", folder.toString(), "--fix");
    assertThat(red.code()).isEqualTo(1);
    assertThat(red.out()).contains("attic-write-on-pull-request");
    assertThat(red.err()).isEqualTo("gate: mended 0 findings in 0 files; 1 left\n");
  }

  @Test
  void a_dry_run_writes_nothing_and_prints_nothing_but_a_patch() throws IOException {
    Path report = folder.resolve("report.json");
    String[] command = {"lint", "--fix=dry-run", "--output=json=" + report, folder.toString()};
    CommandRun run = CommandRun.of(command);
    assertThat(run.code()).as("as lint without it").isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            --- a/.github/actions/nix job/action.yml\t
            +++ b/.github/actions/nix job/action.yml\t
            @@ -1,6 +1,6 @@
             inputs:
               push-cache:
            -    default: "true"
            +    default: "false"
             runs:
               using: composite
               steps:
            """);
    assertThat(run.err())
        .contains(": would be fixed: ")
        .endsWith("2 findings in 1 file; 0 would be left\n");
    assertThat(action).hasContent(ACTION);
    assertThat(report).content().contains("\"fix\": {").contains("\"replacement\":");
    assertThat(CommandRun.of("lint", "--fix=dry-run", "--format=json", folder.toString()).code())
        .isEqualTo(2);
  }

  @Test
  void git_applies_the_patch_to_what_fix_would_have_written() throws Exception {
    byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    String windows = ACTION.strip().replace("\n", "\r\n");
    byte[] bytes = new byte[mark.length + windows.length()];
    System.arraycopy(mark, 0, bytes, 0, mark.length);
    System.arraycopy(windows.getBytes(UTF_8), 0, bytes, mark.length, windows.length());
    Files.write(action, bytes);
    assumeTrue(git("init", "-q") == 0, "git is there");
    Path patch = folder.resolve("patch");
    Files.writeString(patch, CommandRun.of("lint", "--fix=dry-run", folder.toString()).out());
    assertThat(git("apply", "--check", "patch")).isZero();
    CommandRun.of("lint", "--fix", folder.toString());
    byte[] fixed = Files.readAllBytes(action);
    assertThat(new String(fixed, UTF_8))
        .isEqualTo("\uFEFF" + windows.replace("\"true\"", "\"false\""));
    Files.write(action, bytes);
    assertThat(git("apply", "patch")).isZero();
    assertThat(Files.readAllBytes(action)).isEqualTo(fixed);
  }

  @Test
  void standard_input_is_no_file() {
    assertThat(CommandRun.of("lint", "--fix", "-").code()).isEqualTo(2);
    assertThat(CommandRun.of("lint", "--fix=dry-run", "-").err()).contains("standard input");
    assertThat(CommandRun.of("lint", "--fix=maybe", folder.toString()).err())
        .contains("--fix=dry-run");
  }

  @Test
  void a_file_that_a_link_leads_out_to_is_left_alone() throws IOException {
    Path outside = Files.createTempFile("action", ".yml");
    Files.writeString(outside, ACTION);
    Files.delete(action);
    Files.createSymbolicLink(action, outside);
    CommandRun run = CommandRun.of("lint", "--fix", folder.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("not fixed: the file lies outside of");
    assertThat(outside).hasContent(ACTION);
    Files.delete(outside);
  }

  @Test
  void a_file_that_is_not_utf_8_is_left_alone() throws IOException {
    byte[] latin = ("# \u00E9\n" + ACTION).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Files.write(action, latin);
    assertThat(CommandRun.of("lint", "--fix", folder.toString()).code()).isEqualTo(1);
    assertThat(Files.readAllBytes(action)).isEqualTo(latin);
  }

  @Test
  void the_word_after_the_option_is_a_path() throws IOException {
    Path list = Files.writeString(folder.resolve("arguments"), "--fix\n" + folder + "\n");
    assertThat(CommandRun.of("lint", "@" + list).err()).contains("mended 2 findings");
    assertThat(action).hasContent(ACTION.replace("\"true\"", "\"false\""));
  }

  private int git(String... arguments) throws InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
