package dev.tinyland.gate.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of Docker that pages show, run where there is an engine. */
@Tag("e2e")
class DockerSnippetsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final String ENGINE = System.getProperty("e2e.engine", "jar");

  /**
   * Docker as the reader has it: with a network for a build, which an engine of the tests has only
   * as that of the host. What {@code --no-cache} gives has a test of its own, which takes minutes.
   */
  private static final String DOCKER =
      """
      docker() {
        if [ "$1" = build ]; then
          shift
          [ "$1" != --no-cache ] || shift
          (cd '%s' && '%s' build -q --network host "$@")
        else
          '%s' "$@" || [ $? = 1 ]
        fi
      }
      """
          .formatted(ROOT, ENGINE, ENGINE);

  @TempDir Path folder;

  @Test
  void every_block_runs() throws IOException {
    assumeTrue(ENGINE.endsWith("docker"), "there is no Docker to run");
    Sandbox sandbox = Sandbox.in(folder);
    int blocks = 0;
    try {
      for (Path page : DocSnippetsTest.pages()) {
        List<Snippet> snippets = Snippet.of(page);
        for (Snippet snippet : snippets) {
          if (snippet.info().equals("sh") && snippet.text().contains("docker ")) {
            Sandbox.Run run = sandbox.bash(DOCKER + snippet.text());
            assertThat(run.code()).as("%s: %s", snippet, run.output()).isZero();
            blocks++;
          }
        }
      }
    } finally {
      sandbox.bash(DOCKER + "docker image rm gate again");
    }
    assertThat(blocks).isEqualTo(5);
    assertThat(sandbox.root().resolve("gate.sarif")).content().contains("2.1.0");
    assertThat(Files.readString(sandbox.root().resolve("outputs"))).contains("refuted");
    assertThat(Files.readString(sandbox.root().resolve("summary.md"))).contains("## gate: ");
  }
}
