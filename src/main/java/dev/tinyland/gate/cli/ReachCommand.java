package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.Renderer;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.Span;
import java.io.IOException;
import java.util.List;

/** {@code gate reach}. */
final class ReachCommand {
  private ReachCommand() {}

  static ExitCode run(Arguments parsed, Terminal terminal) throws IOException {
    LintOptions options = OptionReader.reach(parsed);
    Renderer renderer = renderer(options);
    Report report = report(options, terminal);
    Printing.printReach(renderer, report, options, terminal);
    return exitCode(report, terminal);
  }

  static Renderer renderer(LintOptions options) {
    Format format = options.formats().getFirst();
    Renderer renderer =
        options.surface() == null ? Renderers.reach(format) : Renderers.surface(format);
    if (renderer == null) {
      throw new UsageException(
          format == Format.MERMAID
              ? "a graph shows one surface: --surface ID"
              : "reach prints text, json, markdown or, of one surface, mermaid");
    }
    return renderer;
  }

  static Report report(LintOptions options, Terminal terminal) throws IOException {
    Report report = LintRun.report(options, terminal);
    String only = options.surface();
    return only == null ? report : withSurface(report, only);
  }

  /** Says what could not be read. */
  static ExitCode exitCode(Report report, Terminal terminal) {
    for (Problem problem : report.problems()) {
      boolean read = report.sources().containsKey(problem.span().path());
      String place = read ? ConfigCommand.place(problem.span()) : problem.span().path();
      terminal.err().println("gate: " + place + ": " + ConfigCommand.message(problem));
    }
    if (!report.problems().isEmpty()) {
      return ExitCode.USAGE;
    }
    return report.files() == 0 || leavesOut(report, terminal) ? ExitCode.UNDECIDED : ExitCode.OK;
  }

  /** A matrix without the surfaces of a file that could not be read shows too little. */
  private static boolean leavesOut(Report report, Terminal terminal) {
    boolean found = false;
    for (Finding finding : report.findings()) {
      if (finding.rule().equals("unreadable-file")) {
        Span span = finding.span();
        terminal
            .err()
            .println("gate: " + span.path() + ":" + span.line() + ": " + finding.message());
        found = true;
      }
    }
    return found;
  }

  private static Report withSurface(Report report, String id) {
    for (Surface surface : report.surfaces()) {
      if (surface.id().equals(id)) {
        return report.withSurfaces(List.of(surface));
      }
    }
    int count = report.surfaces().size();
    throw new UsageException(
        "there is no surface " + id + ": " + (count == 0 ? "none was found" : "s1 to s" + count));
  }
}
