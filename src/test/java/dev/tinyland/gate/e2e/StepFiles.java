package dev.tinyland.gate.e2e;

import dev.tinyland.gate.testing.FileCommandReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runner's folders for one step, outside of the workspace: home, event and file commands. All
 * of them belong to the user that the runner is, who is not root.
 */
final class StepFiles {
  /** A user that has no account on the machine. */
  static final int RUNNER = 1001;

  private static final int SUMMARY_LIMIT = 1024 * 1024;
  private static final List<String> COMMANDS =
      List.of("add_path", "set_env", "set_output", "save_state", "step_summary");

  final Path temp;
  final Path home;
  final Path workflow;
  final Path commands;
  private final String id;

  /** Creates the folders below {@code temp}, and empty files for the commands. */
  StepFiles(Path temp, String id, String event) throws IOException {
    this.temp = temp;
    this.id = id;
    home = Files.createDirectories(temp.resolve("_github_home"));
    workflow = Files.createDirectories(temp.resolve("_github_workflow"));
    commands = Files.createDirectories(temp.resolve("_runner_file_commands"));
    Files.writeString(event(), event);
    for (String command : COMMANDS) {
      Files.createFile(file(command));
    }
    giveToRunner(temp);
  }

  Path event() {
    return workflow.resolve("event.json");
  }

  Path file(String command) {
    return commands.resolve(command + "_" + id);
  }

  /** Where only root may give files away, whoever runs the tests is the runner. */
  static void giveToRunner(Path folder) throws IOException {
    if (!isRoot()) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(StepFiles::giveFile);
    }
  }

  static int owner(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** Whom the runner's files belong to. */
  static int runner() throws IOException {
    return isRoot() ? RUNNER : owner(Path.of("/proc/self"));
  }

  static boolean isRoot() throws IOException {
    return owner(Path.of("/proc/self")) == 0;
  }

  private static void giveFile(Path file) {
    try {
      Files.setAttribute(file, "unix:uid", RUNNER, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(file, "unix:gid", RUNNER, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pairs of a file; what the runner says to one that it cannot read is added. */
  Map<String, String> pairs(String command, String name, List<String> errors) throws IOException {
    Map<String, String> pairs = new LinkedHashMap<>();
    @Nullable String error = FileCommandReader.read(Files.readString(file(command)), pairs);
    if (error != null) {
      errors.add("Unable to process file command '" + name + "' successfully.");
      errors.add(error);
    }
    return pairs;
  }

  /** The variables of later steps; one of them the runner takes from nobody. */
  Map<String, String> environment(List<String> errors) throws IOException {
    Map<String, String> environment = pairs("set_env", "env", errors);
    if (environment.keySet().removeIf("NODE_OPTIONS"::equalsIgnoreCase)) {
      errors.add("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
    }
    return environment;
  }

  List<String> path() throws IOException {
    return Files.readAllLines(file("add_path")).stream().filter(line -> !line.isEmpty()).toList();
  }

  String summary(List<String> errors) throws IOException {
    long size = Files.size(file("step_summary"));
    if (size > SUMMARY_LIMIT) {
      errors.add(
          "$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got "
              + size / 1024
              + "k.");
      return "";
    }
    return Files.readString(file("step_summary"));
  }
}
