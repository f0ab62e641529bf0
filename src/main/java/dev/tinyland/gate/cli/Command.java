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
   */
  record Option(String name, @Nullable String label, boolean repeated, String description) {
    static Option text(String name, String label, String description) {
      return new Option(name, label, false, description);
    }

    static Option repeated(String name, String label, String description) {
      return new Option(name, label, true, description);
    }

    static Option flag(String name, String description) {
      return new Option(name, null, false, description);
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
