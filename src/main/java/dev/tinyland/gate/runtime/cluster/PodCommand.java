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
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("not an absolute path: " + path);
    }
    return new PodCommand(List.of("test", "-d", path));
  }

  static PodCommand rustfsVersion() {
    return new PodCommand(List.of("rustfs", "--version"));
  }

  List<String> arguments() {
    return arguments;
  }
}
