package dev.tinyland.gate.cli;

import java.io.PrintStream;
import picocli.AutoComplete;

/** {@code gate completion}: the script that a shell reads to complete gate's command lines. */
final class CompletionCommand {
  private CompletionCommand() {}

  /** One script serves both shells: zsh reads it through its emulation of bash's completion. */
  static ExitCode run(Arguments parsed, Terminal terminal) {
    String shell = String.valueOf(parsed.positional());
    if (parsed.positionals().size() > 1 || !(shell.equals("bash") || shell.equals("zsh"))) {
      throw new UsageException("completion takes one shell: bash or zsh");
    }
    PrintStream out = terminal.out();
    out.print(AutoComplete.bash("gate", FullParser.commandLine()));
    out.flush();
    return ExitCode.OK;
  }
}
