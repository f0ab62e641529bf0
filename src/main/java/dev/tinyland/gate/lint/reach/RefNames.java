package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.workflow.Filter;
import dev.tinyland.gate.lint.workflow.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which names a ref can have in a scenario: its class and the trigger's own filter decide. */
final class RefNames {
  private RefNames() {}

  static Domain ofAnyKind(String defaultBranch) {
    return new Domain(
        List.of(Values.of(defaultBranch), Values.of("some-branch"), Values.of("1/merge")),
        true,
        v -> !String.valueOf(Values.text(v)).isEmpty(),
        Domain.Choice.ANY);
  }

  static Domain otherBranch(World world) {
    Scenario scenario = world.scenario();
    if (scenario.event().equals("merge_group")) {
      String queue = "gh-readonly-queue/" + world.defaultBranch() + "/pr-1-some-sha";
      return new Domain(
          List.of(Values.of(queue)),
          true,
          startsWith("gh-readonly-queue/"),
          // All of them begin alike, and texts that begin so are put together.
          true,
          Domain.Choice.ANY,
          List.of("gh-readonly-queue/", queue + "-"),
          Domain.Filler.ANY);
    }
    Predicate<Value> other = other(world.defaultBranch());
    if (!scenario.event().equals("push")) {
      return new Domain(List.of(Values.of("some-branch")), true, other, Domain.Choice.ANY);
    }
    // A filter on tags alone keeps branch pushes out; the trigger was asked before.
    return names(scenario.trigger().branches(), null, "some-branch", other);
  }

  static Domain tag(Scenario scenario) {
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
  static Domain names(
      @Nullable Filter filter, @Nullable String likely, String filler, Predicate<Value> possible) {
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
    boolean exact = filter == null || !filter.hasWildcard();
    return new Domain(
        initial, true, allows, exact, Domain.Choice.ANY, stems(filter), Domain.Filler.ANY);
  }

  /** How names that a filter lets through begin. */
  private static List<String> stems(@Nullable Filter filter) {
    List<String> stems = new ArrayList<>();
    if (filter != null && !filter.ignore()) {
      for (Glob pattern : filter.patterns()) {
        String text = pattern.toString();
        int end = text.indexOf('*');
        if (!pattern.negated() && end > 0) {
          stems.add(text.substring(0, end));
        }
      }
    }
    return stems;
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
                  || !names(branches, null, "some-branch", other(defaultBranch))
                      .initial()
                      .isEmpty();
      case TAG ->
          tags == null
              ? branches == null
              : tags.hasWildcard() || !names(tags, null, "some-tag", v -> true).initial().isEmpty();
      case MERGE, ANY -> true;
    };
  }

  /** GitHub compares names ignoring case, so {@code Main} beside {@code main} is left aside. */
  private static Predicate<Value> other(String defaultBranch) {
    return v -> !defaultBranch.equalsIgnoreCase(String.valueOf(Values.text(v)));
  }
}
