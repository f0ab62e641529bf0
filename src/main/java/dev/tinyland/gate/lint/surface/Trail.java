package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Constraint;
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
 * @param forgiven whether a failure here is ignored by something on the way
 */
record Trail(
    @Nullable Span root,
    List<Related> via,
    List<Constraint> constraints,
    List<SwitchUse> switches,
    List<String> files,
    Operation.@Nullable JobPlace job,
    boolean forgiven) {
  Trail {
    via = List.copyOf(via);
    constraints = List.copyOf(constraints);
    switches = List.copyOf(switches);
    files = List.copyOf(files);
  }

  static Trail start(String file) {
    return new Trail(null, List.of(), List.of(), List.of(), List.of(file), null, false);
  }

  Trail under(Constraint constraint) {
    return new Trail(root, via, plus(constraints, constraint), switches, files, job, forgiven);
  }

  Trail passing(@Nullable SwitchUse use) {
    return use == null
        ? this
        : new Trail(root, via, constraints, plus(switches, use), files, job, forgiven);
  }

  Trail underAll(List<Constraint> more) {
    Trail trail = this;
    for (Constraint each : more) {
      trail = trail.under(each);
    }
    return trail;
  }

  Trail inJob(Workflow workflow, Job walked) {
    String key = job == null ? walked.id() : job.key() + "/" + walked.id();
    Operation.JobPlace place = new Operation.JobPlace(workflow, walked, key);
    return new Trail(root, via, constraints, switches, files, place, false);
  }

  Trail forgiving(boolean ignores) {
    return ignores && !forgiven
        ? new Trail(root, via, constraints, switches, files, job, true)
        : this;
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
        forgiven);
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
