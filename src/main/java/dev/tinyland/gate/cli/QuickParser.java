package dev.tinyland.gate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command line in which everything is in order. Whatever is not (help, mistakes, anything
 * unusual) is left to picocli, whose classes cost a small lint a sixth of its time (ADR 9).
 */
final class QuickParser {
  private QuickParser() {}

  /** The arguments, or null where picocli has to look. */
  static @Nullable Arguments parse(String... given) {
    Command command = given.length == 0 ? null : Commands.named(given[0]);
    if (command == null) {
      return null;
    }
    Map<String, List<String>> options = new LinkedHashMap<>();
    List<String> positionals = new ArrayList<>();
    for (int i = 1; i < given.length; i++) {
      String word = given[i];
      if (!word.startsWith("-") || word.equals("-")) {
        // picocli reads @file as a file of arguments.
        if (word.startsWith("@")) {
          return null;
        }
        positionals.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      Command.Option option = command.option(name);
      if (option == null || (options.containsKey(name) && !option.repeated())) {
        return null;
      }
      List<String> values = options.computeIfAbsent(name, key -> new ArrayList<>());
      if (option.label() == null) {
        if (equals >= 0) {
          return null;
        }
      } else if (equals >= 0) {
        values.add(word.substring(equals + 1));
      } else if (option.implied() != null) {
        values.add(option.implied());
      } else if (i + 1 < given.length && !given[i + 1].startsWith("-")) {
        values.add(given[++i]);
      } else {
        return null;
      }
    }
    return counts(command, positionals)
        ? new Arguments(command.name(), options, positionals)
        : null;
  }

  private static boolean counts(Command command, List<String> positionals) {
    Command.Positional positional = command.positional();
    if (positional == null) {
      return positionals.isEmpty();
    }
    return positionals.size() <= positional.atMost()
        && !(positional.required() && positionals.isEmpty());
  }
}
