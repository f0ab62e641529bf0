package dev.tinyland.gate.lint.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A script that a command starts: a file, or a recipe of one.
 *
 * @param path the file it stands in, relative to the root
 * @param name what tells it from others of the same file, empty for the whole file
 * @param text what the shell reads
 * @param arguments what it is given, {@code null} where that is not known
 * @param variables further variables with their values
 * @param unknown further variables that have some value
 * @param errexit whether a failing command ends it
 * @param shell false where it is written in another language
 */
public record Program(
    String path,
    String name,
    PlacedText text,
    @Nullable List<Word> arguments,
    Map<String, Word> variables,
    Set<String> unknown,
    boolean errexit,
    boolean shell) {
  public Program {
    arguments = arguments == null ? null : List.copyOf(arguments);
    variables = Map.copyOf(variables);
    unknown = Set.copyOf(unknown);
  }

  /** A file as a whole. */
  public static Program ofFile(String path, String text, List<Word> arguments) {
    return new Program(
        path, "", PlacedText.whole(text), arguments, Map.of(), Set.of(), false, true);
  }

  /** The same text in a language that is not read here. */
  public Program inOtherLanguage() {
    return new Program(path, name, text, arguments, variables, unknown, errexit, false);
  }

  boolean isSameAs(Program other) {
    return path.equals(other.path) && name.equals(other.name);
  }

  /** What it is called in messages. */
  public String label() {
    return name.isEmpty() ? path : path + " " + name;
  }
}
