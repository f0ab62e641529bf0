package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderer;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.runner.FileCommands;
import dev.tinyland.gate.runner.RunnerLog;
import dev.tinyland.gate.runtime.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command as the action: its inputs come from the environment, and what it finds goes to the
 * log, the step summary, the outputs and wherever else the inputs say. Only words, numbers and the
 * name of a file become outputs, since workflows paste them into scripts.
 */
final class ActionRun {
  private static final String FULL_REPORT = "The full report";

  private final Terminal terminal;
  private final ActionRequest request;
  private final RunnerLog log;
  private final FileCommands files;

  private ActionRun(Terminal terminal, ActionRequest request) {
    this.terminal = terminal;
    this.request = request;
    this.log = new RunnerLog(terminal.out());
    this.files = new FileCommands(terminal.environment());
  }

  static ExitCode run(Terminal terminal) throws IOException {
    ActionRequest request = ActionInputs.read(terminal.environment());
    return new ActionRun(terminal, request).run();
  }

  /** Says on the log why the step fails. */
  static void complain(Terminal terminal, String complaint) {
    new RunnerLog(terminal.out()).error(complaint);
  }

  private ExitCode run() throws IOException {
    Arguments arguments = request.arguments();
    return switch (arguments.command()) {
      case "lint" -> lint(OptionReader.lint(arguments));
      case "reach" -> reach(OptionReader.reach(arguments));
      default ->
          CheckCommands.names().contains(arguments.command()) ? check(arguments) : other(arguments);
    };
  }

  private ExitCode lint(LintOptions options) throws IOException {
    Report report = judged(options);
    ExitCode code = ExitCode.of(report, options.failOn());
    ReportFolder folder = folder();
    RenderOptions rendering = Printing.plain(options).withElsewhere(elsewhere(folder));
    List<Format> shown = options.fix() == FixMode.DRY_RUN ? List.of() : options.formats();
    for (Format format : shown) {
      print(format, Renderers.of(format).render(report, rendering));
    }
    // Annotations are capped and leave out the lines; the log has room for all of it.
    boolean annotated = shown.contains(Format.GITHUB);
    if (annotated && !shown.contains(Format.TEXT) && !report.isClean()) {
      log.group(FULL_REPORT, Renderers.of(Format.TEXT).render(report, rendering));
    }
    for (LintOptions.Output output : options.outputs()) {
      String text = Renderers.of(output.format()).render(report, rendering);
      ReportFile.write(output.file(), text, request.workspace());
    }
    if (folder != null) {
      folder.write(report, rendering);
    }
    if (files.takesSummary()) {
      files.summary(Renderers.of(Format.MARKDOWN).render(report, rendering));
    }
    outputs(code, String.valueOf(report.open()), reportFile(options, folder));
    if (request.publication().any()) {
      ActionPublishing publishing =
          new ActionPublishing(request.publication(), terminal.environment(), log);
      if (folder != null) {
        publishing.upload(folder.name(), folder.path(), folder.shownPath());
      }
      publishing.show(report, code);
    }
    return code;
  }

  private Report judged(LintOptions options) throws IOException {
    if (options.fix() == null) {
      return LintCommand.report(options, terminal);
    }
    FixRun fixes;
    // The lines of a patch are those of the repository.
    log.stopCommands();
    try {
      fixes = new FixRun(options, terminal);
    } finally {
      log.resumeCommands();
    }
    fixes.sayWhatWasDone();
    return fixes.judged();
  }

  private ExitCode reach(LintOptions options) throws IOException {
    Renderer renderer = ReachCommand.renderer(options);
    Report report = ReachCommand.report(options, terminal);
    print(options.formats().getFirst(), renderer.render(report, Printing.plain(options)));
    Renderer summary =
        options.surface() == null
            ? Renderers.reach(Format.MARKDOWN)
            : Renderers.surface(Format.MARKDOWN);
    if (files.takesSummary() && summary != null) {
      files.summary(summary.render(report, RenderOptions.DEFAULTS));
    }
    ExitCode code = ReachCommand.exitCode(report, terminal);
    outputs(code, "", "");
    return code;
  }

