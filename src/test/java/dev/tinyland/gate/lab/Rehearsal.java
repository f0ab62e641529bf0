package dev.tinyland.gate.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What to run during an incident, and what to expect: the file of {@code src/test/lab/incidents},
 * which is also what an operator gets to read.
 */
public final class Rehearsal {
  private static final Path FOLDER = Path.of("src/test/lab/incidents");
  private static final String COMMAND = "./gate ";

  /**
   * A command with the exit code that it has to end with.
   *
   * @param arguments as they are typed, variables as {@code "$NAME"}
   */
  public record Step(int exitCode, List<String> arguments) {
    public Step {
      arguments = List.copyOf(arguments);
    }

    /** The arguments with the values of the lab. */
    public List<String> arguments(Map<String, String> environment) {
      List<String> filled = new ArrayList<>();
      for (String argument : arguments) {
        boolean variable = argument.startsWith("\"$");
        String name = variable ? argument.substring(2, argument.length() - 1) : argument;
        String value = variable ? environment.get(name) : argument;
        if (value == null) {
          throw new IllegalArgumentException("the lab has no variable " + name);
        }
        filled.add(value);
      }
      return filled;
    }
  }

  private Rehearsal() {}

  /** The words of all files. */
  static List<String> words() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  /** The whole text. */
  static String text(Incident incident) throws IOException {
    return Files.readString(FOLDER.resolve(incident.word()));
  }

  /** The commands of an incident, in their order. */
  public static List<Step> of(Incident incident) throws IOException {
    List<Step> steps = new ArrayList<>();
    for (String line : text(incident).lines().toList()) {
      int command = line.indexOf(COMMAND);
      if (command > 0) {
        String typed = line.substring(command + COMMAND.length()).strip();
        steps.add(
            new Step(
                Integer.parseInt(line.substring(0, command).strip()), List.of(typed.split(" +"))));
      }
    }
    return steps;
  }
}
