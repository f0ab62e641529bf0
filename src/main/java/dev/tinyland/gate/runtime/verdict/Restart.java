package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the workload restarted while it was looked at. */
final class Restart {
  private Restart() {}

  /**
   * What changed, as a sentence; null where nothing did, and where the pods were not seen twice.
   */
  static @Nullable String between(
      @Nullable ClusterEvidence before,
      @Nullable ClusterEvidence after,
      @Nullable DiskEvidence disk) {
    List<Pod> later = pods(after);
    if (later == null) {
      return null;
    }
    if (disk != null && disk.uid() != null && find(later, disk.uid()) == null) {
      return "The pod whose disk was seen is gone.";
    }
    List<Pod> earlier = pods(before);
    if (earlier == null) {
      return null;
    }
    for (Pod pod : earlier) {
      Pod same = find(later, pod.uid());
      if (same == null) {
        return "Pod " + pod.name() + " was replaced.";
      }
      if (same.restarts() != pod.restarts()) {
        return "Pod "
            + pod.name()
            + " went from "
            + pod.restarts()
            + " to "
            + same.restarts()
            + " restarts.";
      }
      if (!Objects.equals(same.startedAt(), pod.startedAt())) {
        return "Pod " + pod.name() + " started anew.";
      }
    }
    return later.size() == earlier.size() ? null : "A pod was added.";
  }

  private static @Nullable List<Pod> pods(@Nullable ClusterEvidence cluster) {
    if (cluster == null || cluster.pods().access() != Access.SEEN) {
      return null;
    }
    return cluster.pods().value();
  }

  private static @Nullable Pod find(List<Pod> pods, String uid) {
    for (Pod pod : pods) {
      if (pod.uid().equals(uid)) {
        return pod;
      }
    }
    return null;
  }
}
