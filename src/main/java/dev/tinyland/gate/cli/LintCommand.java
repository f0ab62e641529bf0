package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code gate lint}. */
final class LintCommand {
  private LintCommand() {}

  static ExitCode run(Arguments parsed, Terminal terminal) throws IOException {
    LintOptions options = OptionReader.lint(parsed);
    if (options.fix() != null) {
      FixRun fixes = new FixRun(options, terminal);
      Printing.print(fixes.judged(), options, terminal);
      fixes.sayWhatWasDone();
      return ExitCode.of(fixes.judged(), options.failOn());
    }
    Report report = report(options, terminal);
    Printing.print(report, options, terminal);
    return ExitCode.of(report, options.failOn());
  }

  /** The report, with what the baseline records marked. */
  static Report report(LintOptions options, Terminal terminal) throws IOException {
    // The baseline is read first: a wrong one must not cost a whole lint.
    BaselineRun baseline = options.baseline() == null ? null : BaselineRun.open(options.baseline());
    Report report = LintRun.report(options, terminal);
    if (baseline == null) {
      return report;
    }
    List<Path> named = LintRun.named(options);
    return baseline.apply(report, Workspace.of(named), named, terminal);
  }
}
