package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.workflow.Filter;
import dev.tinyland.gate.lint.workflow.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code github} in a scenario: what the trigger fixes is fixed, the rest is free. The contents are
 * those of GitHub's contexts reference and events reference.
 */
final class GithubContext implements Context {
  static final GithubContext INSTANCE = new GithubContext();

  private static final List<Value> EVENTS =
      List.of(
          Values.of("push"),
          Values.of("pull_request"),
          Values.of("workflow_dispatch"),
          Values.of("schedule"),
          Values.of("pull_request_target"),
          Values.of("merge_group"),
          Values.of("release"),
          Values.of("workflow_run"),
          Values.of("issue_comment"),
          Values.of("repository_dispatch"));

  private GithubContext() {}

  @Override
  public Value get(String key, World world) {
    Scenario scenario = world.scenario();
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "event_name" ->
          scenario.calledFromElsewhere()
              ? world.free(
                  "github.event_name", new Domain(EVENTS, true, v -> true, Domain.Choice.ANY))
              : Values.of(scenario.event());
      case "ref" -> ref(world);
      case "ref_name" -> refName(world);
      case "ref_type" -> refType(world);
      case "base_ref" -> baseRef(world);
      case "head_ref" ->
          onPullRequest(world)
              ? world.free("github.head_ref", Domain.strings(Values.of("some-head")))
              : scenario.calledFromElsewhere() ? world.free("github.head_ref") : Values.of("");
      case "event" -> object(EventContext.INSTANCE, world);
      case "repository" ->
          world.free("github.repository", Domain.strings(Values.of("some-owner/some-repository")));
      case "repository_owner" -> owner(world);
      case "ref_protected" ->
          world.free(
              "github.ref_protected",
              Domain.closed(Domain.Choice.ANY, List.of(Values.of(true), Values.of(false))));
      case "token" -> Values.of("github-token");
      case "server_url" -> Values.of("https://github.com");
      default -> world.free("github." + key);
    };
  }

  private static Value object(Context context, World world) {
    return Context.object(context, world);
  }

  static boolean onPullRequest(World world) {
    String event = world.scenario().event();
    return event.equals("pull_request") || event.equals("pull_request_target");
  }

  private static Value ref(World world) {
    return switch (world.scenario().ref()) {
      case DEFAULT_BRANCH -> Values.of("refs/heads/" + world.defaultBranch());
      case OTHER_BRANCH -> Values.around("refs/heads/", refName(world), "");
      case TAG -> Values.around("refs/tags/", refName(world), "");
      case MERGE -> Values.around("refs/pull/", number(world), "/merge");
      case ANY -> world.free("github.ref", anyRef(world.defaultBranch()));
    };
  }

  private static Value refName(World world) {
    Scenario scenario = world.scenario();
    return switch (scenario.ref()) {
      case DEFAULT_BRANCH -> Values.of(world.defaultBranch());
      case OTHER_BRANCH -> world.free("github.ref_name", otherBranch(world));
      case TAG -> world.free("github.ref_name", tag(scenario));
      case MERGE -> Values.around("", number(world), "/merge");
      case ANY -> afterPrefix(world);
    };
  }

  private static Value refType(World world) {
    return switch (world.scenario().ref()) {
      case DEFAULT_BRANCH, OTHER_BRANCH, MERGE -> Values.of("branch");
      case TAG -> Values.of("tag");
      case ANY -> {
        String ref = Values.text(ref(world));
        yield ref == null
            ? Unknown.derived(Set.of("github.ref"), true)
            : Values.of(ref.startsWith("refs/tags/") ? "tag" : "branch");
      }
    };
  }

  private static Value afterPrefix(World world) {
    String ref = Values.text(ref(world));
    if (ref == null) {
      return Unknown.derived(Set.of("github.ref"), false);
    }
    for (String prefix : List.of("refs/heads/", "refs/tags/", "refs/pull/")) {
      if (ref.startsWith(prefix)) {
        return Values.of(ref.substring(prefix.length()));
      }
    }
    return Values.of(ref);
  }

  private static Value number(World world) {
    return world.free(
        "github.event.number",
        new Domain(List.of(Values.of("1")), true, GithubContext::isNumber, Domain.Choice.ANY));
  }

  private static boolean isNumber(Value value) {
    String text = Values.text(value);
    if (text == null || text.isEmpty() || text.length() > 9) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Value baseRef(World world) {
    Scenario scenario = world.scenario();
    if (!onPullRequest(world)) {
      return scenario.calledFromElsewhere() ? world.free("github.base_ref") : Values.of("");
    }
    Filter filter = scenario.trigger().branches();
    return world.free(
        "github.base_ref",
        names(filter, world.defaultBranch(), "some-base", v -> true));
  }

  private static Value owner(World world) {
    String repository = Values.text(world.free("github.repository"));
    if (repository != null && repository.indexOf('/') > 0) {
      return Values.of(repository.substring(0, repository.indexOf('/')));
    }
    return world.free("github.repository_owner");
  }

  private static Domain anyRef(String defaultBranch) {
    return new Domain(
        List.of(
            Values.of("refs/heads/" + defaultBranch),
            Values.of("refs/heads/some-branch"),
            Values.of("refs/tags/some-tag"),
            Values.of("refs/pull/1/merge")),
        true,
        v -> true,
        Domain.Choice.ANY);
  }

  private static Domain otherBranch(World world) {
    Scenario scenario = world.scenario();
    if (scenario.event().equals("merge_group")) {
      String queue = "gh-readonly-queue/" + world.defaultBranch() + "/pr-1-some-sha";
      return new Domain(
          List.of(Values.of(queue)), true, startsWith("gh-readonly-queue/"), Domain.Choice.ANY);
    }
    Predicate<Value> other = other(world.defaultBranch());
    if (!scenario.event().equals("push")) {
      return new Domain(List.of(Values.of("some-branch")), true, other, Domain.Choice.ANY);
    }
    // A filter on tags alone keeps branch pushes out; the trigger was asked before.
    return names(scenario.trigger().branches(), null, "some-branch", other);
  }

  private static Domain tag(Scenario scenario) {
    Filter filter = scenario.event().equals("push") ? scenario.trigger().tags() : null;
    return names(filter, null, "some-tag", v -> true);
  }

  private static Predicate<Value> startsWith(String prefix) {
    return v -> {
      String text = Values.text(v);
      return text != null && text.startsWith(prefix);
    };
  }

  /** Names that a filter lets through: the likely ones, then one for each pattern. */
  private static Domain names(
      @Nullable Filter filter,
      @Nullable String likely,
      String filler,
      Predicate<Value> possible) {
    Predicate<Value> allows =
        v -> {
          String text = Values.text(v);
          return text != null
              && !text.isEmpty()
              && possible.test(v)
              && (filter == null || filter.accepts(text));
        };
    List<Value> initial = new ArrayList<>();
    addIf(allows, likely, initial);
    addIf(allows, filler, initial);
    if (filter != null) {
      for (Glob pattern : filter.patterns()) {
        addIf(allows, pattern.example(filler), initial);
      }
    }
    return new Domain(initial, true, allows, filter == null || !filter.hasWildcard(), Domain.Choice.ANY);
  }

  private static void addIf(Predicate<Value> allows, @Nullable String name, List<Value> to) {
    if (name != null && allows.test(Values.of(name)) && !to.contains(Values.of(name))) {
      to.add(Values.of(name));
    }
  }

  /** Whether the trigger's own filter lets the scenario happen at all. */
  static boolean possible(Scenario scenario, String defaultBranch) {
    if (!scenario.event().equals("push")) {
      return true;
    }
    Filter branches = scenario.trigger().branches();
    Filter tags = scenario.trigger().tags();
    return switch (scenario.ref()) {
      case DEFAULT_BRANCH -> scenario.trigger().acceptsBranch(defaultBranch);
      case OTHER_BRANCH ->
          branches == null
              ? tags == null
              : branches.hasWildcard()
                  || !names(branches, null, "some-branch", other(defaultBranch)).initial().isEmpty();
      case TAG ->
          tags == null
              ? branches == null
              : tags.hasWildcard() || !names(tags, null, "some-tag", v -> true).initial().isEmpty();
      case MERGE, ANY -> true;
    };
  }

  private static Predicate<Value> other(String defaultBranch) {
    return v -> !defaultBranch.equals(Values.text(v));
  }
}
