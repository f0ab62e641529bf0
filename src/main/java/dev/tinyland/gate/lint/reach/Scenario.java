package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One way a run can start: what the trigger fixes. Everything else stays free.
 *
 * @param event GitHub's name of the event; {@code workflow_call} for a reusable workflow and {@code
 *     caller} for an action whose caller is not in sight: then the caller's event stays free too
 */
public record Scenario(String event, Ref ref, Trust trust, Trigger trigger) {
  /** The event of an action definition that is looked at on its own. */
  public static final String CALLER = "caller";

  /** No event in particular: what is known then is known always. */
  static final Scenario UNFIXED =
      new Scenario(
          "any event", Ref.ANY, Trust.ANY, Trigger.bare("any event", Span.at("", 1, 1), List.of()));

  private static final Set<String> STARTED_BY_A_PULL_REQUEST =
      Set.of(
          "pull_request",
          "pull_request_target",
          "pull_request_review",
          "pull_request_review_comment",
          "pull_request_comment",
          "merge_group",
          "issue_comment");

  /** The class of {@code github.ref}. */
  public enum Ref {
    DEFAULT_BRANCH,
    OTHER_BRANCH,
    TAG,
    /** The merge commit of a pull request. */
    MERGE,
    ANY;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Who starts the run. A fork has no secrets. */
  public enum Trust {
    SAME_REPO,
    FORK,
    /** A {@code workflow_run} that follows a pull request's run. */
    PULL_REQUEST,
    ANY;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether somebody's pull request, or a comment on one, starts the run. */
  public boolean startedByPullRequest() {
    return STARTED_BY_A_PULL_REQUEST.contains(event) || trust == Trust.PULL_REQUEST;
  }

  /** Whether the event is the caller's and therefore not known. */
  public boolean calledFromElsewhere() {
    return event.equals("workflow_call") || event.equals(CALLER) || event.equals("any event");
  }

  public Scenario with(Ref other) {
    return new Scenario(event, other, trust, trigger);
  }

  /** For messages: {@code on push to another branch}, {@code on pull_request from a fork}. */
  public String inWords() {
    if (calledFromElsewhere()) {
      return event.equals(CALLER)
          ? "whatever trigger its caller has"
          : "when called from elsewhere";
    }
    String from =
        switch (trust) {
          case FORK -> " from a fork";
          case PULL_REQUEST -> " after a run for a pull request";
          case SAME_REPO, ANY -> "";
        };
    boolean push = event.equals("push");
    return switch (ref) {
      case DEFAULT_BRANCH -> on() + (push ? " to" : " on") + " the default branch" + from;
      case OTHER_BRANCH -> on() + (push ? " to" : " on") + " another branch" + from;
      case TAG -> on() + (push ? " of" : " on") + " a tag" + from;
      case MERGE, ANY -> on() + from;
    };
  }

  private String on() {
    return "on `" + event + "`";
  }
}
