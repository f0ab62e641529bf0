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
    String given = input(environment, "command");
    String command = given.isEmpty() ? Commands.LINT.name() : given;
    arguments.add(command);
    add(arguments, environment, "profile", "--profile");
    add(arguments, environment, "default-branch", "--default-branch");
    add(arguments, environment, "config", "--config");
    add(arguments, environment, "fail-on", "--fail-on");
    add(arguments, environment, "baseline", "--baseline");
    String format = input(environment, "format");
    // Annotations are what a runner's log is for; other commands cannot print them.
    String formats = format.isEmpty() && command.equals(Commands.LINT.name()) ? "github" : format;
    for (String each : parts(formats, ", \t\r\n")) {
      arguments.add("--format=" + each);
    }
    for (String kind : List.of("sarif", "json", "markdown")) {
      String file = input(environment, kind + "-file");
      if (!file.isEmpty()) {
        arguments.add("--output=" + kind + "=" + file);
      }
    }
    arguments.addAll(parts(input(environment, "paths"), "\r\n"));
    return arguments.toArray(new String[0]);
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
