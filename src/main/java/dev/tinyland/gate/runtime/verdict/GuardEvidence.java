package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guard of the state path looks at. What is null was not looked at.
 *
 * @param before the cluster before the first sample of S3
 * @param after the cluster after the last one
 * @param objects one for each stack
 * @param last earlier looks at the same objects; those of other objects are passed over
 */
public record GuardEvidence(
    @Nullable ClusterEvidence before,
    @Nullable ClusterEvidence after,
    @Nullable S3Evidence s3,
    @Nullable DiskEvidence disk,
    List<StateObjectEvidence> objects,
    List<StateObjectEvidence> last,
    @Nullable WriteProofEvidence proof) {
  public GuardEvidence {
    objects = List.copyOf(objects);
    last = List.copyOf(last);
  }

  /** The newest look at the cluster. */
  @Nullable ClusterEvidence cluster() {
    return after == null ? before : after;
  }
}
