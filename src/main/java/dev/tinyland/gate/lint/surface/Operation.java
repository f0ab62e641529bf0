package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Site;
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
 * @param setting how it stands where it runs
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
    boolean fatal,
    Setting setting) {
  public Operation {
    arguments = List.copyOf(arguments);
    via = List.copyOf(via);
    constraints = List.copyOf(constraints);
  }

  /**
   * A job as it is reached.
   *
   * @param key the ids of the calling jobs and its own, with a slash between
   * @param condition what must hold for it to run
   * @param caller the job that calls its workflow; null in the workflow that is started
   */
  public record JobPlace(
      Workflow workflow, Job job, String key, Constraint condition, @Nullable JobPlace caller) {}

  /**
   * A step on the way, of the job or of an action that is called.
   *
   * @param condition what must hold for it to run
   * @param forgiven when its failure is ignored; null for never
   */
  public record Level(Constraint condition, @Nullable String id, @Nullable Constraint forgiven) {}

  /**
   * How an operation stands where it runs.
   *
   * @param site where its arguments are evaluated
   * @param values the arguments as expressions; what only the run knows is a name of its own
   * @param directory the folder it works in, relative to the workspace; null for that itself
   * @param levels the steps that lead to it, outermost first
   * @param succeeded holds where it has succeeded; null where no guard can ask for it
   * @param passed holds where its script has succeeded
   * @param exits whether its script ends, and fails, where it fails
   * @param endsStep whether its step fails where it fails
   * @param repeated whether it is tried again and again
   * @param sure false where it is not certain what its failure leads to
   */
  public record Setting(
      Site site,
      List<Expression> values,
      @Nullable Expression directory,
      List<Level> levels,
      @Nullable Constraint succeeded,
      List<Constraint> passed,
      boolean exits,
      boolean endsStep,
      boolean repeated,
      boolean sure) {
    public Setting {
      values = List.copyOf(values);
      levels = List.copyOf(levels);
      passed = List.copyOf(passed);
    }
  }
}
