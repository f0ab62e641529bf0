package dev.tinyland.gate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The inputs of the action as arguments. GitHub passes each as {@code INPUT_<NAME>} with hyphens
 * kept, and one that is not given as an empty text.
 */
final class ActionInputs {
  private ActionInputs() {}

  /** Whether the runner started the program as the action: then nothing is given as argument. */
  static boolean are(Map<String, String> environment) {
    return "true".equals(environment.get("GITHUB_ACTIONS"));
  }

  static String[] arguments(Map<String, String> environment) {
    List<String> arguments = new ArrayList<>();
    String command = input(environment, "command");
    arguments.add(command.isEmpty() ? Commands.LINT.name() : command);
    add(arguments, environment, "profile", "--profile");
    add(arguments, environment, "default-branch", "--default-branch");
    add(arguments, environment, "fail-on", "--fail-on");
    String format = input(environment, "format");
    for (String each : (format.isEmpty() ? "github" : format).split("[,\\s]+")) {
      arguments.add("--format=" + each);
    }
    for (String kind : List.of("sarif", "json", "markdown")) {
      String file = input(environment, kind + "-file");
      if (!file.isEmpty()) {
        arguments.add("--output=" + kind + "=" + file);
      }
    }
    for (String path : input(environment, "paths").split("\\R")) {
      if (!path.isBlank()) {
        arguments.add(path.strip());
      }
    }
    return arguments.toArray(new String[0]);
  }

  private static void add(
      List<String> arguments, Map<String, String> environment, String name, String option) {
    String value = input(environment, name);
    if (!value.isEmpty()) {
      arguments.add(option + "=" + value);
    }
  }

  private static String input(Map<String, String> environment, String name) {
    return environment.getOrDefault("INPUT_" + name.toUpperCase(Locale.ROOT), "").strip();
  }
}
