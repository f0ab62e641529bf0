package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the evidence is exactly the interim posture that is known and accepted: one replica, one
 * ready endpoint, one ReadWriteOnce claim bound to one node, one storage node, no proved repair
 * path. More than that is a difference too, because then the posture that was accepted is not the
 * one that is running.
 */
final class InterimPosture {
  private InterimPosture() {}

  /** One finding that it is, or one for each difference and each part that was not seen. */
  static List<Finding> findings(ReadinessEvidence evidence) {
    Topology topology = Topology.of(evidence.guard().cluster());
    List<Finding> findings = new ArrayList<>();
    Set<String> node = Set.of(evidence.storageNode());

    var deployment = topology.deployment();
    boolean one = deployment != null && deployment.replicas() == 1 && deployment.ready() == 1;
    String replicas =
        deployment == null ? null : deployment.ready() + " of " + deployment.replicas() + " ready";
    check("replicas", Policy.ONE_REPLICA, replicas, one, findings);

    int ready = topology.ready();
    String endpoints = ready < 0 ? null : ready + " ready";
    check("endpoints", Policy.ONE_ENDPOINT, endpoints, ready == 1, findings);

    claim(topology.claim(), topology.claimNodes(), node, findings);

    Set<String> storage = topology.storageNodes();
    check(
        "storage nodes",
        Policy.ONE_STORAGE_NODE,
        storage == null ? null : names(storage),
        node.equals(storage),
        findings);

    Proof repair = evidence.proof(Proof.Kind.REPAIR_PATH);
    boolean proved = repair != null && repair.holds();
    check(
        "repair path", Policy.NO_REPAIR_PATH, proved ? "one is proved" : "none", !proved, findings);

    if (findings.isEmpty()) {
      findings.add(Finding.of(EvidenceClass.INTERIM_POSTURE, "posture", ""));
    }
    return List.copyOf(findings);
  }

  private static void claim(
      @Nullable Claim claim,
      @Nullable Set<String> nodes,
      Set<String> node,
      List<Finding> findings) {
    if (claim == null) {
      check("access mode", Policy.ONE_CLAIM, null, false, findings);
      return;
    }
    boolean mode = claim.accessModes().equals(List.of("ReadWriteOnce"));
    boolean bound = claim.phase().equals("Bound");
    String seen = String.join(", ", claim.accessModes()) + ", " + claim.phase();
    if (mode && bound && nodes == null) {
      check("access mode", Policy.ONE_CLAIM, null, false, findings);
      return;
    }
    check(
        "access mode",
        Policy.ONE_CLAIM,
        nodes == null ? seen : seen + ", on " + names(nodes),
        mode && bound && node.equals(nodes),
        findings);
  }

  private static void check(
      String subject, Policy known, @Nullable String seen, boolean same, List<Finding> findings) {
    if (same) {
      return;
    }
    String words = "Known: " + known.sentence() + ". Seen: ";
    findings.add(
        seen == null
            ? Finding.of(EvidenceClass.POSTURE_UNSEEN, subject, words + "nothing.")
            : Finding.of(EvidenceClass.POSTURE_DIFFERS, subject, words + seen + "."));
  }

  private static String names(Set<String> names) {
    return names.isEmpty() ? "none" : Requirements.names(names);
  }
}
