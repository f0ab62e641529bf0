package dev.tinyland.gate.cli;

import java.util.List;
import java.util.Locale;

/**
 * One input of the action.
 *
 * @param name as {@code with:} has it
 * @param commands the commands that take it, in order; empty for one of the action itself
 * @param form how its text is read
 */
public record ActionInput(String name, String description, List<String> commands, Form form) {
  public ActionInput {
    commands = List.copyOf(commands);
  }

  /** How the text of an input is read. */
  public enum Form {
    /** {@code true} or {@code false}, as YAML writes them. */
    FLAG,
    /** Any text. */
    TEXT,
    /** Texts, one a line. */
    LINES,
    /** The path of a file, from the workspace. */
    FILE,
    /** The path of a file or folder that is written, from the workspace. */
    WRITTEN,
    /** Words, parted by blanks, commas or line ends. */
    WORDS,
    /** Paths from the workspace, one a line. */
    PATHS,
    /** {@code FORMAT=FILE}, one a line; the files from the workspace. */
    OUTPUTS
  }

  /** The variable in which the runner passes it: hyphens stay. */
  public String variable() {
    return "INPUT_" + name.toUpperCase(Locale.ROOT);
  }

  /** Whether the command reads it. */
  boolean isFor(String command) {
    return commands.isEmpty() || commands.contains(command);
  }
}
