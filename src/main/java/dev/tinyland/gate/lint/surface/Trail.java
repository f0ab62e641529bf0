package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the walk came to where it is.
 *
 * @param root the outermost step, once one was entered
 * @param files the files that are open, to notice circles
 * @param job the job that is walked, null in an action whose caller is not in sight
 * @param levels the steps of the job, and of actions that it calls, that are open
 * @param given what the open action or called workflow is given, null in the file that is started
 */
record Trail(
    @Nullable Span root,
    List<Related> via,
    List<Constraint> constraints,
    List<SwitchUse> switches,
    List<String> files,
    Operation.@Nullable JobPlace job,
    List<Operation.Level> levels,
    @Nullable Given given) {
  Trail {
    via = List.copyOf(via);
    constraints = List.copyOf(constraints);
    switches = List.copyOf(switches);
    files = List.copyOf(files);
    levels = List.copyOf(levels);
  }

  static Trail start(String file) {
    return new Trail(null, List.of(), List.of(), List.of(), List.of(file), null, List.of(), null);
  }

  Trail under(Constraint constraint) {
    return new Trail(root, via, plus(constraints, constraint), switches, files, job, levels, given);
  }

  Trail passing(@Nullable SwitchUse use) {
    return use == null
        ? this
        : new Trail(root, via, constraints, plus(switches, use), files, job, levels, given);
  }

  Trail underAll(List<Constraint> more) {
    Trail trail = this;
    for (Constraint each : more) {
      trail = trail.under(each);
    }
    return trail;
  }

  /** Into a job, whose condition is the last constraint so far. */
  Trail inJob(Workflow workflow, Job walked) {
    String key = job == null ? walked.id() : job.key() + "/" + walked.id();
    Operation.JobPlace place =
        new Operation.JobPlace(workflow, walked, key, constraints.getLast(), job);
    return new Trail(root, via, constraints, switches, files, place, List.of(), given);
  }

  /** Into a step, under its condition. */
  Trail inStep(Operation.Level level) {
    Trail under = under(level.condition());
    return new Trail(
        root, via, under.constraints(), switches, files, job, plus(levels, level), given);
  }

  /** Whether a failure here is, or may be, ignored by something on the way. */
  boolean forgiven() {
    for (Operation.Level level : levels) {
      if (level.forgiven() != null) {
        return true;
      }
    }
    return false;
  }

  /** Into what the step at the place calls. */
  Trail into(Span step, String file, Span inside, String message) {
    return new Trail(
        root == null ? step : root,
        plus(via, new Related(inside, message)),
        constraints,
        switches,
        plus(files, file),
        job,
        levels,
        given);
  }

  /** In what is called with these inputs. */
  Trail with(Env inputs, List<Input> declared) {
    Given inside = new Given(inputs, declared, given);
    return new Trail(root, via, constraints, switches, files, job, levels, inside);
  }

  /** The file that is walked. */
  String file() {
    return files.getLast();
  }

  int depth() {
    return files.size();
  }

  private static <T> List<T> plus(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }
}
