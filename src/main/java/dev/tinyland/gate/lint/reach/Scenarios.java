package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.reach.Scenario.Ref;
import dev.tinyland.gate.lint.reach.Scenario.Trust;
import dev.tinyland.gate.lint.workflow.Trigger;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenarios of each event: which classes of ref it can run on and who can start it.
 *
 * @see <a
 *     href="https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows">Events
 *     that trigger workflows</a>
 */
public final class Scenarios {
  private Scenarios() {}

  /** All scenarios of the triggers, in their order. */
  public static List<Scenario> of(List<Trigger> triggers) {
    List<Scenario> scenarios = new ArrayList<>();
    for (Trigger trigger : triggers) {
      add(trigger, scenarios);
    }
    return scenarios;
  }

  private static void add(Trigger trigger, List<Scenario> to) {
    String event = trigger.event();
    switch (event) {
      case "push", "workflow_dispatch" -> {
        to.add(new Scenario(event, Ref.DEFAULT_BRANCH, Trust.SAME_REPO, trigger));
        to.add(new Scenario(event, Ref.OTHER_BRANCH, Trust.SAME_REPO, trigger));
        to.add(new Scenario(event, Ref.TAG, Trust.SAME_REPO, trigger));
      }
      case "create" -> {
        to.add(new Scenario(event, Ref.OTHER_BRANCH, Trust.SAME_REPO, trigger));
        to.add(new Scenario(event, Ref.TAG, Trust.SAME_REPO, trigger));
      }
      case "pull_request", "pull_request_review", "pull_request_review_comment" -> {
        to.add(new Scenario(event, Ref.MERGE, Trust.SAME_REPO, trigger));
        to.add(new Scenario(event, Ref.MERGE, Trust.FORK, trigger));
      }
      // Runs with the secrets of the base repository, also for a fork.
      case "pull_request_target", "issue_comment", "issues", "fork", "watch" ->
          to.add(new Scenario(event, Ref.DEFAULT_BRANCH, Trust.ANY, trigger));
      case "merge_group" -> to.add(new Scenario(event, Ref.OTHER_BRANCH, Trust.SAME_REPO, trigger));
      case "release" -> to.add(new Scenario(event, Ref.TAG, Trust.SAME_REPO, trigger));
      case "workflow_run" -> {
        to.add(new Scenario(event, Ref.DEFAULT_BRANCH, Trust.SAME_REPO, trigger));
        to.add(new Scenario(event, Ref.DEFAULT_BRANCH, Trust.PULL_REQUEST, trigger));
      }
      case "workflow_call", Scenario.CALLER, "deployment", "deployment_status" ->
          to.add(new Scenario(event, Ref.ANY, Trust.ANY, trigger));
      default -> to.add(new Scenario(event, Ref.DEFAULT_BRANCH, Trust.SAME_REPO, trigger));
    }
  }
}
