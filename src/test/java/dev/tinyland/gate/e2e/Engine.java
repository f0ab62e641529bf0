package dev.tinyland.gate.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What runs the action, as {@code src/test/e2e/run} found it.
 *
 * @param client {@code docker} or {@code podman}, or {@code jar} for the program without an image
 * @param image the image that was built of the Dockerfile; empty for a jar
 */
record Engine(String client, String image) {
  private static final Path GATE = Path.of("target/gate").toAbsolutePath();

  static Engine found() {
    return new Engine(System.getProperty("e2e.engine", "jar"), System.getProperty("e2e.image", ""));
  }

  /** Whether the program runs in a container, so that its paths are others. */
  boolean isContainer() {
    return !client.equals("jar");
  }

  /** The command line that the entry point of the image stands for. */
  List<String> program() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + GATE.resolve("java.options"),
        "-XX:AOTCache=" + GATE.resolve("lint.aot"),
        "-cp",
        GATE.resolve("lib/gate.jar").toString(),
        "dev.tinyland.gate.Main");
  }

  /** The client's command with these arguments, for example {@code docker stop NAME}. */
  List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(client));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** What the client prints; a command that fails is an error. */
  String ask(String... arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(arguments))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(command(arguments) + " ended with " + exitCode);
    }
    return answer;
  }
}
