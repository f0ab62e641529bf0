package dev.tinyland.gate.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lane.Lane.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real lint through the launcher, with its inputs, outputs and summary. */
class LaneLintTest {
  private static final String NOTED =
      """
      on: push
      jobs:
        build:
          runs-on: tinyland-nix
          steps:
            - uses: tinyland-inc/GloriousFlywheel/.github/actions/nix-job@main
              with:
                push-cache: false
      """;

  @TempDir Path root;
  private Lane lane;

  @BeforeEach
  void lint() throws IOException {
    lane = new Lane(root);
    Path program = lane.action("target/gate");
    Archive.lay(Files.createDirectories(program), System.getProperty("java.class.path"));
    Files.writeString(lane.action("gate"), "exit 0");
    Path workflows = Files.createDirectories(lane.workspace().resolve(".github/workflows"));
    Files.writeString(workflows.resolve("ci.yml"), NOTED);
    lane.withJdk()
        .with("GITHUB_OUTPUT", lane.temp().resolve("outputs").toString())
        .with("GITHUB_STEP_SUMMARY", lane.temp().resolve("summary").toString());
  }

  @Test
  void a_note_is_annotated_and_does_not_fail_the_step() throws IOException {
    Run run = lane.run();

    assertThat(run.code()).as("%s", run.log()).isZero();
    assertThat(run.log())
        .anyMatch(line -> line.startsWith("::notice file=.github/workflows/ci.yml,line=8"));
    assertThat(lane.temp().resolve("outputs")).content().contains("proven");
    assertThat(lane.temp().resolve("summary")).isNotEmptyFile();
  }

  @Test
  void an_input_with_a_hyphen_decides() throws IOException {
    Run run = lane.with("INPUT_FAIL-ON", "note").run();

    assertThat(run.code()).as("%s", run.log()).isEqualTo(1);
    assertThat(lane.temp().resolve("outputs")).content().contains("refuted");
  }
}
