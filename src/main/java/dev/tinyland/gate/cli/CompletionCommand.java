package dev.tinyland.gate.cli;

import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.report.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code gate completion}: the script that a shell reads to complete gate's command lines. */
final class CompletionCommand {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  private CompletionCommand() {}

  /** One script serves both shells: zsh reads it through its emulation of bash's completion. */
  static ExitCode run(Arguments parsed, Terminal terminal) {
    if (parsed.positionals().size() > 1 || !SHELLS.contains(String.valueOf(parsed.positional()))) {
      throw new UsageException("completion takes one shell: bash or zsh");
    }
    CommandLine commandLine = FullParser.commandLine();
    for (Command command : Commands.ALL) {
      CommandLine its = commandLine.getSubcommands().get(command.name());
      for (Command.Option option : command.options()) {
        if (its != null && option.implied() != null) {
          writeOut(its.getCommandSpec(), option);
        }
      }
    }
    terminal.out().print(AutoComplete.bash("gate", commandLine));
    terminal.out().flush();
    return ExitCode.OK;
  }

  /** What may stand in the place of a positional; empty where that is a path or any text. */
  static List<String> candidates(Command.Positional positional) {
    return switch (positional.label()) {
      case "RULE" -> {
        List<String> ids = new ArrayList<>();
        for (RuleInfo rule : Rules.infos()) {
          ids.add(rule.id());
        }
        yield ids;
      }
      case "SHELL" -> SHELLS;
      default -> List.of();
    };
  }

  /** After a blank the value of such an option would be taken for a path, so both are one word. */
  private static void writeOut(CommandSpec spec, Command.Option option) {
    spec.remove(spec.findOption(option.name()));
    spec.addOption(OptionSpec.builder(option.name()).type(boolean.class).build());
    for (String choice : option.choices()) {
      String name = option.name() + "=" + choice;
      spec.addOption(OptionSpec.builder(name).type(boolean.class).build());
    }
  }
}
