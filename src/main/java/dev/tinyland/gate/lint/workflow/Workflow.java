package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One workflow file. */
public record Workflow(
    SourceFile file, @Nullable String name, List<Trigger> triggers, Env env, List<Job> jobs) {
  public Workflow {
    triggers = List.copyOf(triggers);
    jobs = List.copyOf(jobs);
  }

  public @Nullable Trigger trigger(String event) {
    for (Trigger trigger : triggers) {
      if (trigger.event().equals(event)) {
        return trigger;
      }
    }
    return null;
  }

  public @Nullable Job job(String id) {
    for (Job job : jobs) {
      if (job.id().equalsIgnoreCase(id)) {
        return job;
      }
    }
    return null;
  }
}
