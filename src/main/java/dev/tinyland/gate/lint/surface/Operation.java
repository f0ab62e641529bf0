package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs and is no write, but that a rule asks for: a guard, a canary's step, a change
 * of state, an upload of evidence. In the order in which a job runs them.
 *
 * @param name the operation, as {@code surfaces.txt} names it
 * @param what the command or action, as written
 * @param arguments what it is given, as far as it is fixed; the rest as written. Inputs of an
 *     action as {@code input=value}
 * @param root the step, or the call of a workflow, in the file that is started
 * @param place the command itself
 * @param via the way from root to place, outermost first
 * @param constraints all conditions on the way, outermost first
 * @param job the job that runs it; null in an action whose caller is not in sight
 * @param step the number of its step in the job, from 0, steps of called actions counted
 * @param fatal whether its failure fails the job: nothing on the way ignores the status
 */
public record Operation(
    String name,
    String what,
    List<String> arguments,
    Span root,
    Span place,
    List<Related> via,
    List<Constraint> constraints,
    @Nullable JobPlace job,
    int step,
    boolean fatal) {
  public Operation {
    arguments = List.copyOf(arguments);
    via = List.copyOf(via);
    constraints = List.copyOf(constraints);
  }

  /**
   * A job as it is reached.
   *
   * @param key the ids of the calling jobs and its own, with a slash between
   */
  public record JobPlace(Workflow workflow, Job job, String key) {}
}
