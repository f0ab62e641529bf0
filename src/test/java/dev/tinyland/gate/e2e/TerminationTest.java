package dev.tinyland.gate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that is cancelled: SIGTERM reaches the first process of a container, which has no init. */
@Tag("e2e")
class TerminationTest {
  /** 128 and the number of the signal. */
  private static final int TERMINATED = 143;

  /** SIGTERM's bit in the mask of signals that a process has a handler for. */
  private static final long HANDLES_TERM = 1L << 14;

  /** What the runner grants between the first signal and the last one. */
  private static final Duration GRACE = Duration.ofSeconds(7);

  private final Engine engine = Engine.found();
  private final String name = "gate-e2e-" + UUID.randomUUID();

  @TempDir Path workspace;

  @Test
  void ends_at_once_and_leaves_nothing_half_written() throws Exception {
    Fixtures.checkout("readme", workspace);
    List<String> before = Fixtures.filesBelow(workspace);
    // It waits for an input that never ends.
    Process waiting = start("lint", "--output", "json=report.json", "-");
    try {
      awaitHandler(waiting);
      long start = System.nanoTime();
      stop(waiting);
      assertThat(waiting.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(GRACE);
      assertThat(waiting.exitValue()).isEqualTo(TERMINATED);
      assertThat(Fixtures.filesBelow(workspace)).isEqualTo(before);
    } finally {
      waiting.destroyForcibly().waitFor();
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (engine.isContainer()) {
      command.addAll(engine.command("run", "-i", "--rm", "--name", name));
      command.addAll(List.of("-v", workspace + ":/work", "-w", "/work", engine.image()));
    } else {
      command.addAll(engine.program());
    }
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(workspace.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The first process of a container ignores a signal that it has no handler for. */
  private void awaitHandler(Process process) {
    while (process.isAlive() && !status(process).lines().anyMatch(TerminationTest::handlesTerm)) {
      Thread.onSpinWait();
    }
  }

  private static boolean handlesTerm(String line) {
    return line.startsWith("SigCgt:")
        && (Long.parseUnsignedLong(line.substring("SigCgt:".length()).strip(), 16) & HANDLES_TERM)
            != 0;
  }

  private String status(Process process) {
    try {
      if (!engine.isContainer()) {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
      }
      Process answer =
          new ProcessBuilder(engine.command("exec", name, "cat", "/proc/1/status"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // Not started yet.
      return "";
    }
  }

  private void stop(Process process) throws IOException, InterruptedException {
    if (engine.isContainer()) {
      engine.ask("stop", name);
    } else {
      process.destroy();
    }
  }
}
