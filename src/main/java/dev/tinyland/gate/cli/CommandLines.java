package dev.tinyland.gate.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands and their options, built with picocli's programmatic API: annotations would cost a
 * third of a small lint at start-up.
 */
final class CommandLines {
  static final String LINT = "lint";
  static final String REACH = "reach";
  static final String EVAL = "eval";
  static final String RULES = "rules";
  static final String EXPLAIN = "explain";

  private CommandLines() {}

  /** The whole command line; a subcommand that was not asked for is not built. */
  static CommandLine of(String asked) {
    CommandSpec root = CommandSpec.create().name("gate");
    root.usageMessage()
        .description(
            "Proves which CI steps can write to a quarantined Attic cache, and on which triggers.")
        .footer(
            "",
            "Exit codes: 0 looked and it holds, 1 looked and it does not, 2 usage or unreadable"
                + " input,",
            "3 could not see enough to decide, 70 a bug in gate.");
    root.addOption(help());
    root.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    root.version("gate " + Version.text());
    boolean all = !isCommand(asked);
    if (all || asked.equals(LINT)) {
      root.addSubcommand(LINT, lint());
    }
    if (all || asked.equals(REACH)) {
      root.addSubcommand(REACH, reach());
    }
    if (all || asked.equals(EVAL)) {
      root.addSubcommand(EVAL, eval());
    }
    if (all || asked.equals(RULES)) {
      root.addSubcommand(RULES, rules());
    }
    if (all || asked.equals(EXPLAIN)) {
      root.addSubcommand(EXPLAIN, explain());
    }
    return new CommandLine(root);
  }

  static boolean isCommand(String name) {
    return switch (name) {
      case LINT, REACH, EVAL, RULES, EXPLAIN -> true;
      default -> false;
    };
  }

  private static CommandSpec lint() {
    CommandSpec spec = command("Find every step that can write to Attic, and judge it.");
    addScan(spec);
    spec.addOption(
        text(
                "--format",
                "FORMAT",
                "text, json, sarif, github or markdown; may be repeated. Default: text.")
            .arity("1")
            .type(String[].class)
            .build());
    spec.addOption(
        text("--output", "FORMAT=FILE", "Write a format to a file as well; may be repeated.")
            .arity("1")
            .type(String[].class)
            .build());
    spec.addOption(
        text(
                "--fail-on",
                "LEVEL",
                "error, warning or note: exit 1 from this level on. Default: error.")
            .build());
    return spec;
  }

  private static CommandSpec reach() {
    CommandSpec spec = command("Print the matrix of write surface and scenario.");
    addScan(spec);
    spec.addOption(text("--format", "FORMAT", "text or json. Default: text.").build());
    spec.addOption(
        flag("--witness", "Add to each cell the conditions with the context that makes them true.")
            .build());
    return spec;
  }

  private static void addScan(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .arity("0..*")
            .type(String[].class)
            .description("Checkouts, folders or files; - reads one workflow. Default: this folder.")
            .build());
    spec.addOption(
        text("--profile", "PROFILE", "quarantine or downstream. Default: quarantine.").build());
    spec.addOption(
        text("--default-branch", "NAME", "Default: what the clone says, else main.").build());
    spec.addOption(
        flag("--all-files", "Also walk files that name nothing known to write.").build());
  }

  private static CommandSpec eval() {
    CommandSpec spec = command("Evaluate one GitHub expression.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("EXPRESSION")
            .arity("0..1")
            .type(String.class)
            .description("With or without its fence.")
            .build());
    spec.addOption(text("--event", "NAME", "github.event_name.").build());
    spec.addOption(text("--ref", "REF", "github.ref, for example refs/heads/main.").build());
    spec.addOption(
        text("--context", "FILE", "JSON object of contexts; each that is given is complete.")
            .build());
    spec.addOption(
        text("--status", "STATUS", "success, failure or cancelled: decides the status functions.")
            .build());
    spec.addOption(
        flag("--jsonl", "One JSON object a line on standard input, one a line out.").build());
    return spec;
  }

  private static CommandSpec rules() {
    return command("Print the table of rules.");
  }

  private static CommandSpec explain() {
    CommandSpec spec = command("Print the page of a rule.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .arity("1")
            .type(String.class)
            .required(true)
            .description("For example attic-write-on-pull-request.")
            .build());
    return spec;
  }

  private static CommandSpec command(String description) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(description);
    spec.addOption(help());
    return spec;
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Print this help.")
        .build();
  }

  private static OptionSpec.Builder text(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).type(String.class).description(description);
  }

  private static OptionSpec.Builder flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description);
  }
}
