package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The manual publication probe, or what is meant as one: a root and its writes that look like the
 * probe's. Whether it is a good one is for the rules to say.
 *
 * @param writes at least one, all of them reachable
 * @param confirms inputs that ask for a confirmation, by their names
 * @param profile the input that chooses the profile, or null
 */
record Probe(Root root, List<Judged> writes, List<Input> confirms, @Nullable Input profile) {
  static final String COMMAND = "attic-publication-probe";
  static final String BY_HAND = "workflow_dispatch";
  static final String BY_CALL = "workflow_call";

  Probe {
    writes = List.copyOf(writes);
    confirms = List.copyOf(confirms);
  }

  boolean isProbe(Judged judged) {
    for (Judged write : writes) {
      if (write.surface().id().equals(judged.surface().id())) {
        return true;
      }
    }
    return false;
  }

  /** The workflow, or null where it is an action. */
  @Nullable Workflow workflow() {
    return root instanceof Root.OfWorkflow(Workflow workflow) ? workflow : null;
  }

  /** Whether it is for other workflows to start: what only they know is judged with them. */
  boolean isCalledOnly() {
    Workflow workflow = workflow();
    return workflow == null
        || (workflow.triggers().size() == 1 && workflow.trigger(BY_CALL) != null);
  }

  /** The inputs of whoever starts the root. */
  static List<Input> inputs(Root root) {
    return switch (root) {
      case Root.OfAction(Action action) -> action.inputs();
      case Root.OfWorkflow(Workflow workflow) -> {
        List<Input> inputs = new ArrayList<>();
        for (String event : List.of(BY_HAND, BY_CALL)) {
          Trigger trigger = workflow.trigger(event);
          if (trigger != null) {
            inputs.addAll(trigger.inputs());
          }
        }
        yield inputs;
      }
    };
  }

  /** The scenarios in which the confirmation can be asked for; if there are none, all of them. */
  static List<Judged.Reached> asked(Judged judged) {
    List<Judged.Reached> asked = new ArrayList<>();
    for (Judged.Reached each : judged.open()) {
      if (each.scenario().event().equals(BY_HAND) || each.scenario().calledFromElsewhere()) {
        asked.add(each);
      }
    }
    return asked.isEmpty() ? judged.open() : asked;
  }

  static boolean startedByPullRequest(Judged judged) {
    return !Writes.onPullRequest(judged.open()).isEmpty();
  }

  /** Whether a text holds one of the tokens, in whatever case. */
  static boolean mentionsToken(String text, Analysis analysis) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String token : analysis.policy().confirmTokens().values()) {
      if (lower.contains(token.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is one of the tokens: GitHub compares ignoring case. */
  static boolean isToken(String text, Analysis analysis) {
    for (String token : analysis.policy().confirmTokens().values()) {
      if (token.equalsIgnoreCase(text.strip())) {
        return true;
      }
    }
    return false;
  }

  static boolean isConfirmation(String name) {
    return name.toLowerCase(Locale.ROOT).contains("confirm");
  }
}
