package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Comparison;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.workflow.Filter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

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
          Values.of("repository_dispatch"),
          Values.of("watch"));

  private static final String OWNER = "github.repository_owner";
  private static final String REPOSITORY = "github.repository";
  static final String REF_KIND = "kind of github.ref";

  private static final Domain OWNERS = Domain.present(Values.of("some-owner"));
  private static final Domain REPOSITORIES =
      new Domain(
          List.of(Values.of("some-owner/some-repository")),
          true,
          v -> String.valueOf(Values.text(v)).indexOf('/') > 0,
          true,
          Domain.Choice.ANY,
          List.of(),
          Domain.Filler.PATH);
  private static final Domain REF_KINDS =
      Domain.closed(
          Domain.Choice.ANY,
          List.of(Values.of("branch"), Values.of("tag"), Values.of("pull request")));
  private static final Domain NUMBERS =
      new Domain(
          List.of(Values.of("1")),
          true,
          GithubContext::isNumber,
          true,
          Domain.Choice.ANY,
          List.of(),
          Domain.Filler.DIGITS);

  /** Names that are compared with are tried as well, if GitHub has an event of that name. */
  private static final Domain EVENT_NAMES =
      new Domain(
          EVENTS,
          true,
          GithubContext::isEvent,
          false,
          Domain.Choice.ANY,
          List.of(),
          Domain.Filler.ANY);

  private static final Set<String> OTHER_EVENTS =
      Set.of(
          "branch_protection_rule",
          "check_run",
          "check_suite",
          "create",
          "delete",
          "deployment",
          "deployment_status",
          "discussion",
          "discussion_comment",
          "fork",
          "gollum",
          "image_version",
          "issues",
          "label",
          "milestone",
          "page_build",
          "project",
          "project_card",
          "project_column",
          "public",
          "pull_request_comment",
          "pull_request_review",
          "pull_request_review_comment",
          "registry_package",
          "status",
          "watch");

  private GithubContext() {}

  private static boolean isEvent(Value value) {
    String text = Values.text(value);
    return text != null
        && (EVENTS.contains(value) || OTHER_EVENTS.contains(text.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Value get(String key, World world) {
    Scenario scenario = world.scenario();
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "event_name" ->
          scenario.calledFromElsewhere()
              ? world.free("github.event_name", EVENT_NAMES)
              : Values.of(scenario.event());
      case "ref" -> ref(world);
      case "ref_name" -> refName(world);
      case "ref_type" -> refType(world);
      case "base_ref" -> baseRef(world);
      case "head_ref" ->
          onPullRequest(world)
              ? world.free("github.head_ref", Domain.present(Values.of("some-head")))
              : isUndocumented(scenario) ? world.free("github.head_ref") : Values.of("");
      case "event" -> object(EventContext.INSTANCE, world);
      case "repository" -> repository(world);
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

  /** Whether the reference does not say what the pull request's own refs are. */
  private static boolean isUndocumented(Scenario scenario) {
    return scenario.calledFromElsewhere() || scenario.event().startsWith("pull_request_review");
  }

  static Value ref(World world) {
    return switch (world.scenario().ref()) {
      case DEFAULT_BRANCH -> Values.of("refs/heads/" + world.defaultBranch());
      case OTHER_BRANCH -> Values.around("refs/heads/", refName(world), "");
      case TAG -> Values.around("refs/tags/", refName(world), "");
      case MERGE ->
          merged(
              world,
              () -> Values.around("refs/heads/", baseRef(world), ""),
              () -> Values.around("refs/pull/", number(world), "/merge"));
      case ANY -> {
        Value name = refName(world);
        yield switch (Values.text(kind(world))) {
          case "branch" -> Values.around("refs/heads/", name, "");
          case "tag" -> Values.around("refs/tags/", name, "");
          case "pull request" -> Values.around("refs/pull/", name, "");
          case null, default ->
              Unknown.among(
                  Set.of(REF_KIND),
                  true,
                  List.of(
                      Values.around("refs/heads/", name, ""),
                      Values.around("refs/tags/", name, ""),
                      Values.around("refs/pull/", name, "")));
        };
      }
    };
  }

  /** What the ref of a caller is, which decides how its full name begins. */
  private static Value kind(World world) {
    return world.free(REF_KIND, REF_KINDS);
  }

  /** A pull request that was merged runs, when it is closed, on the branch it was merged into. */
  private static Value merged(World world, Supplier<Value> after, Supplier<Value> before) {
    boolean mayBeClosed = false;
    for (String type : world.scenario().trigger().types()) {
      mayBeClosed |= type.equalsIgnoreCase("closed");
    }
    if (!mayBeClosed || !world.scenario().event().equals("pull_request")) {
      return before.get();
    }
    Value merged = EventContext.merged(world);
    if (merged instanceof Value.Bool(boolean yes)) {
      return yes ? after.get() : before.get();
    }
    return Unknown.among(Set.of(EventContext.MERGED), true, List.of(before.get(), after.get()));
  }

  private static Value refName(World world) {
    Scenario scenario = world.scenario();
    return switch (scenario.ref()) {
      case DEFAULT_BRANCH -> Values.of(world.defaultBranch());
      case OTHER_BRANCH -> world.free("github.ref_name", RefNames.otherBranch(world));
      case TAG -> world.free("github.ref_name", RefNames.tag(scenario));
      case MERGE ->
          merged(world, () -> baseRef(world), () -> Values.around("", number(world), "/merge"));
      case ANY -> world.free("github.ref_name", RefNames.ofAnyKind(world.defaultBranch()));
    };
  }

  private static Value refType(World world) {
    return switch (world.scenario().ref()) {
      case DEFAULT_BRANCH, OTHER_BRANCH, MERGE -> Values.of("branch");
      case TAG -> Values.of("tag");
      case ANY -> {
        String kind = Values.text(kind(world));
        yield kind == null
            ? Unknown.derived(Set.of(REF_KIND), true)
            : Values.of(kind.equals("tag") ? "tag" : "branch");
      }
    };
  }

  /** The number of a pull request, as a text. */
  static Value number(World world) {
    return world.free("github.event.number", NUMBERS);
  }

  private static boolean isNumber(Value value) {
    String text = Values.text(value);
    if (text == null || text.isEmpty() || text.length() > 30) {
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
      return isUndocumented(scenario) ? world.free("github.base_ref") : Values.of("");
    }
    Filter filter = scenario.trigger().branches();
    return world.free(
        "github.base_ref", RefNames.names(filter, world.defaultBranch(), "some-base", v -> true));
  }

  /**
   * {@code owner/name}. The owner has a name of its own; where that was given a value first, only a
   * repository of that owner is one.
   */
  static Value repository(World world) {
    Value repository = world.free(REPOSITORY, REPOSITORIES);
    String text = Values.text(repository);
    String owner = world.isAssigned(OWNER) ? Values.text(world.free(OWNER, OWNERS)) : null;
    if (text == null
        || owner == null
        || text.regionMatches(true, 0, owner + "/", 0, owner.length() + 1)) {
      return repository;
    }
    return Values.of(owner + "/some-repository");
  }

  private static Value owner(World world) {
    if (!world.isAssigned(OWNER) && world.isAssigned(REPOSITORY)) {
      String repository = Values.text(world.free(REPOSITORY, REPOSITORIES));
      int end = repository == null ? -1 : repository.indexOf('/');
      if (repository != null && end > 0) {
        return Values.of(repository.substring(0, end));
      }
    }
    return world.free(OWNER, OWNERS);
  }

  /** What a comparison of one name shows of another that is a part of it. */
  static void alsoCompared(String name, Value other, Comparison how, World world) {
    if (!name.equalsIgnoreCase(REPOSITORY)) {
      return;
    }
    String text = Values.text(other);
    int end = text == null ? -1 : text.indexOf('/');
    if (text != null && end > 0) {
      // The owner may be asked for first, or only later.
      world.free(OWNER, OWNERS);
      world.name(OWNER).compared(Values.of(text.substring(0, end)), Comparison.EQUAL);
    }
    if (how != Comparison.EQUAL) {
      world.free(OWNER, OWNERS);
      world.name(OWNER).incomplete();
    }
  }

  /** The values of another name matter for the repository, and so for its owner. */
  static void alsoRelated(String name, World world) {
    if (name.equalsIgnoreCase(REPOSITORY)) {
      world.free(OWNER, OWNERS);
      world.name(OWNER).incomplete();
    }
  }
}
