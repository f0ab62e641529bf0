package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code github.event}: the few parts of the payload that follow from the scenario. */
final class EventContext implements Context {
  static final EventContext INSTANCE = new EventContext();

  static final String MERGED = "github.event.pull_request.merged";

  private static final Domain PULL_REQUEST_EVENTS =
      closed(
          "pull_request",
          "pull_request_target",
          "merge_group",
          "pull_request_review",
          "pull_request_review_comment",
          "issue_comment");
  private static final Domain OTHER_EVENTS =
      new Domain(
          closed("push", "workflow_dispatch", "schedule", "release", "workflow_run").initial(),
          true,
          v -> !PULL_REQUEST_EVENTS.initial().contains(v),
          Domain.Choice.ANY);
  private static final Domain CONCLUSIONS =
      Domain.closed(
          Domain.Choice.NORMAL_COURSE,
          List.of(
              Values.of("success"),
              Values.of("failure"),
              Values.of("cancelled"),
              Values.of("skipped"),
              Values.of("timed_out"),
              Values.of("action_required"),
              Values.of("neutral"),
              Values.of("stale"),
              Values.of("startup_failure"),
              // A run that is not completed has none.
              Value.NULL));

  private static Domain closed(String... texts) {
    List<Value> values = new ArrayList<>();
    for (String text : texts) {
      values.add(Values.of(text));
    }
    return Domain.closed(Domain.Choice.ANY, values);
  }

  static Value merged(World world) {
    return world.free(MERGED, NORMALLY_FALSE);
  }

  private EventContext() {}

  @Override
  public Value get(String key, World world) {
    String name = key.toLowerCase(Locale.ROOT);
    String event = world.scenario().event();
    boolean known = !world.scenario().calledFromElsewhere();
    return switch (name) {
      case "repository" -> Context.object(REPOSITORY, world);
      case "pull_request" ->
          isPullRequest(event)
              ? Context.object(PULL_REQUEST, world)
              : known ? Value.NULL : world.free("github.event.pull_request");
      case "workflow_run" ->
          event.equals("workflow_run")
              ? Context.object(WORKFLOW_RUN, world)
              : known ? Value.NULL : world.free("github.event.workflow_run");
      case "action" -> action(world);
      case "number" -> isPullRequest(event) ? number(world) : world.free("github.event.number");
      case "ref" ->
          event.equals("push") || event.equals("workflow_dispatch")
              ? GithubContext.ref(world)
              : world.free("github.event.ref");
      case "deleted", "forced", "created" ->
          event.equals("push")
              ? world.free("github.event." + name, NORMALLY_FALSE)
              : world.free("github.event." + name);
      case "inputs" -> inputs(world);
      default -> world.free("github.event." + key);
    };
  }

  private static final Domain NORMALLY_FALSE =
      Domain.closed(Domain.Choice.ANY, List.of(Values.of(false), Values.of(true)));

  private static boolean isPullRequest(String event) {
    return event.startsWith("pull_request");
  }

  private static Value action(World world) {
    List<Value> types = new ArrayList<>();
    for (String type : world.scenario().trigger().types()) {
      types.add(Values.of(type));
    }
    if (types.isEmpty() && GithubContext.onPullRequest(world)) {
      types.addAll(List.of(Values.of("opened"), Values.of("synchronize"), Values.of("reopened")));
    }
    return types.isEmpty()
        ? world.free("github.event.action")
        : world.free("github.event.action", Domain.closed(Domain.Choice.ANY, types));
  }

  /** The same inputs as {@code inputs}, all of them strings. */
  private static Value inputs(World world) {
    if (!world.scenario().event().equals("workflow_dispatch")) {
      return world.scenario().calledFromElsewhere()
          ? world.free("github.event.inputs")
          : Value.NULL;
    }
    Context typed = DispatchInputs.INSTANCE;
    Context strings = (key, w) -> Values.asString(typed.get(key, w));
    return Context.object(strings, world);
  }

  private static final Context REPOSITORY =
      (key, world) ->
          switch (key.toLowerCase(Locale.ROOT)) {
            case "default_branch" ->
                world.scenario().equals(Scenario.UNFIXED)
                    ? world.free("github.event.repository.default_branch")
                    : Values.of(world.defaultBranch());
            case "full_name" -> GithubContext.INSTANCE.get("repository", world);
            default -> world.free("github.event.repository." + key);
          };

  /** A number in the payload, where the name of the ref has its text. */
  private static Value number(World world) {
    Value number = GithubContext.number(world);
    String text = Values.text(number);
    return text == null ? number : new Value.Num(Values.number(text));
  }

  private static final Context PULL_REQUEST =
      (key, world) ->
          switch (key.toLowerCase(Locale.ROOT)) {
            case "number" -> number(world);
            case "head" -> Context.object(side("head"), world);
            case "base" -> Context.object(side("base"), world);
            case "merged" -> merged(world);
            case "draft" -> world.free("github.event.pull_request.draft", NORMALLY_FALSE);
            default -> world.free("github.event.pull_request." + key);
          };

  private static Context side(String side) {
    return (key, world) ->
        switch (key.toLowerCase(Locale.ROOT)) {
          case "ref" ->
              GithubContext.onPullRequest(world)
                  ? GithubContext.INSTANCE.get(side + "_ref", world)
                  : world.free(
                      "github.event.pull_request." + side + ".ref",
                      Domain.present(Values.of("some-" + side)));
          case "repo" -> Context.object(repo(side), world);
          default -> world.free("github.event.pull_request." + side + "." + key);
        };
  }

  private static Context repo(String side) {
    return (key, world) -> {
      boolean fork = side.equals("head") && world.scenario().trust() == Scenario.Trust.FORK;
      boolean decided = side.equals("base") || world.scenario().trust() != Scenario.Trust.ANY;
      String name = "github.event.pull_request." + side + ".repo." + key;
      return switch (key.toLowerCase(Locale.ROOT)) {
        case "full_name" ->
            fork
                ? fork(name, world)
                : decided
                    ? GithubContext.repository(world)
                    : world.free(name, Domain.strings(Values.of("some-fork/some-repository")));
        case "fork" -> fork ? Values.of(true) : world.free(name, NORMALLY_FALSE);
        default -> world.free(name);
      };
    };
  }

  /** The repository of a fork, which is never the one that the workflow runs in. */
  private static Value fork(String name, World world) {
    Value fork = world.free(name, Domain.strings(Values.of("some-fork/some-repository")));
    String text = Values.text(fork);
    String here = Values.text(GithubContext.repository(world));
    return text != null && text.equalsIgnoreCase(here) ? Values.of(text + "-fork") : fork;
  }

  private static final Context WORKFLOW_RUN =
      (key, world) ->
          switch (key.toLowerCase(Locale.ROOT)) {
            case "event" ->
                world.free(
                    "github.event.workflow_run.event",
                    world.scenario().trust() == Scenario.Trust.PULL_REQUEST
                        ? PULL_REQUEST_EVENTS
                        : OTHER_EVENTS);
            case "conclusion" -> world.free("github.event.workflow_run.conclusion", CONCLUSIONS);
            case "head_branch" ->
                world.free(
                    "github.event.workflow_run.head_branch",
                    RefNames.names(
                        world.scenario().trigger().branches(),
                        world.defaultBranch(),
                        "some-branch",
                        v -> true));
            default -> world.free("github.event.workflow_run." + key);
          };
}
