package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code secrets}: free in the workflow that a trigger starts, handed on or not to one it calls.
 */
final class Secrets {
  private static final Domain OPERATING_SYSTEMS =
      Domain.closed(
          Domain.Choice.ANY, List.of(Values.of("Linux"), Values.of("macOS"), Values.of("Windows")));
  private static final Domain ENVIRONMENTS =
      Domain.closed(
          Domain.Choice.ANY, List.of(Values.of("self-hosted"), Values.of("github-hosted")));

  private Secrets() {}

  /** Of the workflow that a trigger starts. A fork's pull request gets none but the token. */
  static final Context OF_REPOSITORY =
      (key, world) -> {
        String name = key.toUpperCase(Locale.ROOT);
        if (name.equals("GITHUB_TOKEN")) {
          return Values.of("github-token");
        }
        boolean none =
            world.assumption() == Assumption.NO_SECRETS
                || world.scenario().trust() == Scenario.Trust.FORK;
        return none
            ? Value.NULL
            : world.free(
                "secrets." + name,
                Domain.strings(Values.of("some-" + key.toLowerCase(Locale.ROOT))));
      };

  /** Of a called workflow that is given some by name. */
  static Context mapped(Map<String, Template> given, Site caller) {
    return (key, world) -> {
      if (key.equalsIgnoreCase("GITHUB_TOKEN")) {
        return Values.of("github-token");
      }
      for (Map.Entry<String, Template> entry : given.entrySet()) {
        if (entry.getKey().equalsIgnoreCase(key)) {
          return Values.asString(Values.evaluate(entry.getValue(), caller.scope(world)));
        }
      }
      return Value.NULL;
    };
  }

  /** {@code vars}: free everywhere. */
  static final Context VARIABLES = (key, world) -> world.free("vars." + key);

  /** {@code runner}: chosen by {@code runs-on}, which is not followed here. */
  static Context runner(String ofJob) {
    return (key, world) ->
        switch (key.toLowerCase(Locale.ROOT)) {
          case "os" -> world.free("runner.os" + ofJob, OPERATING_SYSTEMS);
          case "environment" -> world.free("runner.environment" + ofJob, ENVIRONMENTS);
          default -> world.free("runner." + key + ofJob);
        };
  }
}
