package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.JobsEvidence.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The jobs and cron jobs of the namespace. */
final class Jobs {
  private Jobs() {}

  /** A job and the cron job that made it. */
  private record Made(Job job, @Nullable String by) {}

  /**
   * Cron jobs first, then jobs, each as the server lists them. Where only the cron jobs were not
   * seen, the detail says so, as jobs then have no schedule.
   */
  static Part<List<Job>> read(KubernetesReader reader, ClusterSettings settings) {
    String batch = "/apis/batch/v1/namespaces/" + settings.namespace();
    Part<List<Made>> jobs = reader.list(batch + "/jobs", "Job", Jobs::job);
    Part<List<Job>> cronJobs = reader.list(batch + "/cronjobs", "CronJob", Jobs::cronJob);
    if (jobs.value() == null) {
      return new Part<>(jobs.access(), jobs.detail(), null);
    }
    List<Job> all = new ArrayList<>();
    Map<String, String> schedules = new HashMap<>();
    if (cronJobs.value() != null) {
      for (Job cronJob : cronJobs.value()) {
        all.add(cronJob);
        String schedule = cronJob.schedule();
        if (schedule != null) {
          schedules.put(cronJob.name(), schedule);
        }
      }
    }
    for (Made made : jobs.value()) {
      all.add(with(made.job(), made.by() == null ? null : schedules.get(made.by())));
    }
    String gap =
        cronJobs.value() != null
            ? null
            : "cron jobs were not seen: " + cronJobs.access() + ", " + cronJobs.detail();
    return new Part<>(Access.SEEN, gap, List.copyOf(all));
  }

  private static Made job(Tree tree) {
    String by = null;
    for (Tree owner : tree.items("metadata", "ownerReferences")) {
      if ("CronJob".equals(owner.text("kind"))) {
        by = owner.text("name");
      }
    }
    Job job =
        new Job(
            "Job",
            tree.required("metadata", "name"),
            null,
            tree.integer(0, "status", "active"),
            tree.integer(0, "status", "succeeded"),
            tree.integer(0, "status", "failed"),
            condition(tree),
            tree.text("status", "startTime"),
            tree.text("status", "completionTime"),
            Containers.images(tree.at("spec", "template", "spec")));
    return new Made(job, by);
  }

  /** Its times are those of the last job that it started, and of the last that ended well. */
  private static Job cronJob(Tree tree) {
    boolean suspended = Boolean.TRUE.equals(tree.flag("spec", "suspend"));
    return new Job(
        "CronJob",
        tree.required("metadata", "name"),
        tree.required("spec", "schedule"),
        tree.items("status", "active").size(),
        0,
        0,
        suspended ? "Suspended" : null,
        tree.text("status", "lastScheduleTime"),
        tree.text("status", "lastSuccessfulTime"),
        Containers.images(tree.at("spec", "jobTemplate", "spec", "template", "spec")));
  }

  private static @Nullable String condition(Tree tree) {
    String last = null;
    for (Tree condition : tree.items("status", "conditions")) {
      String type = condition.text("type");
      if (type != null && "True".equals(condition.text("status"))) {
        String reason = condition.text("reason");
        last = reason == null ? type : type + ": " + reason;
      }
    }
    return last;
  }

  private static Job with(Job job, @Nullable String schedule) {
    return new Job(
        job.kind(),
        job.name(),
        schedule,
        job.active(),
        job.succeeded(),
        job.failed(),
        job.condition(),
        job.startedAt(),
        job.endedAt(),
        job.images());
  }
}
