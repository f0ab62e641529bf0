package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What S3 showed of one scratch bucket, phase by phase. */
final class ScratchPhases {
  private ScratchPhases() {}

  /** Whether this run saw itself make it. */
  static boolean made(List<ScratchEvidence> phases) {
    for (ScratchEvidence phase : phases) {
      if (phase.phase() == Phase.CREATE && Boolean.TRUE.equals(phase.done())) {
        return true;
      }
    }
    return false;
  }

  /**
   * What went wrong or was not seen; empty only where it was made, listed, deleted and confirmed
   * absent.
   *
   * @param markers on the disk while the bucket had to be there
   */
  static List<Finding> findings(List<ScratchEvidence> phases, Markers markers, String subject) {
    List<Finding> findings = new ArrayList<>();
    boolean created = false;
    boolean deleted = false;
    boolean left = false;
    for (ScratchEvidence phase : phases) {
      Finding failure = failure(phase, subject);
      if (failure != null) {
        findings.add(failure);
      }
      Finding finding =
          switch (phase.phase()) {
            case CREATE -> created(phase, subject);
            case OBSERVE -> deleted ? gone(phase, subject) : there(phase, markers, subject);
            case DELETE -> gone(phase, subject);
          };
      // A failure says more than that nothing was seen because of it.
      if (finding != null && (failure == null || finding.kind() != EvidenceClass.NOT_OBSERVED)) {
        findings.add(finding);
      }
      created |= phase.phase() == Phase.CREATE;
      if (phase.phase() == Phase.DELETE) {
        deleted = true;
        left = phase.leftBehind() || !Boolean.TRUE.equals(phase.done());
      } else {
        left |= phase.leftBehind();
      }
    }
    if (!created) {
      findings.add(
          Finding.of(EvidenceClass.NOT_OBSERVED, subject, "Its creation was not looked at."));
    }
    if (made(phases) && !deleted) {
      findings.add(
          Finding.of(EvidenceClass.NOT_OBSERVED, subject, "Its delete was not looked at."));
    }
    if (left && !holds(findings, EvidenceClass.SCRATCH_NOT_DELETED)) {
      findings.add(Finding.of(EvidenceClass.SCRATCH_LEFT_BEHIND, subject, words(phases.getLast())));
    }
    return findings;
  }

  private static @Nullable Finding created(ScratchEvidence phase, String subject) {
    if (!Boolean.TRUE.equals(phase.done())) {
      return notMade(phase, subject);
    }
    if (Boolean.FALSE.equals(phase.listed())) {
      return Finding.of(EvidenceClass.SCRATCH_NOT_LISTED, subject, words(phase));
    }
    return phase.listed() == null ? unseen(phase, subject) : null;
  }

  /** Only a server that has neither the name nor an objection to it can have made a bucket. */
  private static @Nullable Finding notMade(ScratchEvidence phase, String subject) {
    for (Attempt attempt : phase.attempts()) {
      boolean refused =
          switch (attempt.outcome()) {
            case NOT_FOUND, CONFLICT, REJECTED, NOT_IMPLEMENTED ->
                attempt.operation().equals("create-bucket");
            default -> false;
          };
      boolean taken = attempt.operation().equals("head-bucket") && attempt.ok();
      if (refused || taken) {
        return Finding.of(EvidenceClass.SCRATCH_NOT_CREATED, subject, words(phase));
      }
      if (attempt.operation().equals("list-objects") && attempt.ok()) {
        return Finding.of(EvidenceClass.HEAD_DIVERGENCE, subject, words(phase));
      }
    }
    return unseen(phase, subject);
  }

  private static @Nullable Finding there(ScratchEvidence phase, Markers markers, String subject) {
    boolean lacking = Boolean.FALSE.equals(phase.listed());
    if (Boolean.FALSE.equals(phase.done())) {
      return lacking && markers.data() == Presence.YES
          ? Finding.of(
              EvidenceClass.BUCKET_INDEX_DIVERGENCE, subject, words(phase) + " " + markers.words())
          : Finding.of(EvidenceClass.SCRATCH_NOT_FOUND, subject, words(phase));
    }
    if (lacking) {
      return Finding.of(EvidenceClass.SCRATCH_NOT_LISTED, subject, words(phase));
    }
    return phase.done() == null || phase.listed() == null ? unseen(phase, subject) : null;
  }

  /** Of a delete, "done" is that it is gone; of a later look, that it is there. */
  private static @Nullable Finding gone(ScratchEvidence phase, String subject) {
    boolean there = phase.phase() == Phase.OBSERVE;
    if (phase.done() != null && phase.done() == there) {
      return Finding.of(EvidenceClass.SCRATCH_NOT_DELETED, subject, words(phase));
    }
    if (Boolean.TRUE.equals(phase.listed())) {
      return Finding.of(EvidenceClass.SCRATCH_NOT_DELETED, "still-listed", subject, words(phase));
    }
    return phase.done() == null || phase.listed() == null ? unseen(phase, subject) : null;
  }

  private static Finding unseen(ScratchEvidence phase, String subject) {
    return Finding.of(EvidenceClass.NOT_OBSERVED, subject, words(phase));
  }

  /** The worst attempt. What a creation was refused with is judged there. */
  private static @Nullable Finding failure(ScratchEvidence phase, String subject) {
    Finding worst = null;
    for (Attempt attempt : phase.attempts()) {
      Outcome outcome = attempt.outcome();
      boolean refused = outcome == Outcome.REJECTED || outcome == Outcome.NOT_IMPLEMENTED;
      Finding failure = Failure.of(attempt, subject);
      if (failure != null && !(refused && attempt.operation().equals("create-bucket"))) {
        worst = Finding.worse(worst, failure);
      }
    }
    return worst;
  }

  private static boolean holds(List<Finding> findings, EvidenceClass kind) {
    for (Finding finding : findings) {
      if (finding.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  private static String words(ScratchEvidence phase) {
    StringBuilder words = new StringBuilder();
    for (Attempt attempt : phase.attempts()) {
      words.append(words.isEmpty() ? "" : "; ").append(Failure.words(attempt));
    }
    return words.isEmpty() ? "Nothing was asked." : words.append('.').toString();
  }
}
