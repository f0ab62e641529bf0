package dev.tinyland.gate.runtime.evidence;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The jobs beside the workload: what made its buckets, and what clears them up.
 *
 * @param observedAt RFC 3339, UTC
 */
public record JobsEvidence(String namespace, Part<List<Job>> jobs, String observedAt) {
  /**
   * One job.
   *
   * @param schedule of the cron job that made it, or that it is; null for a single job
   * @param condition the last that is true, for example {@code Complete} or {@code Failed:
   *     BackoffLimitExceeded}; null where there is none yet
   * @param startedAt RFC 3339; null where it has not started
   * @param endedAt RFC 3339; null where it has not ended, or not well
   */
  public record Job(
      String kind,
      String name,
      @Nullable String schedule,
      int active,
      int succeeded,
      int failed,
      @Nullable String condition,
      @Nullable String startedAt,
      @Nullable String endedAt,
      List<String> images) {
    public Job {
      images = List.copyOf(images);
    }
  }
}
