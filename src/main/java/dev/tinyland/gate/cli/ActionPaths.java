package dev.tinyland.gate.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The paths that inputs name, which begin at the workspace. The runner starts a step there; where
 * it did not, they are put below it.
 */
final class ActionPaths {
  private final Path workspace;
  private final String temporary;
  private final boolean isHere;
  private final List<String> complaints;

  private ActionPaths(Path workspace, String temporary, boolean isHere, List<String> complaints) {
    this.workspace = workspace;
    this.temporary = temporary;
    this.isHere = isHere;
    this.complaints = complaints;
  }

  /**
   * @param complaints gets what is wrong with a path
   */
  static ActionPaths of(Map<String, String> environment, List<String> complaints) {
    Path here = Path.of("").toAbsolutePath();
    String given = environment.getOrDefault("GITHUB_WORKSPACE", "");
    Path workspace = given.isEmpty() ? here : Path.of(given).toAbsolutePath().normalize();
    return new ActionPaths(
        workspace, environment.getOrDefault("RUNNER_TEMP", ""), workspace.equals(here), complaints);
  }

  /** Absolute. */
  Path workspace() {
    return workspace;
  }

  List<String> inputs(List<String> paths) {
    List<String> placed = new ArrayList<>();
    for (String path : paths) {
      placed.add(input(path));
    }
    return placed;
  }

  String input(String path) {
    return isHere || path.equals("-") ? path : workspace.resolve(path).normalize().toString();
  }

  /**
   * Each {@code FORMAT=FILE} with its file placed. A file elsewhere would go with the container,
   * and nobody would miss it before it is needed.
   */
  List<String> outputs(List<String> pairs) {
    List<String> placed = new ArrayList<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=') + 1;
      String file = pair.substring(equals);
      placed.add(pair.substring(0, equals) + (file.isEmpty() ? file : output("output", file)));
    }
    return placed;
  }

  /**
   * A file or folder that is to be written.
   *
   * @param name of the input
   */
  String output(String name, String file) {
    Path absolute = workspace.resolve(file).normalize();
    boolean kept =
        absolute.startsWith(workspace)
            || (!temporary.isEmpty() && absolute.startsWith(Path.of(temporary)));
    if (!kept) {
      complaints.add(
          name
              + ": "
              + file
              + " lies outside of the workspace and would be lost with the"
              + " container; write a path that starts at the workspace");
    }
    return input(file);
  }
}
