package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
      long findings = report.findings().size() - report.suppressed();
      append(
          outputs,
          "verdict="
              + verdict(code)
              + "\nfindings="
              + findings
              + "\nreport="
              + json(options)
              + "\n");
    }
  }

  private static String verdict(ExitCode code) {
    return switch (code) {
      case OK -> "proven";
      case RED -> "refuted";
      case USAGE, UNDECIDED, INTERNAL -> "undecided";
    };
  }

  /** The workflow's author named the file, so the name is no stranger's text. */
  private static String json(LintOptions options) {
    for (LintOptions.Output output : options.outputs()) {
      if (output.format() == Format.JSON) {
        return output.file().toString().replace("\n", "");
      }
    }
    return "";
  }

  private static void append(String file, String text) throws IOException {
    Files.write(
        Path.of(file),
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
