package dev.tinyland.gate.docs;

import dev.tinyland.gate.testing.CommandRun;
import java.util.ArrayList;
import java.util.List;

/** What {@code --help} prints for every command. */
final class CliReference {
  private CliReference() {}

  static String body() {
    StringBuilder out = new StringBuilder();
    out.append("What `--help` prints. The exit codes have [a page of their own](exit-codes.md).\n");
    section(out, "gate", help());
    for (String command : commands()) {
      section(out, "gate " + command, help(command));
    }
    return out.toString();
  }

  /** The names of the commands, as the usage text of the whole program lists them. */
  static List<String> commands() {
    List<String> names = new ArrayList<>();
    boolean listed = false;
    for (String line : help().lines().toList()) {
      if (line.equals("Commands:")) {
        listed = true;
      } else if (listed && line.startsWith("  ") && line.charAt(2) != ' ') {
        names.add(line.substring(2, line.indexOf(' ', 2)));
      } else if (!line.startsWith("  ")) {
        listed = false;
      }
    }
    return names;
  }

  private static String help(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add("--help");
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    if (run.code() != 0) {
      throw new AssertionError(arguments + " ended with " + run.code() + ": " + run.err());
    }
    return run.out();
  }

  private static void section(StringBuilder out, String title, String text) {
    out.append("\n## ").append(title).append("\n\n```text\n");
    out.append(text.stripTrailing()).append("\n```\n");
  }
}
