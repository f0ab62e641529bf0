package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bucket of our own came and went as buckets do. Proven needs that S3 was seen to make
 * it, to list it, to keep an object in it, to delete it and to have it no more; and that the disk,
 * as far as it was seen, does not say otherwise.
 */
public final class ScratchVerdict {
  private ScratchVerdict() {}

  /**
   * What there is to say; at least one finding.
   *
   * @param strict whether both folders have to be seen to come and to go
   */
  public static List<Finding> findings(ScratchLooks looks, boolean strict) {
    Set<String> buckets = new LinkedHashSet<>();
    for (ScratchEvidence phase : looks.phases()) {
      buckets.add(phase.bucket());
    }
    List<Finding> findings = new ArrayList<>();
    if (buckets.isEmpty()) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "scratch bucket", "There is no phase."));
    }
    for (String bucket : buckets) {
      findings.addAll(bucket(bucket, looks, strict));
    }
    WriteProofEvidence proof = looks.proof();
    if (proof != null && !buckets.contains(proof.bucket())) {
      written(proof, findings);
      findings.add(
          Finding.of(
              EvidenceClass.NOT_OBSERVED,
              "write proof " + proof.bucket() + "/" + proof.key(),
              "It was made in a bucket that is not the scratch bucket."));
    }
    return List.copyOf(findings);
  }

  private static List<Finding> bucket(String bucket, ScratchLooks looks, boolean strict) {
    List<ScratchEvidence> phases = new ArrayList<>();
    for (ScratchEvidence phase : looks.phases()) {
      if (phase.bucket().equals(bucket)) {
        phases.add(phase);
      }
    }
    String subject = "scratch bucket " + bucket;
    Markers there = markers(looks.there(), bucket);
    Markers gone = markers(looks.gone(), bucket);
    List<Finding> findings = new ArrayList<>(ScratchPhases.findings(phases, there, subject));
    WriteProofEvidence proof = looks.proof();
    boolean own = proof != null && proof.bucket().equals(bucket);
    if (proof != null && own) {
      written(proof, findings);
    }
    if (ScratchPhases.made(phases)) {
      if (!own) {
        findings.add(
            Finding.of(EvidenceClass.NOT_OBSERVED, subject, "No object was written in it."));
      }
      disk(there, gone, strict, subject, findings);
      if (otherPod(looks)) {
        findings.add(
            Finding.of(
                EvidenceClass.NOT_OBSERVED,
                "other-pod",
                subject,
                "After the delete the disk was seen in another pod than before it."));
      }
    }
    if (findings.isEmpty()) {
      String seen = "Before its delete: " + there.words() + " After it: " + gone.words();
      findings.add(Finding.of(EvidenceClass.SCRATCH_PROVED, subject, seen));
    }
    return findings;
  }

  /** Nobody loses anything with this bucket, so that its absence is not taken for a loss. */
  private static void written(WriteProofEvidence proof, List<Finding> findings) {
    for (Finding finding : WriteProofVerdict.findings(proof)) {
      if (finding.kind() == EvidenceClass.BUCKET_MISSING) {
        findings.add(
            Finding.of(EvidenceClass.SCRATCH_NOT_FOUND, finding.subject(), finding.seen()));
      } else if (finding.standing() != Standing.PROVEN) {
        findings.add(finding);
      }
    }
  }

  /** What was seen to contradict S3 counts always, what was not seen only where it has to be. */
  private static void disk(
      Markers there, Markers gone, boolean strict, String subject, List<Finding> findings) {
    if (there.data() == Presence.NO || there.metadata() == Presence.NO) {
      findings.add(Finding.of(EvidenceClass.SCRATCH_MARKER_MISSING, subject, there.words()));
    } else if (strict && !there.both()) {
      findings.add(
          Finding.of(
              EvidenceClass.SCRATCH_MARKER_UNSEEN,
              "creation",
              subject,
              "Before its delete: " + there.words()));
    }
    if (gone.data() == Presence.YES || gone.metadata() == Presence.YES) {
      findings.add(Finding.of(EvidenceClass.SCRATCH_MARKER_LEFT, subject, gone.words()));
    } else if (strict && (gone.data() != Presence.NO || gone.metadata() != Presence.NO)) {
      findings.add(
          Finding.of(
              EvidenceClass.SCRATCH_MARKER_UNSEEN,
              "delete",
              subject,
              "After its delete: " + gone.words()));
    }
  }

  private static boolean otherPod(ScratchLooks looks) {
    DiskEvidence there = last(looks.there());
    DiskEvidence gone = last(looks.gone());
    return there != null
        && gone != null
        && there.available()
        && gone.available()
        && !Objects.equals(there.uid(), gone.uid());
  }

  private static Markers markers(List<DiskEvidence> looks, String bucket) {
    return Markers.of(last(looks), bucket);
  }

  static @Nullable DiskEvidence last(List<DiskEvidence> looks) {
    return looks.isEmpty() ? null : looks.getLast();
  }
}
