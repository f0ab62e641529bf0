package dev.tinyland.gate.artifact;

import dev.tinyland.gate.runner.RunnerLog;
import java.nio.file.Path;
import java.util.Map;

/** A program of its own, to be run with little memory: FORM ORIGIN PATH. */
final class LargeUpload {
  private LargeUpload() {}

  public static void main(String[] arguments) {
    Map<String, String> environment =
        Map.of("ACTIONS_RUNTIME_TOKEN", Trial.TOKEN, "ACTIONS_RESULTS_URL", arguments[1]);
    RunnerLog log = new RunnerLog(System.err);
    Path path = Path.of(arguments[2]);
    System.out.println(
        arguments[0].equals("folder")
            ? ArtifactUpload.folder(environment, log, "large", path, null)
            : ArtifactUpload.file(environment, log, "large.bin", path, null));
  }
}
