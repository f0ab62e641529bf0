package dev.tinyland.gate.cli;

import dev.tinyland.gate.cli.ActionInput.Form;
import dev.tinyland.gate.cli.Command.Option;
import dev.tinyland.gate.cli.Command.Positional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the action takes and gives: an input for each option of each command, and its own. Both
 * {@code action.yml}, the reading of the environment and the reference are made from it.
 */
public final class ActionContract {
  static final String COMMAND = "command";
  static final String ARTIFACT = "artifact";
  static final String RETENTION = "artifact-retention-days";
  static final String CHECK_RUN = "check-run";
  static final String COMMENT = "comment";
  static final String TOKEN = "token";

  private static final List<String> REPORTING = List.of("lint");
  private static final List<String> KEEPING = keeping();

  private ActionContract() {}

  /** An output of the step. */
  public record Output(String name, String description) {}

  /** All inputs, the one that selects the command first. */
  public static List<ActionInput> inputs() {
    Map<String, ActionInput> inputs = new LinkedHashMap<>();
    add(inputs, COMMAND, List.of(), "The command to run: " + commands() + ". Default: lint.");
    for (Command command : Commands.ALL) {
      Positional positional = command.positional();
      if (positional != null) {
        merge(
            inputs, command, positionalName(positional), positional(positional), form(positional));
      }
    }
    for (Command command : Commands.ALL) {
      for (Option option : command.options()) {
        merge(inputs, command, name(option), description(option), form(option));
      }
    }
    own(inputs);
    return List.copyOf(inputs.values());
  }

  public static List<Output> outputs() {
    return List.of(
        new Output("verdict", "`proven`, `refuted` or `undecided`, as the exit codes 0, 1 and 3."),
        new Output("findings", "The number of findings of `lint` that are not suppressed."),
        new Output(
            "report",
            "The JSON report of `lint`, relative to the workspace, if one was written: with"
                + " `artifact`, or with `output: json=FILE`."),
        new Output(
            "evidence",
            "The folder of the evidence, relative to the workspace, for commands that collect"
                + " some."));
  }

  private static List<String> keeping() {
    List<String> keeping = new ArrayList<>(REPORTING);
    keeping.addAll(CheckCommands.names());
    return List.copyOf(keeping);
  }

  private static void own(Map<String, ActionInput> inputs) {
    add(
        inputs,
        ARTIFACT,
        KEEPING,
        "Write the report, or the evidence, to `gate-reports/NAME` and upload that as the artifact"
            + " NAME-ATTEMPT.");
    add(
        inputs,
        RETENTION,
        KEEPING,
        "Days to keep the artifact. Default: what the repository has set.");
    add(
        inputs,
        CHECK_RUN,
        REPORTING,
        "Also publish all findings as a check run of this name. Needs `token` with `checks:"
            + " write`.");
    add(
        inputs,
        COMMENT,
        REPORTING,
        "Also keep one comment of this name on the pull request. Needs `token` with"
            + " `pull-requests: write`.");
    add(
        inputs,
        TOKEN,
        REPORTING,
        "For `check-run` and `comment`, for example the job's `github.token`. Nothing else reads"
            + " it.");
  }

  private static void add(
      Map<String, ActionInput> inputs, String name, List<String> commands, String description) {
    inputs.put(name, new ActionInput(name, description, commands, Form.TEXT));
  }

  /** Commands share an input of one name; the description is that of the first. */
  private static void merge(
      Map<String, ActionInput> inputs,
      Command command,
      String name,
      String description,
      Form form) {
    ActionInput known = inputs.get(name);
    List<String> commands = new ArrayList<>(known == null ? List.of() : known.commands());
    commands.add(command.name());
    inputs.put(
        name,
        new ActionInput(name, known == null ? description : known.description(), commands, form));
  }

  static String name(Option option) {
    return option.name().substring("--".length());
  }

  static String positionalName(Positional positional) {
    return positional.label().equals("PATH")
        ? "paths"
        : positional.label().toLowerCase(Locale.ROOT);
  }

  private static String positional(Positional positional) {
    return positional.label().equals("PATH")
        ? "Checkouts, folders or files, one a line. Default: the workspace."
        : positional.description();
  }

  /** The option's own words, where they fit an input. */
  private static String description(Option option) {
    return switch (option.name()) {
      case "--format" ->
          "What the log gets: text, json, sarif, github or markdown; several are parted by commas."
              + " Default: github for lint, else text.";
      case "--store-hash" ->
          "Store paths to read, one a line: the 32 characters of the hash, the name, or all of it.";
      case "--bucket" ->
          "Buckets to look at, read-only, one a line. Default: those that are configured.";
      case "--public-key" -> "Keys whose signature each path has to have, one NAME:BASE64 a line.";
      case "--context" ->
          "For eval a file with a JSON object of contexts, each that is given is complete; for the"
              + " checks the name of a context of the kubeconfig. Default: its current.";
      case "--output" -> "Files to write a report to, one FORMAT=FILE a line.";
      case "--fix" ->
          "`write` mends what is mechanical in the workspace, if a second look proves that nothing"
              + " else changes; `dry-run` prints the patch.";
      case "--jsonl" ->
          "One JSON object a line on standard input, which a runner leaves empty; of use by hand.";
      default -> option.description();
    };
  }

  private static Form form(Positional positional) {
    return positional.label().equals("PATH") ? Form.PATHS : Form.TEXT;
  }

  /** Options of one name need not be of one form: it is that of the command. */
  static Form form(Option option) {
    String label = option.label();
    if (label == null) {
      return Form.FLAG;
    }
    return switch (label) {
      case "FORMAT=FILE" -> Form.OUTPUTS;
      case "FORMAT" -> Form.WORDS;
      case "FILE", "BUNDLE" -> Form.FILE;
      case "DIR" -> Form.WRITTEN;
      default -> option.repeated() ? Form.LINES : Form.TEXT;
    };
  }

  static String commands() {
    List<String> names = new ArrayList<>();
    for (Command command : Commands.ALL) {
      names.add(command.name());
    }
    String last = names.removeLast();
    return String.join(", ", names) + " or " + last;
  }
}
