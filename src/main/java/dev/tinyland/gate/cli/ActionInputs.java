package dev.tinyland.gate.cli;

import dev.tinyland.gate.artifact.ArtifactNames;
import dev.tinyland.gate.cli.Command.Option;
import dev.tinyland.gate.lint.policy.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the inputs of the action. GitHub passes each as {@code INPUT_<NAME>} with hyphens kept, and
 * one that is not given as an empty text. All that is wrong with them is said at once.
 */
final class ActionInputs {
  private static final String PREFIX = "INPUT_";

  /** What any container action may be given; the runner itself acts on them. */
  private static final List<String> OF_THE_RUNNER = List.of("entrypoint", "args");

  private final Map<String, String> given = new TreeMap<>();
  private final List<String> complaints = new ArrayList<>();
  private final ActionPaths paths;

  private ActionInputs(Map<String, String> environment) {
    this.paths = ActionPaths.of(environment, complaints);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (variable.getKey().startsWith(PREFIX)) {
        String name = name(variable.getKey());
        String value = variable.getValue().strip();
        // A launcher without hyphens in variables may pass a name in both forms.
        if (!value.isEmpty() || !given.containsKey(name)) {
          given.put(name, value);
        }
      }
    }
  }

  /**
   * Whether the runner started the program as the action: then nothing is given as argument, unless
   * by the input {@code args}, which is refused.
   */
  static boolean are(Map<String, String> environment, String... arguments) {
    return "true".equals(environment.get("GITHUB_ACTIONS"))
        && (arguments.length == 0 || !environment.getOrDefault("INPUT_ARGS", "").isBlank());
  }

  /**
   * @throws UsageException with everything that is wrong with the inputs
   */
  static ActionRequest read(Map<String, String> environment) {
    ActionInputs inputs = new ActionInputs(environment);
    ActionRequest request = inputs.request();
    try {
      // What the options contradict in each other is said together with the rest.
      switch (request.arguments().command()) {
        case "lint" -> OptionReader.lint(request.arguments());
        case "reach" -> OptionReader.reach(request.arguments());
        default -> {}
      }
    } catch (UsageException e) {
      for (String complaint : e.complaints()) {
        inputs.complaints.add(complaint.replace("--", ""));
      }
    }
    if (!inputs.complaints.isEmpty()) {
      throw new UsageException(inputs.complaints);
    }
    return request;
  }

  private ActionRequest request() {
    String command = text(ActionContract.COMMAND);
    Map<String, List<String>> options = new LinkedHashMap<>();
    List<String> positionals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Command known = Commands.named(command == null ? Commands.LINT.name() : command);
    if (known == null) {
      complaints.add("there is no command " + command + ": " + ActionContract.commands());
    }
    for (ActionInput input : ActionContract.inputs()) {
      names.add(input.name());
      String value = text(input.name());
      if (value == null || known == null) {
        continue;
      }
      if (!input.isFor(known.name())) {
        complaints.add(
            "the input "
                + input.name()
                + " is for "
                + String.join(", ", input.commands())
                + ", not for "
                + known.name());
        continue;
      }
      Option option = known.option("--" + input.name());
      if (option != null) {
        List<String> values = values(input, ActionContract.form(option), value);
        if (values != null) {
          options.put("--" + input.name(), values);
        }
      } else if (isPositional(known, input.name())) {
        positionals.addAll(
            input.form() == ActionInput.Form.PATHS
                ? paths.inputs(parts(value, "\r\n"))
                : List.of(value));
      }
    }
    unknown(names);
    String name = known == null ? Commands.LINT.name() : known.name();
    boolean patch = options.getOrDefault("--fix", List.of()).contains("dry-run");
    if (name.equals(Commands.LINT.name()) && !patch) {
      // Annotations are what a runner's log is for; other commands cannot print them.
      options.putIfAbsent("--format", List.of("github"));
    }
    if (positionals.isEmpty() && isPositional(Commands.named(name), "paths")) {
      positionals.addAll(paths.inputs(List.of(".")));
    }
    return new ActionRequest(
        new Arguments(name, options, positionals), paths.workspace(), publication());
  }

  private static boolean isPositional(@Nullable Command command, String name) {
    return command != null
        && command.positional() != null
        && ActionContract.positionalName(command.positional()).equals(name);
  }

  /** The values of an option, or null for a flag that is not set. */
  private @Nullable List<String> values(ActionInput input, ActionInput.Form form, String value) {
    return switch (form) {
      case FLAG -> flag(input.name(), value) ? List.of() : null;
      case WORDS -> parts(value, ", \t\r\n");
      case FILE -> List.of(paths.input(value));
      case WRITTEN -> List.of(paths.output(input.name(), value));
      case OUTPUTS -> paths.outputs(parts(value, "\r\n"));
      case PATHS -> paths.inputs(parts(value, "\r\n"));
      case LINES -> parts(value, "\r\n");
      case TEXT -> List.of(value);
    };
  }

  private ActionRequest.Publication publication() {
    String token = text(ActionContract.TOKEN);
    String artifact = text(ActionContract.ARTIFACT);
    String wrong = artifact == null ? null : ArtifactNames.problem(artifact);
    if (wrong != null) {
      complaints.add("artifact: " + wrong);
    }
    Integer days = days(text(ActionContract.RETENTION));
    if (days != null && artifact == null) {
      complaints.add("artifact-retention-days is about an artifact: give its name as `artifact`");
    }
    for (String name : List.of(ActionContract.CHECK_RUN, ActionContract.COMMENT)) {
      if (text(name) != null && token == null) {
        complaints.add("the input " + name + " needs a token, for example ${{ github.token }}");
      }
    }
    return new ActionRequest.Publication(
        artifact, days, text(ActionContract.CHECK_RUN), text(ActionContract.COMMENT), token);
  }

  private @Nullable Integer days(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.length() <= 3 && text.chars().allMatch(Character::isDigit)) {
      int days = Integer.parseInt(text);
      if (days >= 1 && days <= 400) {
        return days;
      }
    }
    complaints.add("artifact-retention-days is a number of days from 1 to 400, not " + text);
    return null;
  }

  private void unknown(List<String> names) {
    for (Map.Entry<String, String> input : given.entrySet()) {
      String name = input.getKey();
      if (names.contains(name)) {
        continue;
      }
      if (!OF_THE_RUNNER.contains(name)) {
        complaints.add("there is no input " + name + Nearest.hint(name, names));
      } else if (name.equals("args") && !input.getValue().isEmpty()) {
        complaints.add("args are not read: each option is an input of its own");
      }
    }
  }

  /** Exactly the words that YAML has for the two. */
  private boolean flag(String name, String value) {
    return switch (value) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> {
        complaints.add("the input " + name + " is true or false, not " + value);
        yield false;
      }
    };
  }

  private @Nullable String text(String name) {
    String value = given.getOrDefault(name, "");
    return value.isEmpty() ? null : value;
  }

  private static String name(String variable) {
    return variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What stands between the separators, stripped, without the blank ones. */
  private static List<String> parts(String text, String separators) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
        String part = text.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
