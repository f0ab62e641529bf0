package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that writes, or may write, with the way from what a trigger starts to it.
 *
 * @param what the action or command, as written
 * @param root the step, or the call of a workflow, in the file that is started
 * @param pointed the part of the root that leads to the write, for a reader to look at
 * @param place the write itself; the same as root unless it lies behind an action or workflow
 * @param via the way from root to place, outermost first
 * @param constraints all conditions on the way, outermost first
 * @param doubt why it is only possible that it writes; null where it is known to
 * @param postStep whether the write happens after the job's last step
 * @param switches the off switches passed on the way, with the value given to each
 * @param credentialed whether a secret is handed to the job
 * @param assumed true where the script becomes a write only by a text that stands elsewhere; if it
 *     is never given that text, there is no such place
 * @param job the job that runs it; null in an action whose caller is not in sight
 * @param step the number of its step in the job, as of {@link Operation}
 * @param fatal whether its failure fails the job: nothing on the way ignores the status
 */
public record WriteSite(
    String what,
    Span root,
    Span pointed,
    Span place,
    List<Related> via,
    List<Constraint> constraints,
    @Nullable String doubt,
    boolean postStep,
    List<SwitchUse> switches,
    boolean credentialed,
    boolean assumed,
    Operation.@Nullable JobPlace job,
    int step,
    boolean fatal) {
  public WriteSite {
    via = List.copyOf(via);
    constraints = List.copyOf(constraints);
    switches = List.copyOf(switches);
  }
}
