package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an object can be written, read back, written only once, and deleted. Every step has to
 * have been seen; a step that was not is never taken for one that went well.
 */
public final class WriteProofVerdict {
  private WriteProofVerdict() {}

  public static Verdict of(WriteProofEvidence proof) {
    return Finding.verdict(findings(proof));
  }

  /** What there is to say; at least one finding. */
  public static List<Finding> findings(WriteProofEvidence proof) {
    String subject = "write proof " + proof.bucket() + "/" + proof.key();
    List<Finding> findings = new ArrayList<>();
    failures(proof, subject, findings);
    if (Boolean.FALSE.equals(proof.readBack())) {
      findings.add(Finding.of(EvidenceClass.READ_BACK_DIFFERS, subject, ""));
    }
    if (Boolean.FALSE.equals(proof.conditional())) {
      findings.add(Finding.of(EvidenceClass.CREATE_NOT_EXCLUSIVE, subject, ""));
    }
    if (Boolean.FALSE.equals(proof.gone())) {
      findings.add(Finding.of(EvidenceClass.NOT_DELETED, subject, ""));
    } else if (proof.leftBehind()) {
      findings.add(Finding.of(EvidenceClass.LEFT_BEHIND, subject, ""));
    }
    if (proof.conditional() == null) {
      findings.add(Finding.of(EvidenceClass.LOCK_UNPROVED, subject, ""));
    }
    if (proof.attempts().isEmpty() || proof.readBack() == null || proof.gone() == null) {
      findings.add(
          Finding.of(EvidenceClass.NOT_OBSERVED, subject, "The proof did not come to its end."));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.of(EvidenceClass.WRITE_PROVED, subject, ""));
    }
    return List.copyOf(findings);
  }

  /**
   * Attempts that went wrong. A refused second create and an object that is gone after its delete
   * are what is hoped for, so that conflicts and not-founds count only where a bucket is missing. A
   * server that does not know conditional writes cannot hold a lockfile.
   */
  private static void failures(WriteProofEvidence proof, String subject, List<Finding> findings) {
    for (Attempt attempt : proof.attempts()) {
      if (attempt.outcome() == Outcome.NOT_FOUND && "NoSuchBucket".equals(attempt.code())) {
        findings.add(
            Finding.of(EvidenceClass.BUCKET_MISSING, subject, Failure.words(attempt) + "."));
        return;
      }
    }
    for (Attempt attempt : proof.attempts()) {
      Finding failure = Failure.of(attempt, subject);
      if (failure == null) {
        continue;
      }
      boolean unknown = attempt.outcome() == Outcome.NOT_IMPLEMENTED;
      if (unknown && !Boolean.TRUE.equals(proof.conditional())) {
        findings.add(
            Finding.of(
                EvidenceClass.CREATE_NOT_EXCLUSIVE,
                "not-implemented",
                subject,
                Failure.words(attempt) + "."));
      } else {
        findings.add(failure);
      }
      return;
    }
  }
}
