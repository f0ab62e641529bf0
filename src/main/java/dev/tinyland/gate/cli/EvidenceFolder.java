package dev.tinyland.gate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a run as the action keeps its evidence. It always does, and never over older evidence: a
 * second check in one job gets a folder of its own.
 */
record EvidenceFolder(Path path) {
  private static final String PARENT = "gate-reports";

  /**
   * @param artifact its name without the attempt; null for none
   */
  static EvidenceFolder of(Arguments arguments, @Nullable String artifact, Path workspace) {
    Path asked = OptionReader.file(arguments, "--evidence");
    if (asked != null) {
      return new EvidenceFolder(workspace.resolve(asked));
    }
    String name = artifact == null ? arguments.command() : artifact;
    Path folder = workspace.resolve(PARENT).resolve(name);
    for (int number = 2; Files.exists(folder); number++) {
      folder = workspace.resolve(PARENT).resolve(name + "-" + number);
    }
    return new EvidenceFolder(folder);
  }
}
