package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run as the action leaves beside its log: the step summary and the outputs. The runner's
 * files are shared by everything in a step, so they are appended to. Only words and numbers become
 * outputs, since workflows paste them into scripts.
 */
final class ActionOutputs {
  private ActionOutputs() {}

  static void leave(
      Report report, ExitCode code, LintOptions options, Map<String, String> environment)
      throws IOException {
    String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (!summary.isEmpty()) {
      append(summary, Renderers.of(Format.MARKDOWN).render(report, RenderOptions.DEFAULTS));
    }
    String outputs = environment.getOrDefault("GITHUB_OUTPUT", "");
    if (!outputs.isEmpty()) {
      String reportFile = json(options, environment.getOrDefault("GITHUB_WORKSPACE", ""));
      append(
          outputs,
          "verdict="
              + verdict(code)
              + "\nfindings="
              + findings(report)
              + "\nreport="
              + reportFile
              + "\n");
    }
  }

  private static String verdict(ExitCode code) {
    if (code == ExitCode.OK) {
      return "proven";
    }
    return code == ExitCode.RED ? "refuted" : "undecided";
  }

  private static int findings(Report report) {
    int findings = 0;
    for (Finding finding : report.findings()) {
      findings += finding.suppressed() == null ? 1 : 0;
    }
    return findings;
  }

  /** The workflow's author named the file, so the name is no stranger's text. */
  private static String json(LintOptions options, String workspace) {
    for (LintOptions.Output output : options.outputs()) {
      if (output.format() == Format.JSON) {
        return inWorkspace(output.file(), workspace).replace("\r", "").replace("\n", "");
      }
    }
    return "";
  }

  /**
   * The file's path from the workspace, if it is in there: later steps run outside of the
   * container, where the workspace has another absolute path.
   */
  private static String inWorkspace(Path file, String workspace) {
    if (!workspace.isEmpty()) {
      Path root = Path.of(workspace);
      Path absolute = file.toAbsolutePath().normalize();
      if (absolute.startsWith(root)) {
        return root.relativize(absolute).toString();
      }
    }
    return file.toString();
  }

  private static void append(String file, String text) throws IOException {
    try (OutputStream out = new FileOutputStream(file, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
