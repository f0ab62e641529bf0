package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code github.event}: the few parts of the payload that follow from the scenario. */
final class EventContext implements Context {
  static final EventContext INSTANCE = new EventContext();

  private static final Domain PULL_REQUEST_EVENTS =
      new Domain(
          List.of(Values.of("pull_request"), Values.of("pull_request_target")),
          false,
          v -> true,
          Domain.Choice.ANY);
  private static final Domain OTHER_EVENTS =
      new Domain(
          List.of(
              Values.of("push"),
              Values.of("workflow_dispatch"),
              Values.of("schedule"),
              Values.of("release")),
          false,
          v -> true,
          Domain.Choice.ANY);

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
    if (types.isEmpty() && isPullRequest(world.scenario().event())) {
      types.addAll(
          List.of(Values.of("opened"), Values.of("synchronize"), Values.of("reopened")));
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
            case "default_branch" -> Values.of(world.defaultBranch());
            case "full_name" -> GithubContext.INSTANCE.get("repository", world);
            default -> world.free("github.event.repository." + key);
          };

  private static final Context PULL_REQUEST =
      (key, world) ->
          switch (key.toLowerCase(Locale.ROOT)) {
            case "head" -> Context.object(side("head"), world);
            case "base" -> Context.object(side("base"), world);
            case "merged", "draft" ->
                world.free("github.event.pull_request." + key, NORMALLY_FALSE);
            default -> world.free("github.event.pull_request." + key);
          };

  private static Context side(String side) {
    return (key, world) ->
        switch (key.toLowerCase(Locale.ROOT)) {
          case "ref" -> GithubContext.INSTANCE.get(side + "_ref", world);
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
            fork || !decided
                ? world.free(name, Domain.strings(Values.of("some-fork/some-repository")))
                : GithubContext.INSTANCE.get("repository", world);
        case "fork" -> fork ? Values.of(true) : world.free(name, NORMALLY_FALSE);
        default -> world.free(name);
      };
    };
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
            case "conclusion" ->
                world.free("github.event.workflow_run.conclusion", Status.COURSE);
            default -> world.free("github.event.workflow_run." + key);
          };
}
