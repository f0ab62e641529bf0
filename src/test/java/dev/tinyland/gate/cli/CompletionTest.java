package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Tab key offers: the script is read by a real bash, and asked as bash would ask it. */
class CompletionTest {
  /**
   * Outside of a completion there is no compopt; the words are arguments, the last one is typed.
   */
  private static final String ASK =
      """
      source "$1"
      shift
      compopt() { :; }
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      COMPREPLY=()
      _complete_gate
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @TempDir Path folder;

  @Test
  void commands_options_and_their_values_are_offered() throws Exception {
    assertThat(offered("")).contains("lint", "reach", "explain", "completion");
    assertThat(offered("l")).containsExactly("lint");
    assertThat(offered("lint", "--f"))
        .containsExactlyInAnyOrder("--fix", "--fix=dry-run", "--format", "--fail-on");
    assertThat(offered("lint", "--profile", "")).containsExactly("quarantine", "downstream");
    assertThat(offered("lint", "--format", "s")).containsExactly("sarif");
    assertThat(offered("reach", "--format", "m")).containsExactly("markdown", "mermaid");
    assertThat(offered("explain", "push-cache-d")).containsExactly("push-cache-default-on");
    assertThat(offered("completion", "")).containsExactly("bash", "zsh");
  }

  @Test
  void where_a_path_belongs_files_are_offered() throws Exception {
    Path file = Files.writeString(folder.resolve("workflow.yml"), "");
    assertThat(offered("lint", "--fix", folder + "/wo")).containsExactly(file.toString());
    assertThat(offered("eval", "--context", folder + "/wo")).containsExactly(file.toString());
  }

  @Test
  void there_are_two_shells() {
    assertThat(printed("completion", "zsh")).isEqualTo(printed("completion", "bash"));
    assertThat(printed("completion", "fish")).isEmpty();
    assertThat(printed("completion", "bash", "zsh")).isEmpty();
  }

  private List<String> offered(String... words) throws Exception {
    Path script = Files.writeString(folder.resolve("gate.bash"), printed("completion", "bash"));
    List<String> command = new ArrayList<>(List.of("bash", "-c", ASK, "ask", script.toString()));
    command.add("gate");
    command.addAll(List.of(words));
    try {
      Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(bash.getInputStream().readAllBytes(), UTF_8);
      assertThat(bash.waitFor()).as(said).isZero();
      return said.lines().filter(line -> !line.isEmpty()).toList();
    } catch (IOException e) {
      return abort("there is no bash here");
    }
  }

  private static String printed(String... arguments) {
    return CommandRun.of(arguments).out();
  }
}
