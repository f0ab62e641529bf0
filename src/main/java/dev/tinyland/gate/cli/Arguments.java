package dev.tinyland.gate.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command line that is in order.
 *
 * @param options by name with the dashes, in order; a flag has no values
 */
record Arguments(String command, Map<String, List<String>> options, List<String> positionals) {
  Arguments {
    options = Map.copyOf(options);
    positionals = List.copyOf(positionals);
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** The last value that was given, or null. */
  @Nullable String text(String option) {
    List<String> values = options.get(option);
    return values == null || values.isEmpty() ? null : values.getLast();
  }

  List<String> texts(String option) {
    return options.getOrDefault(option, List.of());
  }

  @Nullable String positional() {
    return positionals.isEmpty() ? null : positionals.getFirst();
  }
}
