package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The report in every form that is kept, in a folder of the workspace that becomes an artifact.
 *
 * @param artifact the name of the artifact, which nothing else in the run has
 */
record ReportFolder(Path path, String artifact, Path workspace) {
  private static final String PARENT = "gate-reports";

  static ReportFolder of(String artifact, int attempt, Path workspace) {
    return new ReportFolder(
        workspace.resolve(PARENT).resolve(artifact), artifact + "-" + attempt, workspace);
  }

  Path json() {
    return path.resolve("report.json");
  }

  void write(Report report, RenderOptions options) throws IOException {
    write(json(), Renderers.of(Format.JSON).render(report, options));
    write(path.resolve("report.sarif"), Renderers.of(Format.SARIF).render(report, options));
    write(path.resolve("report.md"), Renderers.wholeMarkdown().render(report, options));
  }

  private void write(Path file, String text) throws IOException {
    ReportFile.write(file, text, workspace);
  }
}
