package dev.tinyland.gate.runtime.cluster;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Deployment;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pods of the deployment, and the one of them that is asked. */
final class Pods {
  private Pods() {}

  /** Those that the given selector, or else the deployment's own, matches. */
  static <T> Part<List<T>> list(
      KubernetesReader reader,
      ClusterSettings settings,
      Part<Deployment> deployment,
      Function<Tree, T> shape) {
    Deployment seen = deployment.value();
    String labels =
        settings.selector() != null ? settings.selector() : seen == null ? null : seen.selector();
    if (labels == null) {
      return new Part<>(
          deployment.access(), "no selector without the deployment: " + deployment.detail(), null);
    }
    return reader.list(
        "/api/v1/namespaces/"
            + settings.namespace()
            + "/pods?labelSelector="
            + KubernetesReader.encode(labels),
        "Pod",
        shape);
  }

  /** The same without a deployment that has been read before. */
  static Part<List<Tree>> list(KubernetesReader reader, ClusterSettings settings) {
    Part<Deployment> deployment =
        settings.selector() != null
            ? KubernetesReader.missing(Access.ABSENT, "not asked")
            : reader.object(
                "/apis/apps/v1/namespaces/"
                    + settings.namespace()
                    + "/deployments/"
                    + settings.deployment(),
                "Deployment",
                Workload::deployment);
    return list(reader, settings, deployment, Function.identity());
  }

  /** One that runs and is not being deleted: a ready one if there is one, the first by name. */
  static @Nullable Tree running(List<Tree> pods) {
    return pods.stream()
        .filter(pod -> "Running".equals(pod.text("status", "phase")))
        .filter(pod -> !pod.has("metadata", "deletionTimestamp"))
        .min(
            Comparator.comparing((Tree pod) -> !Workload.condition(pod, "Ready"))
                .thenComparing(pod -> pod.required("metadata", "name")))
        .orElse(null);
  }
}
