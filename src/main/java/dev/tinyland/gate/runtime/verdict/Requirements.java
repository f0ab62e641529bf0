package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a state authority has to show. A node that is ready is no evidence of any of it, and what
 * was not proved is not met: a proof is asked for, not the absence of a doubt.
 */
final class Requirements {
  static final int INDEPENDENT = 2;

  private Requirements() {}

  /** All requirements, in the order of the policy. */
  static List<Requirement> of(ReadinessEvidence evidence) {
    Topology topology = Topology.of(evidence.guard().cluster());
    List<Requirement> requirements = new ArrayList<>();
    requirements.add(replicas(topology));
    requirements.add(endpoints(topology));
    requirements.add(accessMode(topology));
    requirements.add(storageNodes(topology));
    requirements.add(proof(evidence, Proof.Kind.REPAIR_PATH));
    requirements.add(versioning(evidence.versioning()));
    requirements.add(locking(evidence));
    requirements.add(proof(evidence, Proof.Kind.BACKUP));
    requirements.add(proof(evidence, Proof.Kind.ENDPOINT_LOSS));
    requirements.add(proof(evidence, Proof.Kind.POD_RESTART));
    requirements.add(proof(evidence, Proof.Kind.NODE_MAINTENANCE));
    requirements.add(proof(evidence, Proof.Kind.NO_OP_PLAN));
    return List.copyOf(requirements);
  }

  private static Requirement replicas(Topology topology) {
    var deployment = topology.deployment();
    if (deployment == null) {
      return Requirement.unknown("replicas", "The deployment was not seen.", Policy.ONE_REPLICA);
    }
    return Requirement.of(
        "replicas",
        deployment.ready() >= INDEPENDENT,
        deployment.ready() + " of " + deployment.replicas() + " replicas ready.",
        Policy.ONE_REPLICA);
  }

  private static Requirement endpoints(Topology topology) {
    int ready = topology.ready();
    if (ready < 0) {
      return Requirement.unknown("endpoints", "They were not seen.", Policy.TWO_ENDPOINTS);
    }
    Set<String> nodes = topology.endpointNodes();
    String evidence = ready + " ready";
    if (ready >= INDEPENDENT && nodes == null) {
      return Requirement.unknown(
          "endpoints", evidence + ", on nodes that are not named.", Policy.TWO_ENDPOINTS);
    }
    boolean met = nodes != null && nodes.size() >= INDEPENDENT;
    return Requirement.of(
        "endpoints",
        met,
        evidence + (nodes == null || nodes.isEmpty() ? "." : ", on " + names(nodes) + "."),
        Policy.TWO_ENDPOINTS);
  }

  private static Requirement accessMode(Topology topology) {
    Claim claim = topology.claim();
    if (claim == null || claim.accessModes().isEmpty()) {
      return Requirement.unknown("access mode", "The claim was not seen.", Policy.NO_SINGLE_VOLUME);
    }
    Set<String> nodes = topology.claimNodes();
    String where = nodes == null ? ", on a node that was not seen." : ", on " + names(nodes) + ".";
    boolean shared = claim.accessModes().contains("ReadWriteMany");
    String evidence = String.join(", ", claim.accessModes()) + where;
    if (shared && nodes == null) {
      return Requirement.unknown("access mode", evidence, Policy.NO_SINGLE_VOLUME);
    }
    boolean met = shared && nodes != null && nodes.size() >= INDEPENDENT;
    return Requirement.of("access mode", met, evidence, Policy.NO_SINGLE_VOLUME);
  }

  private static Requirement storageNodes(Topology topology) {
    Set<String> nodes = topology.storageNodes();
    if (nodes == null) {
      return Requirement.unknown("storage nodes", "They were not seen.", Policy.ONE_STORAGE_NODE);
    }
    return Requirement.of(
        "storage nodes",
        nodes.size() >= INDEPENDENT,
        nodes.isEmpty() ? "None." : names(nodes) + ".",
        Policy.ONE_STORAGE_NODE);
  }

  private static Requirement versioning(@Nullable VersioningEvidence versioning) {
    if (versioning == null) {
      return Requirement.unknown("versioning", "It was not asked.", Policy.NO_VERSIONING);
    }
    return switch (versioning.status()) {
      case ENABLED -> Requirement.of("versioning", true, "Enabled.", Policy.NO_VERSIONING);
      case SUSPENDED -> Requirement.of("versioning", false, "Suspended.", Policy.NO_VERSIONING);
      case NONE -> Requirement.of("versioning", false, "Never enabled.", Policy.NO_VERSIONING);
      case NOT_IMPLEMENTED ->
          Requirement.of(
              "versioning", false, "The server has no such operation.", Policy.NO_VERSIONING);
      case UNKNOWN ->
          Requirement.unknown(
              "versioning", Failure.words(versioning.attempt()) + ".", Policy.NO_VERSIONING);
    };
  }

  /** A lock is proved for the state of versioning in which it was tried, so both must be known. */
  private static Requirement locking(ReadinessEvidence evidence) {
    VersioningEvidence versioning = evidence.versioning();
    var proof = evidence.guard().proof();
    Boolean conditional = proof == null ? null : proof.conditional();
    if (Boolean.FALSE.equals(conditional)) {
      return Requirement.of(
          "locking", false, "A second create was not refused.", Policy.NO_LOCKING);
    }
    if (conditional == null
        || versioning == null
        || VersioningVerdict.exclusive(versioning, proof) == null) {
      return Requirement.unknown(
          "locking",
          "No second create was tried in a bucket whose versioning is known.",
          Policy.NO_LOCKING);
    }
    return switch (versioning.status()) {
      case ENABLED ->
          Requirement.of(
              "locking",
              true,
              "A second create was refused in the versioned bucket.",
              Policy.NO_LOCKING);
      case UNKNOWN ->
          Requirement.unknown(
              "locking",
              "A second create was refused, and the versioning is not known.",
              Policy.NO_LOCKING);
      case SUSPENDED, NONE, NOT_IMPLEMENTED ->
          Requirement.unknown(
              "locking",
              "A second create was refused without versioning, which has to be enabled: some"
                  + " servers accept it then.",
              Policy.NO_LOCKING);
    };
  }

  private static Requirement proof(ReadinessEvidence evidence, Proof.Kind kind) {
    Proof proof = evidence.proof(kind);
    if (proof != null) {
      String words = (proof.holds() ? "Proved in " : "Refuted in ") + proof.reference() + ".";
      return Requirement.of(kind.word(), proof.holds(), words, kind.policy());
    }
    // "No proved repair path" is a fact about proofs, so that none is an answer.
    return kind == Proof.Kind.REPAIR_PATH
        ? Requirement.of(kind.word(), false, "No proof was given.", kind.policy())
        : Requirement.unknown(kind.word(), "No proof was given.", kind.policy());
  }

  static String names(Set<String> names) {
    return String.join(", ", names);
  }
}
