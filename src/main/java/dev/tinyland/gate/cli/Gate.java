package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.List;

/** Runs one command line, or the action. */
public final class Gate {
  private Gate() {}

  /** Parses, runs, prints; never throws. */
  public static int run(Terminal terminal, String... arguments) {
    boolean asAction = ActionInputs.are(terminal.environment(), arguments);
    try {
      return (asAction ? ActionRun.run(terminal) : execute(terminal, arguments)).code();
    } catch (UsageException e) {
      complain(terminal, asAction, e.complaints());
      return ExitCode.USAGE.code();
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      complain(terminal, asAction, List.of(Complaint.of(e)));
      return ExitCode.USAGE.code();
    } catch (RuntimeException | Error e) {
      // Also an error of linking: the JVM itself would exit 1, which means findings.
      complain(terminal, asAction, List.of("this is a bug in gate, please report it: " + e));
      for (StackTraceElement element : e.getStackTrace()) {
        terminal.err().println("  at " + element);
      }
      return ExitCode.INTERNAL.code();
    }
  }

  private static void complain(Terminal terminal, boolean asAction, List<String> complaints) {
    for (String complaint : complaints) {
      if (asAction) {
        ActionRun.complain(terminal, complaint);
      } else {
        String prefix = "gate: ";
        for (String line : complaint.split("\n", -1)) {
          terminal.err().println(prefix + Visible.line(line));
          prefix = "";
        }
      }
    }
  }

  private static ExitCode execute(Terminal terminal, String... arguments) throws IOException {
    Arguments parsed = QuickParser.parse(arguments);
    if (parsed == null) {
      FullParser.Result result = FullParser.parse(terminal, arguments);
      if (result.arguments() == null) {
        return result.code();
      }
      parsed = result.arguments();
    }
    return command(parsed, terminal);
  }

  static ExitCode command(Arguments parsed, Terminal terminal) throws IOException {
    return switch (parsed.command()) {
      case "lint" -> LintCommand.run(parsed, terminal);
      case "reach" -> ReachCommand.run(parsed, terminal);
      case "config" -> ConfigCommand.run(parsed, terminal);
      case "eval" -> EvalCommand.run(parsed, terminal);
      case "rules" -> RulesCommand.rules(terminal);
      case "explain" -> RulesCommand.explain(parsed, terminal);
      case "verdict" -> VerdictCommand.run(parsed, terminal);
      case "completion" -> CompletionCommand.run(parsed, terminal);
      default -> CheckRun.run(parsed, terminal);
    };
  }
}
