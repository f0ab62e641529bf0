package dev.tinyland.gate.runtime.cluster;

import java.util.List;

/** The commands that are run in a container, as arguments: no shell reads them. */
final class PodCommand {
  private final List<String> arguments;

  private PodCommand(List<String> arguments) {
    this.arguments = arguments;
  }

  /**
   * @param path absolute
   */
  static PodCommand isFolder(String path) {
    return test("-d", path);
  }

  /**
   * Whether there is something that may be run, or a folder that may be entered. It is not run.
   *
   * @param path absolute
   */
  static PodCommand isProgram(String path) {
    return test("-x", path);
  }

  static PodCommand rustfsVersion() {
    return new PodCommand(List.of("rustfs", "--version"));
  }

  /** Its list of subcommands; none of them is run. */
  static PodCommand rustfsHelp() {
    return new PodCommand(List.of("rustfs", "--help"));
  }

  private static PodCommand test(String operator, String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("not an absolute path: " + path);
    }
    return new PodCommand(List.of("test", operator, path));
  }

  List<String> arguments() {
    return arguments;
  }
}
