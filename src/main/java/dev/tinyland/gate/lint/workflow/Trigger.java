package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of {@code on:}.
 *
 * @param branches for {@code push} a filter on the pushed branch, for pull requests on the base
 * @param types the activity types; empty means GitHub's default for the event
 * @param inputs of {@code workflow_dispatch} and {@code workflow_call}
 * @param secrets names declared by {@code workflow_call}
 * @param workflows names of the workflows that a {@code workflow_run} waits for
 * @param crons the times of a {@code schedule}, as written
 */
public record Trigger(
    String event,
    Span span,
    @Nullable Filter branches,
    @Nullable Filter tags,
    List<String> types,
    List<Input> inputs,
    List<String> secrets,
    List<String> workflows,
    List<String> crons) {
  public Trigger {
    types = List.copyOf(types);
    inputs = List.copyOf(inputs);
    secrets = List.copyOf(secrets);
    workflows = List.copyOf(workflows);
    crons = List.copyOf(crons);
  }

  /** An event of which nothing is said but its name and its inputs. */
  public static Trigger bare(String event, Span span, List<Input> inputs) {
    return new Trigger(event, span, null, null, List.of(), inputs, List.of(), List.of(), List.of());
  }

  /** An event with nothing else to it. */
  public static Trigger of(String event, Span span) {
    return new Trigger(
        event, span, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Whether a push to the branch starts the workflow. */
  public boolean acceptsBranch(String name) {
    return branches == null ? tags == null : branches.accepts(name);
  }

  /** Whether a push of the tag starts the workflow. */
  public boolean acceptsTag(String name) {
    return tags == null ? branches == null : tags.accepts(name);
  }

  /** Whether a pull request (or a workflow run) on the base branch starts the workflow. */
  public boolean acceptsBase(String name) {
    return branches == null || branches.accepts(name);
  }
}
