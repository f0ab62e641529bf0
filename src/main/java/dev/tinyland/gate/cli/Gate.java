package dev.tinyland.gate.cli;

import dev.tinyland.gate.files.Workspace;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.Renderer;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Runs one command line. */
public final class Gate {
  private Gate() {}

  /** Parses, runs, prints; never throws. */
  public static int run(Terminal terminal, String... arguments) {
    try {
      return execute(terminal, arguments).code();
    } catch (UsageException e) {
      terminal.err().println("gate: " + e.getMessage());
      return ExitCode.USAGE.code();
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      terminal.err().println("gate: " + Complaint.of(e));
      return ExitCode.USAGE.code();
    } catch (RuntimeException | Error e) {
      // Also an error of linking: the JVM itself would exit 1, which means findings.
      terminal.err().println("gate: this is a bug in gate, please report it: " + e);
      e.printStackTrace(terminal.err());
      return ExitCode.INTERNAL.code();
    }
  }

  private static ExitCode execute(Terminal terminal, String... given) throws IOException {
    boolean asAction = given.length == 0 && ActionInputs.are(terminal.environment());
    String[] arguments = asAction ? ActionInputs.arguments(terminal.environment()) : given;
    Arguments parsed = QuickParser.parse(arguments);
    if (parsed == null) {
      FullParser.Result result = FullParser.parse(terminal, arguments);
      if (result.arguments() == null) {
        return result.code();
      }
      parsed = result.arguments();
    }
    return switch (parsed.command()) {
      case "lint" -> lint(parsed, terminal, asAction);
      case "reach" -> reach(parsed, terminal);
      case "config" -> ConfigCommand.run(parsed, terminal);
      case "eval" -> EvalCommand.run(parsed, terminal);
      case "rules" -> RulesCommand.rules(terminal);
      case "explain" -> RulesCommand.explain(parsed, terminal);
      case "completion" -> CompletionCommand.run(parsed, terminal);
      default -> throw new IllegalStateException("no such command: " + parsed.command());
    };
  }

  private static ExitCode lint(Arguments parsed, Terminal terminal, boolean asAction)
      throws IOException {
    LintOptions options = OptionReader.lint(parsed);
    if (options.fix() != null) {
      if (options.baseline() != null) {
        throw new UsageException("--fix mends what a baseline passes over too: give one of them");
      }
      return FixRun.run(options, terminal);
    }
    BaselineRun baseline = options.baseline() == null ? null : BaselineRun.open(options.baseline());
    Report report = LintRun.report(options, terminal);
    if (baseline != null) {
      List<Path> named = LintRun.named(options);
      report = baseline.apply(report, Workspace.of(named), named, terminal);
    }
    Printing.print(report, options, terminal);
    ExitCode code = ExitCode.of(report, options.failOn());
    if (asAction) {
      ActionOutputs.leave(report, code, options, terminal.environment());
    }
    return code;
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

  private static ExitCode reach(Arguments parsed, Terminal terminal) throws IOException {
    LintOptions options = OptionReader.reach(parsed);
    Format format = options.formats().getFirst();
    String only = options.surface();
    Renderer renderer = only == null ? Renderers.reach(format) : Renderers.surface(format);
    if (renderer == null) {
      throw new UsageException(
          format == Format.MERMAID
              ? "a graph shows one surface: --surface ID"
              : "reach prints text, json, markdown or, of one surface, mermaid");
    }
    Report report = LintRun.report(options, terminal);
    Printing.printReach(
        renderer, only == null ? report : withSurface(report, only), options, terminal);
    for (Problem problem : report.problems()) {
      boolean read = report.sources().containsKey(problem.span().path());
      String place = read ? ConfigCommand.place(problem.span()) : problem.span().path();
      terminal.err().println("gate: " + place + ": " + problem.message());
    }
    if (!report.problems().isEmpty()) {
      return ExitCode.USAGE;
    }
    return report.files() == 0 || leavesOut(report, terminal) ? ExitCode.UNDECIDED : ExitCode.OK;
  }
}
