package dev.tinyland.gate.cli;

import dev.tinyland.gate.artifact.ArtifactNames;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The report in every form that is kept, in a folder of the workspace that becomes an artifact.
 *
 * @param name of the artifact, as the workflow has it
 * @param artifact its name in the run
 */
record ReportFolder(String name, String artifact, Path workspace) {
  private static final String PARENT = "gate-reports";

  static ReportFolder of(String name, Map<String, String> environment, Path workspace) {
    return new ReportFolder(name, ArtifactNames.withAttempt(name, environment), workspace);
  }

  /** As people are told, from the workspace. */
  String shownPath() {
    return PARENT + "/" + name;
  }

  Path path() {
    return workspace.resolve(PARENT).resolve(name);
  }

  Path json() {
    return path().resolve("report.json");
  }

  void write(Report report, RenderOptions options) throws IOException {
    write(json(), Renderers.of(Format.JSON).render(report, options));
    write(path().resolve("report.sarif"), Renderers.of(Format.SARIF).render(report, options));
    write(path().resolve("report.md"), Renderers.wholeMarkdown().render(report, options));
  }

  private void write(Path file, String text) throws IOException {
    ReportFile.write(file, text, workspace);
  }
}
