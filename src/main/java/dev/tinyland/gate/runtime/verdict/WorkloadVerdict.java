package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Deployment;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Endpoint;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the workload behind the endpoint is up. That it is says nothing of the buckets: pods have
 * been ready all through a divergence. What could not be seen (no cluster, no right, no answer) is
 * undecided; what is not there although it could be seen is refuted.
 */
public final class WorkloadVerdict {
  private static final String SUBJECT = "workload";

  private WorkloadVerdict() {}

  public static Verdict of(ClusterEvidence cluster) {
    return Finding.verdict(findings(cluster));
  }

  /** What there is to say; at least one finding. */
  public static List<Finding> findings(ClusterEvidence cluster) {
    List<Finding> findings = new ArrayList<>();
    if (cluster.reachable() != Access.SEEN) {
      findings.add(
          Finding.of(
              EvidenceClass.WORKLOAD_UNSEEN,
              word(cluster.reachable()),
              SUBJECT,
              "The cluster was not reached."));
      return List.copyOf(findings);
    }
    Deployment deployment = seen(cluster.deployment(), "deployment", findings);
    if (deployment != null) {
      deployment(deployment, findings);
    }
    List<Pod> pods = seen(cluster.pods(), "pods", findings);
    if (pods != null) {
      pods(pods, findings);
    }
    List<Endpoint> endpoints = seen(cluster.endpoints(), "endpoints", findings);
    if (endpoints != null && ready(endpoints) == 0) {
      findings.add(
          Finding.of(
              EvidenceClass.NO_READY_ENDPOINT,
              SUBJECT,
              endpoints.size() + " endpoints, none ready."));
    }
    var claim = cluster.claim().value();
    if (cluster.claim().access() == Access.SEEN
        && claim != null
        && !claim.phase().equals("Bound")) {
      findings.add(
          Finding.of(
              EvidenceClass.CLAIM_NOT_BOUND,
              "claim " + claim.name(),
              "Its phase is " + claim.phase() + "."));
    }
    if (findings.isEmpty() && deployment != null && endpoints != null) {
      findings.add(
          Finding.of(
              EvidenceClass.WORKLOAD_READY,
              "deployment " + deployment.name(),
              deployment.ready()
                  + " of "
                  + deployment.replicas()
                  + " replicas and "
                  + ready(endpoints)
                  + " endpoints ready."));
    }
    return List.copyOf(findings);
  }

  static int ready(List<Endpoint> endpoints) {
    int ready = 0;
    for (Endpoint endpoint : endpoints) {
      ready += endpoint.ready() ? 1 : 0;
    }
    return ready;
  }

  /** For example {@code no-such-kind}. */
  static String word(Access access) {
    return access.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> @Nullable T seen(Part<T> part, String what, List<Finding> findings) {
    if (part.access() == Access.SEEN && part.value() != null) {
      return part.value();
    }
    boolean absent = part.access() == Access.ABSENT;
    findings.add(
        Finding.of(
            absent ? EvidenceClass.WORKLOAD_ABSENT : EvidenceClass.WORKLOAD_UNSEEN,
            absent ? null : word(part.access()),
            what,
            ""));
    return null;
  }

  private static void deployment(Deployment deployment, List<Finding> findings) {
    String subject = "deployment " + deployment.name();
    if (deployment.observedGeneration() < deployment.generation()) {
      findings.add(
          Finding.of(
              EvidenceClass.WORKLOAD_STALE,
              subject,
              "Generation "
                  + deployment.generation()
                  + " was asked for, the status is of "
                  + deployment.observedGeneration()
                  + "."));
    }
    if (deployment.replicas() < 1 || deployment.ready() < deployment.replicas()) {
      findings.add(
          Finding.of(
              EvidenceClass.WORKLOAD_NOT_READY,
              subject,
              deployment.ready() + " of " + deployment.replicas() + " replicas ready."));
    }
  }

  private static void pods(List<Pod> pods, List<Finding> findings) {
    if (pods.isEmpty()) {
      findings.add(Finding.of(EvidenceClass.WORKLOAD_ABSENT, "pods", "There is no pod."));
    }
    for (Pod pod : pods) {
      boolean ended = pod.phase().equals("Succeeded") || pod.phase().equals("Failed");
      if (!pod.ready() && !ended) {
        String end =
            pod.lastTermination() == null ? "" : " Last ended: " + pod.lastTermination() + ".";
        findings.add(
            Finding.of(
                EvidenceClass.WORKLOAD_NOT_READY,
                "pod " + pod.name(),
                "Its phase is " + pod.phase() + ", " + pod.restarts() + " restarts." + end));
      }
    }
  }
}
