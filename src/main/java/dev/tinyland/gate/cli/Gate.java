package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

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
    } catch (CommandLine.ParameterException e) {
      terminal.err().println("gate: " + e.getMessage());
      terminal.err().println("Try `gate --help`.");
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
    String asked = arguments.length == 0 ? "" : arguments[0];
    CommandLine commandLine = CommandLines.of(asked);
    ParseResult parsed = commandLine.parseArgs(arguments);
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    CommandLine chosen = command.commandSpec().commandLine();
    if (command.isUsageHelpRequested()) {
      chosen.usage(terminal.out(), ansi(terminal));
      return ExitCode.OK;
    }
    if (command.isVersionHelpRequested()) {
      terminal.out().println("gate " + Version.text());
      return ExitCode.OK;
    }
    if (!parsed.hasSubcommand()) {
      commandLine.usage(terminal.err(), ansi(terminal));
      return ExitCode.USAGE;
    }
    return switch (command.commandSpec().name()) {
      case CommandLines.LINT -> lint(command, terminal, asAction);
      case CommandLines.REACH -> reach(command, terminal);
      case CommandLines.EVAL -> EvalCommand.run(command, terminal);
      case CommandLines.RULES -> RulesCommand.rules(terminal);
      case CommandLines.EXPLAIN -> RulesCommand.explain(command, terminal);
      default -> throw new IllegalStateException("no such command: " + asked);
    };
  }

  private static CommandLine.Help.Ansi ansi(Terminal terminal) {
    return terminal.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
  }

  private static ExitCode lint(ParseResult parsed, Terminal terminal, boolean asAction)
      throws IOException {
    LintOptions options = OptionReader.lint(parsed);
    Report report = LintRun.report(options, terminal);
    Printing.print(report, options, terminal);
    ExitCode code = ExitCode.of(report, options.failOn());
    if (asAction) {
      ActionOutputs.leave(report, code, options, terminal.environment());
    }
    return code;
  }

  private static ExitCode reach(ParseResult parsed, Terminal terminal) throws IOException {
    LintOptions options = OptionReader.reach(parsed);
    Report report = LintRun.report(options, terminal);
    var renderer = Renderers.reach(options.formats().getFirst());
    if (renderer == null) {
      throw new UsageException("reach prints text or json");
    }
    Printing.printReach(renderer, report, options, terminal);
    return report.files() == 0 ? ExitCode.UNDECIDED : ExitCode.OK;
  }
}
