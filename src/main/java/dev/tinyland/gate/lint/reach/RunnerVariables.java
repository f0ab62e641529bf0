package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables that the runner sets for every step, as the contexts they repeat.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflows-and-actions/variables">Default
 *     environment variables</a>
 */
final class RunnerVariables {
  private static final Map<String, String> GITHUB =
      Map.ofEntries(
          Map.entry("GITHUB_REF", "ref"),
          Map.entry("GITHUB_REF_NAME", "ref_name"),
          Map.entry("GITHUB_REF_TYPE", "ref_type"),
          Map.entry("GITHUB_REF_PROTECTED", "ref_protected"),
          Map.entry("GITHUB_BASE_REF", "base_ref"),
          Map.entry("GITHUB_HEAD_REF", "head_ref"),
          Map.entry("GITHUB_EVENT_NAME", "event_name"),
          Map.entry("GITHUB_REPOSITORY", "repository"),
          Map.entry("GITHUB_REPOSITORY_OWNER", "repository_owner"),
          Map.entry("GITHUB_ACTOR", "actor"),
          Map.entry("GITHUB_TRIGGERING_ACTOR", "triggering_actor"),
          Map.entry("GITHUB_SHA", "sha"),
          Map.entry("GITHUB_RUN_ID", "run_id"),
          Map.entry("GITHUB_WORKFLOW", "workflow"),
          Map.entry("GITHUB_JOB", "job"));

  private RunnerVariables() {}

  /** Whether the runner sets the variable, whatever the workflow says. */
  static boolean isSet(String name) {
    return GITHUB.containsKey(name) || name.equals("GITHUB_ACTIONS") || name.equals("RUNNER_OS");
  }

  static @Nullable Value value(String name, Site site, World world) {
    String property = GITHUB.get(name);
    if (property != null) {
      Context github = site.context("github");
      return github == null ? null : Values.asString(github.get(property, world));
    }
    if (name.equals("GITHUB_ACTIONS") || name.equals("CI")) {
      return Values.of("true");
    }
    Context runner = site.context("runner");
    if (name.equals("RUNNER_OS") && runner != null) {
      return runner.get("os", world);
    }
    return null;
  }
}
