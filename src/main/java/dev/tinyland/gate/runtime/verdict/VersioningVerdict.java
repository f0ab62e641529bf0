package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the bucket keeps versions, and whether a lockfile holds in that state. The two go
 * together: there are servers that refuse a second create in a plain bucket and accept it in a
 * versioned one, and others that refuse every create after the first delete. A proof of locking is
 * therefore good for the state of versioning in which it was made, and for no other.
 */
public final class VersioningVerdict {
  private VersioningVerdict() {}

  /**
   * The verdict on both together.
   *
   * @param proof made in the same bucket; null where none was
   */
  public static Verdict of(VersioningEvidence versioning, @Nullable WriteProofEvidence proof) {
    return Finding.verdict(findings(versioning, proof));
  }

  /** What there is to say; at least one finding. */
  public static List<Finding> findings(
      VersioningEvidence versioning, @Nullable WriteProofEvidence proof) {
    String subject = "bucket " + versioning.bucket();
    List<Finding> findings = new ArrayList<>();
    switch (versioning.status()) {
      case ENABLED -> findings.add(locked(versioning, proof, subject));
      case SUSPENDED, NONE ->
          findings.add(
              Finding.of(EvidenceClass.UNVERSIONED, null, subject, trap(versioning, proof)));
      case NOT_IMPLEMENTED ->
          findings.add(
              Finding.of(
                  EvidenceClass.UNVERSIONED,
                  "not-implemented",
                  subject,
                  "The server has no such operation."));
      case UNKNOWN -> {
        Finding failure = Failure.of(versioning.attempt(), subject);
        findings.add(
            failure == null
                ? Finding.of(
                    EvidenceClass.VERSIONING_UNKNOWN,
                    subject,
                    Failure.words(versioning.attempt()) + ".")
                : failure);
      }
    }
    return List.copyOf(findings);
  }

  /** Whether a proof says anything of this bucket. */
  static @Nullable Boolean exclusive(
      VersioningEvidence versioning, @Nullable WriteProofEvidence proof) {
    if (proof == null || !proof.bucket().equals(versioning.bucket())) {
      return null;
    }
    return proof.conditional();
  }

  private static Finding locked(
      VersioningEvidence versioning, @Nullable WriteProofEvidence proof, String subject) {
    Boolean exclusive = exclusive(versioning, proof);
    if (exclusive == null) {
      return Finding.of(
          EvidenceClass.LOCK_UNPROVED,
          subject,
          "The bucket is versioned, and versioning is what makes some servers accept a second"
              + " create.");
    }
    return Finding.of(
        exclusive ? EvidenceClass.VERSIONED_LOCK_HELD : EvidenceClass.VERSIONED_LOCK_IGNORED,
        subject,
        "");
  }

  private static String trap(VersioningEvidence versioning, @Nullable WriteProofEvidence proof) {
    String status =
        versioning.status() == VersioningEvidence.Status.SUSPENDED
            ? "Versioning is suspended."
            : "Versioning was never enabled.";
    return Boolean.TRUE.equals(exclusive(versioning, proof))
        ? status
            + " A second create was refused, which holds for this state only: prove it again once"
            + " versioning is enabled, because some servers then accept it."
        : status;
  }
}
