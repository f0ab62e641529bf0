package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.JobsEvidence;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import dev.tinyland.gate.runtime.evidence.ProgramsEvidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.VersionEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was kept of an incident. What is null was not looked at.
 *
 * @param before the cluster before everything else
 * @param after the cluster after everything else
 * @param disk the folders of the buckets that S3 was asked for; those of the scratch bucket are in
 *     its own looks
 */
public record RcaEvidence(
    @Nullable ClusterEvidence before,
    @Nullable ClusterEvidence after,
    @Nullable S3Evidence s3,
    @Nullable DiskEvidence disk,
    @Nullable VersionEvidence version,
    @Nullable ProgramsEvidence programs,
    @Nullable JobsEvidence jobs,
    List<LogEvidence> logs,
    @Nullable ScratchLooks scratch) {
  public RcaEvidence {
    logs = List.copyOf(logs);
  }

  /** The newest look at the cluster. */
  @Nullable ClusterEvidence cluster() {
    return after == null ? before : after;
  }
}
