package dev.tinyland.gate.cli;

import dev.tinyland.gate.report.Version;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The command line by picocli: help, mistakes, and everything that is unusual. */
final class FullParser {
  private FullParser() {}

  /** Either arguments that are in order, or an exit code after something was printed. */
  record Result(@Nullable Arguments arguments, ExitCode code) {}

  static Result parse(Terminal terminal, String... given) {
    CommandLine commandLine = commandLine();
    ParseResult parsed;
    try {
      parsed = commandLine.parseArgs(given);
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(e.getMessage() + "\nTry `gate --help`.");
    }
    ParseResult chosen = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (chosen.isUsageHelpRequested()) {
      terminal.out().print(usage(chosen.commandSpec().commandLine(), terminal.color()));
      terminal.out().flush();
      return new Result(null, ExitCode.OK);
    }
    if (chosen.isVersionHelpRequested()) {
      terminal.out().println("gate " + Version.text());
      terminal.out().flush();
      return new Result(null, ExitCode.OK);
    }
    if (!parsed.hasSubcommand()) {
      terminal.err().print(usage(commandLine, terminal.color()));
      return new Result(null, ExitCode.USAGE);
    }
    return new Result(arguments(chosen), ExitCode.OK);
  }

  /** The usage texts of all commands, the root first, for the documentation. */
  static Map<String, String> usages() {
    CommandLine root = commandLine();
    Map<String, String> usages = new LinkedHashMap<>();
    usages.put("gate", usage(root, false));
    root.getSubcommands()
        .forEach((name, command) -> usages.put("gate " + name, usage(command, false)));
    return usages;
  }

  static CommandLine commandLine() {
    CommandSpec root = CommandSpec.create().name("gate").version("gate " + Version.text());
    root.usageMessage()
        .description(
            "Proves which CI steps can write to a quarantined Attic cache, and on which triggers.")
        .footer(
            "",
            "Exit codes: 0 looked and it holds, 1 looked and it does not, 2 usage or",
            "unreadable input, 3 could not see enough to decide, 70 a bug in gate.");
    root.addOption(help());
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    for (Command command : Commands.ALL) {
      root.addSubcommand(command.name(), spec(command));
    }
    return new CommandLine(root);
  }

  private static String usage(CommandLine commandLine, boolean color) {
    return commandLine.getUsageMessage(
        color ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF);
  }

  private static CommandSpec spec(Command command) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(command.description());
    spec.addOption(help());
    Command.Positional positional = command.positional();
    if (positional != null) {
      String most = positional.atMost() == Integer.MAX_VALUE ? "*" : "" + positional.atMost();
      boolean files = positional.label().equals("PATH");
      PositionalParamSpec.Builder builder =
          PositionalParamSpec.builder()
              .paramLabel(positional.label())
              .arity((positional.required() ? "1.." : "0..") + most)
              .type(files ? Path[].class : String[].class)
              .description(positional.description());
      List<String> candidates = CompletionCommand.candidates(positional);
      if (!candidates.isEmpty()) {
        builder.completionCandidates(candidates);
      }
      spec.addPositional(builder.build());
    }
    for (Command.Option option : command.options()) {
      OptionSpec.Builder builder =
          OptionSpec.builder(option.name()).description(option.description());
      if (option.label() == null) {
        builder.type(boolean.class);
      } else {
        builder
            .paramLabel(option.label())
            .arity(option.implied() == null ? "1" : "0..1")
            .type(type(option));
      }
      if (option.implied() != null) {
        builder.preprocessor(new Implied(option.implied()));
      }
      if (!option.choices().isEmpty()) {
        builder.completionCandidates(option.choices());
      }
      spec.addOption(builder.build());
    }
    return spec;
  }

  /** Shells complete the names of files where the type is a path. */
  private static Class<?> type(Command.Option option) {
    if (option.repeated()) {
      return String[].class;
    }
    return "FILE".equals(option.label()) ? Path.class : String.class;
  }

  /**
   * Gives an option its value where none is attached to it: picocli would take the next word, which
   * is a path.
   */
  private record Implied(String value) implements CommandLine.IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> words, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (!command.parser().separator().equals(info.get("separator"))) {
        words.push(value);
      }
      return false;
    }
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Print this help.")
        .build();
  }

  private static Arguments arguments(ParseResult parsed) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    for (OptionSpec option : parsed.matchedOptions()) {
      boolean flag = option.type() == boolean.class;
      options.put(option.longestName(), flag ? List.of() : option.stringValues());
    }
    // picocli lists the one positional once for each value, every time with all values.
    List<PositionalParamSpec> matched = parsed.matchedPositionals();
    List<String> positionals = matched.isEmpty() ? List.of() : matched.getFirst().stringValues();
    return new Arguments(parsed.commandSpec().name(), options, positionals);
  }
}
