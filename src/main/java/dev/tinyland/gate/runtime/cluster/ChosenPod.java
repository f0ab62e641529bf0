package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The container that is asked.
 *
 * @param container null where it could not be told; then {@code problem} says why
 * @param problem null where there is a pod and a container to ask
 */
record ChosenPod(
    @Nullable Tree pod,
    @Nullable String name,
    @Nullable String container,
    Access access,
    @Nullable String problem) {
  static ChosenPod find(KubernetesReader reader, ClusterSettings settings) {
    Part<List<Tree>> pods = Pods.list(reader, settings);
    List<Tree> all = pods.value();
    if (all == null) {
      return none(pods.access(), String.valueOf(pods.detail()));
    }
    try {
      Tree pod = Pods.running(all);
      if (pod == null) {
        return none(Access.ABSENT, "none of the " + all.size() + " pods is running");
      }
      String container = Workload.container(pod, settings);
      return new ChosenPod(
          pod,
          pod.required("metadata", "name"),
          container,
          container == null ? Access.ABSENT : Access.SEEN,
          container == null
              ? "which of the containers holds the data cannot be told, or has another name"
              : null);
    } catch (Tree.LacksException e) {
      return none(Access.ERROR, String.valueOf(e.getMessage()));
    }
  }

  private static ChosenPod none(Access access, String problem) {
    return new ChosenPod(null, null, null, access, problem);
  }

  /** What tells this start of the container from the next; null where there is no pod. */
  @Nullable String start() {
    return pod == null ? null : Workload.start(pod, container);
  }

  @Nullable String uid() {
    return pod == null ? null : pod.text("metadata", "uid");
  }
}
