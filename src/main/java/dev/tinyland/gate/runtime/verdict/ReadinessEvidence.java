package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What readiness is judged by.
 *
 * @param options what the guard insists on; all protected stacks belong in it
 * @param versioning of the state bucket; null where it was not asked
 * @param proofs what was proved elsewhere; empty where nothing was
 * @param storageNode the only node of the known interim posture, {@code bumble}
 */
public record ReadinessEvidence(
    GuardEvidence guard,
    GuardOptions options,
    @Nullable VersioningEvidence versioning,
    List<Proof> proofs,
    String storageNode) {
  public ReadinessEvidence {
    proofs = List.copyOf(proofs);
  }

  /** The last proof of a kind; null where there is none. */
  @Nullable Proof proof(Proof.Kind kind) {
    Proof found = null;
    for (Proof proof : proofs) {
      if (proof.kind() == kind) {
        found = proof;
      }
    }
    return found;
  }
}
