package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The guard of the state path, in the order of the policy: workload, buckets, objects, writes. */
final class Guard {
  private static final String UNWRITTEN =
      "Nothing is written where S3 did not show the bucket in every look.";

  private Guard() {}

  /** What there is to say; what was not looked at is a finding too. */
  static List<Finding> findings(GuardEvidence evidence, GuardOptions options) {
    List<Finding> findings = new ArrayList<>();
    ClusterEvidence cluster = evidence.cluster();
    if (cluster == null) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "workload", ""));
    } else {
      findings.addAll(WorkloadVerdict.findings(cluster));
    }
    S3Evidence s3 = evidence.s3();
    if (s3 == null) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "buckets", ""));
    } else {
      findings.addAll(
          BucketVerdict.findings(
              s3, evidence.disk(), options.strictMarkers(), evidence.before(), evidence.after()));
    }
    if (options.stacks().isEmpty()) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "state objects", "No stack is named."));
    }
    for (String stack : options.stacks()) {
      object(stack, evidence, options, findings);
    }
    if (evidence.proof() != null) {
      findings.addAll(WriteProofVerdict.findings(evidence.proof()));
    } else if (options.writeProof()) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "write proof", UNWRITTEN));
    }
    return List.copyOf(findings);
  }

  private static void object(
      String stack, GuardEvidence evidence, GuardOptions options, List<Finding> findings) {
    boolean found = false;
    for (StateObjectEvidence object : evidence.objects()) {
      if (!object.stack().equals(stack)) {
        continue;
      }
      found = true;
      findings.addAll(StateObjectVerdict.findings(object, last(object, evidence), options.body()));
      S3Evidence s3 = evidence.s3();
      if (s3 != null && !s3.expected().contains(object.bucket())) {
        findings.add(
            Finding.of(
                EvidenceClass.NOT_OBSERVED,
                "bucket " + object.bucket(),
                "The state object is in a bucket that was not looked at."));
      }
    }
    if (!found) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "state of " + stack, ""));
    }
  }

  private static @Nullable StateObjectEvidence last(
      StateObjectEvidence object, GuardEvidence evidence) {
    for (StateObjectEvidence last : evidence.last()) {
      if (last.bucket().equals(object.bucket()) && last.key().equals(object.key())) {
        return last;
      }
    }
    return null;
  }
}
