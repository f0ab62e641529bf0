package dev.tinyland.gate.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine that the tests need. */
final class Tools {
  private Tools() {}

  /**
   * The node to run the launcher with. Continuous integration has one, so there its absence is a
   * failure; elsewhere it is said that these tests did not run.
   */
  static Path node() {
    Optional<Path> node = find("node");
    if (node.isEmpty()) {
      String message = "no node on the PATH: the launcher of the lane entry was not tested";
      if (System.getenv("CI") != null) {
        throw new AssertionError(message);
      }
      System.err.println(message);
      Assumptions.abort(message);
    }
    return node.orElseThrow();
  }

  /** A folder to be a whole PATH: what a lane has in any case, and no Java. */
  static void provideIn(Path folder) throws IOException {
    for (String name : new String[] {"sh", "tar", "gzip", "readlink", "cp", "mkdir", "kill"}) {
      Path tool = find(name).orElseThrow(() -> new AssertionError("the tests need " + name));
      script(folder.resolve(name), "#!/bin/sh\nexec '" + tool + "' \"$@\"\n");
    }
  }

  static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new AssertionError(file + " cannot be made executable");
    }
  }

  static void run(Path folder, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.onExit().join().exitValue();
    if (code != 0) {
      throw new AssertionError(String.join(" ", command) + " ended with " + code + ": " + output);
    }
  }

  private static Optional<Path> find(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