  /** A check of a live system: evidence first, kept whatever the verdict. */
  private ExitCode check(Arguments arguments) throws IOException {
    VerdictFormat format = VerdictFormat.of(arguments.text("--format"));
    EvidenceFolder folder =
        EvidenceFolder.of(arguments, request.publication().artifact(), request.workspace());
    VerdictReport report;
    try {
      report = CheckRun.report(arguments, terminal, request.workspace(), folder.path());
    } catch (IOException | RuntimeException e) {
      if (Files.isRegularFile(folder.path().resolve("manifest.json"))) {
        keep(folder.path(), ExitCode.UNDECIDED);
      }
      throw e;
    }
    ExitCode code = ExitCode.valueOf(report.exitCode());
    print(format == VerdictFormat.TEXT ? Format.TEXT : Format.JSON, format.render(report));
    if (code != ExitCode.OK) {
      VerdictReport.Line worst = report.reasons().getFirst();
      String what = worst.name() + ", " + worst.subject() + ": " + worst.sentence();
      log.error(report.command() + " is " + report.verdict() + ": " + what);
    }
    if (files.takesSummary()) {
      files.summary(VerdictFormat.MARKDOWN.render(report));
    }
    keep(folder.path(), code);
    return code;
  }

  /** Also of a check that did not come to its end: what it saw until then is evidence. */
  private void keep(Path folder, ExitCode code) throws IOException {
    ReportFile.own(folder, request.workspace());
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("verdict", verdict(code));
    outputs.put("evidence", relative(folder));
    files.outputs(outputs);
    String artifact = request.publication().artifact();
    if (artifact != null) {
      new ActionPublishing(request.publication(), terminal.environment(), log)
          .upload(artifact, folder, relative(folder));
    }
  }

  private ExitCode other(Arguments arguments) throws IOException {
    log.stopCommands();
    ExitCode code;
    try {
      code = Gate.command(arguments, terminal);
    } finally {
      log.resumeCommands();
    }
    outputs(code, "", "");
    return code;
  }

  /**
   * Text for people is made harmless where it is rendered; in data and pages anything may stand.
   */
  private void print(Format format, String text) {
    if (format == Format.GITHUB || format == Format.TEXT) {
      log.rendered(text);
    } else {
      log.stopCommands();
      log.rendered(text);
      log.resumeCommands();
    }
  }

  private void outputs(ExitCode code, String findings, String report) throws IOException {
    // After wrong usage nothing was judged.
    if (code == ExitCode.USAGE && findings.isEmpty()) {
      return;
    }
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put("verdict", verdict(code));
    outputs.put("findings", findings);
    outputs.put("report", report);
    files.outputs(outputs);
  }

  private static String verdict(ExitCode code) {
    if (code == ExitCode.OK) {
      return "proven";
    }
    return code == ExitCode.RED ? "refuted" : "undecided";
  }

  private @Nullable ReportFolder folder() {
    String artifact = request.publication().artifact();
    if (artifact == null) {
      return null;
    }
    return ReportFolder.of(artifact, terminal.environment(), request.workspace());
  }

  /** Where everything is that an annotation or a summary has no room for. */
  private static String elsewhere(@Nullable ReportFolder folder) {
    return folder == null
        ? "`" + FULL_REPORT + "` in the log of this step"
        : "the artifact `" + folder.artifact() + "`";
  }

  /**
   * The JSON report from the workspace: later steps run outside of the container, where the
   * workspace has another absolute path.
   */
  private String reportFile(LintOptions options, @Nullable ReportFolder folder) {
    if (folder != null) {
      return relative(folder.json());
    }
    for (LintOptions.Output output : options.outputs()) {
      if (output.format() == Format.JSON) {
        return relative(output.file());
      }
    }
    return "";
  }

  private String relative(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path workspace = request.workspace();
    return absolute.startsWith(workspace)
        ? workspace.relativize(absolute).toString()
        : file.toString();
  }
}
