package dev.tinyland.gate.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command takes: the one table from which help, parsing and documentation are made.
 *
 * @param positional label and meaning of what is no option, or null
 */
record Command(
    String name, String description, @Nullable Positional positional, List<Option> options) {
  Command {
    options = List.copyOf(options);
  }

  /**
   * @param label as the help shows it
   * @param atMost how many may be given
   * @param required whether at least one must be given
   */
  record Positional(String label, String description, int atMost, boolean required) {}

  /**
   * @param label of the value as the help shows it; null for a flag
   * @param implied the value of the option where it is given without one, and then the next word is
   *     not its value; null where a value has to be given
   * @param choices all values there are, for completion; empty where any text will do
   */
  record Option(
      String name,
      @Nullable String label,
      boolean repeated,
      String description,
      @Nullable String implied,
      List<String> choices) {
    Option {
      choices = List.copyOf(choices);
    }

    static Option text(String name, String label, String description) {
      return new Option(name, label, false, description, null, List.of());
    }

    /** An option whose value may be left out. */
    static Option optional(String name, String label, String implied, String description) {
      return new Option(name, label, false, description, implied, List.of(label));
    }

    static Option repeated(String name, String label, String description) {
      return new Option(name, label, true, description, null, List.of());
    }

    static Option flag(String name, String description) {
      return new Option(name, null, false, description, null, List.of());
    }

    /** The same with the values that there are. */
    Option of(String... values) {
      return new Option(name, label, repeated, description, implied, List.of(values));
    }
  }

  @Nullable Option option(String option) {
    for (Option each : options) {
      if (each.name().equals(option)) {
        return each;
      }
    }
    return null;
  }
}
