package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.JobsEvidence;
import dev.tinyland.gate.runtime.evidence.JobsEvidence.Job;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs beside the workload that failed, or that ran in the window whose log was read: one that
 * clears up, or that makes buckets, may be the cause.
 */
final class JobNotes {
  /** The window where no log was read. */
  private static final long DEFAULT_SECONDS = 1800;

  private JobNotes() {}

  static void add(@Nullable JobsEvidence evidence, List<LogEvidence> logs, List<Note> notes) {
    if (evidence == null) {
      notes.add(Note.of("job", "jobs", "They were not looked at."));
      return;
    }
    List<Job> jobs = evidence.jobs().value();
    if (evidence.jobs().access() != Access.SEEN || jobs == null) {
      String why = Unseen.words(evidence.jobs().access(), evidence.jobs().detail());
      notes.add(Note.of("job", "jobs", "They were not seen: " + why));
      return;
    }
    long seconds = window(logs);
    Long end = Seconds.of(evidence.observedAt());
    Long start = end == null ? null : (Long) (end - seconds);
    int count = 0;
    for (Job job : jobs) {
      boolean failed = failed(job);
      if (!failed && !ran(job, start)) {
        continue;
      }
      count++;
      if (count <= ClusterNotes.MOST) {
        notes.add(
            Note.of(failed ? "job-failed" : "job-ran", job.kind() + " " + job.name(), words(job)));
      }
    }
    ClusterNotes.more("job", count, "jobs", notes);
    if (count == 0) {
      notes.add(
          Note.of(
              "job",
              "jobs",
              jobs.size() + " seen, none of which failed or ran in the last " + seconds + " s."));
    }
  }

  private static boolean failed(Job job) {
    String condition = job.condition();
    return job.failed() > 0 || (condition != null && condition.startsWith("Failed"));
  }

  /** A time that cannot be read may be in the window. */
  private static boolean ran(Job job, @Nullable Long start) {
    return job.active() > 0 || since(job.startedAt(), start) || since(job.endedAt(), start);
  }

  private static boolean since(@Nullable String time, @Nullable Long start) {
    if (time == null) {
      return false;
    }
    Long moment = Seconds.of(time);
    return moment == null || start == null || moment >= start;
  }

  private static long window(List<LogEvidence> logs) {
    long seconds = 0;
    for (LogEvidence log : logs) {
      seconds = Math.max(seconds, log.sinceSeconds());
    }
    return seconds == 0 ? DEFAULT_SECONDS : seconds;
  }

  private static String words(Job job) {
    StringBuilder words = new StringBuilder();
    words.append(job.active()).append(" active, ").append(job.succeeded()).append(" succeeded, ");
    words.append(job.failed()).append(" failed");
    append(", condition ", job.condition(), words);
    append(", schedule ", job.schedule(), words);
    append(", started ", job.startedAt(), words);
    append(", ended ", job.endedAt(), words);
    if (!job.images().isEmpty()) {
      words.append(", image ").append(String.join(", ", job.images()));
    }
    return words.append('.').toString();
  }

  private static void append(String head, @Nullable String value, StringBuilder words) {
    if (value != null) {
      words.append(head).append(value);
    }
  }
}
