package dev.tinyland.gate;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts a check in a JVM of its own, with the options, the class path and the start-up cache of
 * the checks. The launchers choose those themselves; the image has none, since a shell would drop
 * variables of the runner, and starts every command as a lint (docs/adr/0016).
 */
final class Relaunch {
  private final File home;
  private final String[] arguments;

  private Relaunch(File home, String... arguments) {
    this.home = home;
    this.arguments = arguments;
  }

  /**
   * Tells whether the command of this JVM, which was started as a lint's, is a check.
   *
   * @param home the folder with {@code lib} and the options
   * @return null where the command has to run in this JVM
   */
  static @Nullable Relaunch of(String home, Map<String, String> environment, String... arguments) {
    String command =
        arguments.length > 0 ? arguments[0] : environment.getOrDefault("INPUT_COMMAND", "");
    if (command.isEmpty() || command.indexOf(File.separatorChar) >= 0) {
      return null;
    }
    return new File(home, "checks/" + command).isFile()
        ? new Relaunch(new File(home), arguments)
        : null;
  }

  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.add("@" + new File(home, "checks.options"));
    command.add("-XX:AOTCache=" + new File(home, "checks.aot"));
    command.addAll(List.of("-cp", new File(home, "lib/checks.jar").toString()));
    command.add(Main.class.getName());
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** Runs it to its end, which is this one's as well: a signal is passed on. */
  int run() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command()).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
    return process.waitFor();
  }

  /** Waits too: in a container everything ends with its first process. */
  private static void stop(Process process) {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
