package dev.tinyland.gate.cli;

import dev.tinyland.gate.cli.Command.Option;
import dev.tinyland.gate.cli.Command.Positional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands there are. */
final class Commands {
  static final Command LINT =
      new Command(
          "lint",
          "Find every step that can write to Attic, and judge it.",
          paths(),
          scanning(
              Option.repeated(
                      "--format",
                      "FORMAT",
                      "text, json, sarif, github or markdown; may be repeated. Default: text.")
                  .of("text", "json", "sarif", "github", "markdown"),
              Option.repeated(
                  "--output", "FORMAT=FILE", "Write a format to a file as well; may be repeated."),
              Option.text(
                      "--fail-on",
                      "LEVEL",
                      "error, warning or note: exit 1 from this level on. Default: error.")
                  .of("error", "warning", "note"),
              Option.text(
                  "--baseline",
                  "FILE",
                  "A file of findings; those that are recorded there do not count."),
              Option.flag(
                  "--update-baseline",
                  "Write the baseline if there is none, else only take away what is gone."),
              Option.flag(
                  "--show-suppressed",
                  "Show what is suppressed, with the reason, in text and SARIF too."),
              Option.optional(
                  "--fix",
                  "dry-run",
                  "write",
                  "Mend what is mechanical, if a second look proves that nothing else changes;"
                      + " with dry-run print the patch only.")));

  static final Command REACH =
      new Command(
          "reach",
          "Print the matrix of write surface and scenario.",
          paths(),
          scanning(
              Option.text(
                      "--format",
                      "FORMAT",
                      "text, json or markdown; of one surface also mermaid. Default: text.")
                  .of("text", "json", "markdown", "mermaid"),
              Option.text(
                  "--surface", "ID", "Only this surface, for example s3. Default format: mermaid."),
              Option.flag(
                  "--witness",
                  "Add to each cell the conditions with the context that makes them true.")));

  static final Command CONFIG =
      new Command(
          "config",
          "Print the policy that holds, and where each value comes from.",
          new Positional("PATH", "A checkout, folder or file. Default: this folder.", 1, false),
          List.of(
              CommonOptions.configFile(),
              profile(
                  "The part of the policy: quarantine or downstream. Default: what is configured."),
              Option.text("--format", "FORMAT", "text or json. Default: text.")));

  static final Command EVAL =
      new Command(
          "eval",
          "Evaluate one GitHub expression.",
          new Positional("EXPRESSION", "The expression, with or without its fence.", 1, false),
          List.of(
              Option.text("--event", "NAME", "The event, which is github.event_name."),
              Option.text(
                  "--ref", "REF", "The ref, which is github.ref, for example refs/heads/main."),
              Option.text(
                  "--context", "FILE", "JSON object of contexts; each that is given is complete."),
              Option.text(
                      "--status",
                      "STATUS",
                      "success, failure or cancelled: decides the status functions.")
                  .of("success", "failure", "cancelled"),
              Option.flag("--jsonl", "One JSON object a line on standard input, one a line out.")));

  static final Command RULES = new Command("rules", "Print the table of rules.", null, List.of());

  static final Command EXPLAIN =
      new Command(
          "explain",
          "Print the page of a rule.",
          new Positional("RULE", "The rule, for example attic-write-on-pull-request.", 1, true),
          List.of());

  static final Command COMPLETION =
      new Command(
          "completion",
          "Print the script that completes gate's commands in a shell.",
          new Positional("SHELL", "The shell: bash or zsh.", 1, true),
          List.of());

  static final List<Command> ALL = all();

  private Commands() {}

  static @Nullable Command named(String name) {
    for (Command command : ALL) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    return null;
  }

  private static Positional paths() {
    return new Positional(
        "PATH",
        "Checkouts, folders or files; - reads one workflow. Default: this folder.",
        Integer.MAX_VALUE,
        false);
  }

  private static List<Command> all() {
    List<Command> all = new ArrayList<>(List.of(LINT, REACH, CONFIG, EVAL, RULES, EXPLAIN));
    all.addAll(CheckCommands.ALL);
    all.add(CheckCommands.VERDICT);
    all.add(COMPLETION);
    return List.copyOf(all);
  }

  private static Option profile(String description) {
    return Option.text("--profile", "PROFILE", description).of("quarantine", "downstream");
  }

  private static List<Option> scanning(Option... more) {
    List<Option> options = new ArrayList<>();
    options.add(
        profile(
            "The part of the policy: quarantine or downstream. Default: what is configured, else"
                + " quarantine."));
    options.add(CommonOptions.configFile());
    options.add(
        Option.text(
            "--default-branch",
            "NAME",
            "The default branch. Default: what is configured, else what the event, the clone or"
                + " the workflows say, else main."));
    options.add(Option.flag("--all-files", "Also walk files that name nothing known to write."));
    options.addAll(List.of(more));
    return options;
  }
}
