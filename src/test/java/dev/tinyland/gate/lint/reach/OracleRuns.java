package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.workflow.Trigger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The concrete runs that a scenario stands for, over a small universe. */
final class OracleRuns {
  static final String DEFAULT = "main";

  private static final List<String> BRANCHES =
      List.of("dev", "release/1", "release/a-b", "a", "b", "ab", "other", "5");
  private static final List<@Nullable Object> TEXTS =
      Arrays.asList(
          null,
          "",
          "a",
          "b",
          "ab",
          "ba",
          "a-b",
          "zz",
          "1",
          "5",
          "5.0",
          "0",
          "true",
          "false",
          "dev",
          "refs/heads/dev",
          "a b",
          "acme/r",
          "main",
          "push",
          "3.5",
          "failure");

  private OracleRuns() {}

  /** All contexts of a scenario; only what the text mentions is varied. */
  static List<Map<String, @Nullable Object>> of(Scenario scenario, String text) {
    List<Map<String, @Nullable Object>> githubs = githubs(scenario, text);
    List<Map<String, @Nullable Object>> runs = new ArrayList<>();
    for (Map<String, @Nullable Object> github : githubs) {
      Map<String, @Nullable Object> run = new LinkedHashMap<>();
      run.put("github", github);
      runs.add(run);
    }
    runs = inputs(runs, scenario, text);
    runs = varied(runs, "vars", "X", text.contains("vars.X") ? TEXTS : List.of("x"));
    runs = varied(runs, "vars", "Y", text.contains("vars.Y") ? TEXTS : List.of("y"));
    boolean none = scenario.trust() == Scenario.Trust.FORK || !text.contains("secrets.");
    return varied(
        runs, "secrets", "T", none ? Arrays.asList((Object) null) : Arrays.asList(null, "tok"));
  }

  private static List<Map<String, @Nullable Object>> inputs(
      List<Map<String, @Nullable Object>> runs, Scenario scenario, String text) {
    if (!scenario.event().equals("workflow_dispatch")) {
      for (Map<String, @Nullable Object> run : runs) {
        run.put("inputs", Map.of());
      }
      return runs;
    }
    boolean used = text.contains("inputs.");
    List<@Nullable Object> some = List.of("", "a", "b", "ab", "true", "5", "zz", "dev", "-", "A");
    List<Map<String, @Nullable Object>> all = runs;
    all = varied(all, "inputs", "flag", used ? List.of(true, false) : List.of(true));
    all = varied(all, "inputs", "mode", used ? List.of("a", "b") : List.of("a"));
    all = varied(all, "inputs", "text", text.contains("inputs.text") ? some : List.of("a"));
    for (Map<String, @Nullable Object> run : all) {
      Map<String, @Nullable Object> inputs = copy(run.get("inputs"));
      Map<String, @Nullable Object> strings = new LinkedHashMap<>();
      inputs.forEach((name, value) -> strings.put(name, String.valueOf(value)));
      Map<String, @Nullable Object> github = copy(run.get("github"));
      Map<String, @Nullable Object> event = copy(github.get("event"));
      event.put("inputs", strings);
      github.put("event", event);
      run.put("github", github);
    }
    return all;
  }

  @SuppressWarnings("unchecked") // The trees of this class have string keys only.
  private static Map<String, @Nullable Object> copy(@Nullable Object map) {
    return new LinkedHashMap<>((Map<String, @Nullable Object>) map);
  }

  private static List<Map<String, @Nullable Object>> varied(
      List<Map<String, @Nullable Object>> runs,
      String context,
      String name,
      List<? extends @Nullable Object> values) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Map<String, @Nullable Object> run : runs) {
      for (Object value : values) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(run);
        Map<String, @Nullable Object> inner =
            run.get(context) == null ? new LinkedHashMap<>() : copy(run.get(context));
        inner.put(name, value);
        changed.put(context, inner);
        all.add(changed);
      }
    }
    return all;
  }

  private static List<Map<String, @Nullable Object>> githubs(Scenario scenario, String text) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    List<String> repositories =
        text.contains("repository") || text.contains("full_name")
            ? List.of("acme/r", "acme/other", "a/b", "other/r")
            : List.of("acme/r");
    for (String repository : repositories) {
      switch (scenario.ref()) {
        case DEFAULT_BRANCH -> {
          boolean push = scenario.event().equals("push");
          if (!push || scenario.trigger().acceptsBranch(DEFAULT)) {
            all.add(github(scenario, repository, "refs/heads/" + DEFAULT));
          }
        }
        case OTHER_BRANCH -> {
          for (String branch : BRANCHES) {
            if (scenario.event().equals("workflow_dispatch")
                || scenario.trigger().acceptsBranch(branch)) {
              all.add(github(scenario, repository, "refs/heads/" + branch));
            }
          }
        }
        case TAG -> {
          for (String tag : List.of("v1", "v1-a", "a", "main", "b")) {
            if (scenario.event().equals("workflow_dispatch")
                || scenario.event().equals("release")
                || scenario.trigger().acceptsTag(tag)) {
              all.add(github(scenario, repository, "refs/tags/" + tag));
            }
          }
        }
        case MERGE -> pullRequests(scenario, repository, all);
        case ANY -> throw new IllegalArgumentException("no universe for " + scenario);
      }
    }
    return all;
  }

  private static void pullRequests(
      Scenario scenario, String repository, List<Map<String, @Nullable Object>> all) {
    boolean fork = scenario.trust() == Scenario.Trust.FORK;
    Trigger trigger = scenario.trigger();
    for (String number : List.of("1", "5", "15")) {
      for (String base : List.of("main", "dev", "release/1", "a")) {
        for (String head : List.of("dev", "a", "ab", "main")) {
          for (boolean merged : new boolean[] {false, true}) {
            if (trigger.acceptsBase(base) && (!merged || trigger.types().contains("closed"))) {
              String ref = merged ? "refs/heads/" + base : "refs/pull/" + number + "/merge";
              Map<String, @Nullable Object> github = github(scenario, repository, ref);
              github.put("base_ref", base);
              github.put("head_ref", head);
              Map<String, @Nullable Object> event = copy(github.get("event"));
              event.put("number", Integer.parseInt(number));
              event.put(
                  "pull_request",
                  Map.of(
                      "number", Integer.parseInt(number),
                      "merged", merged,
                      "head",
                          Map.of(
                              "ref",
                              head,
                              "repo",
                              Map.of("full_name", fork ? "forker/r" : repository)),
                      "base", Map.of("ref", base, "repo", Map.of("full_name", repository))));
              github.put("event", event);
              all.add(github);
            }
          }
        }
      }
    }
  }

  private static Map<String, @Nullable Object> github(
      Scenario scenario, String repository, String ref) {
    Map<String, @Nullable Object> github = new LinkedHashMap<>();
    github.put("event_name", scenario.event());
    github.put("ref", ref);
    github.put("ref_name", ref.substring(ref.indexOf('/', 5) + 1));
    github.put("ref_type", ref.startsWith("refs/tags/") ? "tag" : "branch");
    github.put("base_ref", "");
    github.put("head_ref", "");
    github.put("repository", repository);
    github.put("repository_owner", repository.substring(0, repository.indexOf('/')));
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("repository", Map.of("default_branch", DEFAULT, "full_name", repository));
    github.put("event", event);
    return github;
  }
}
