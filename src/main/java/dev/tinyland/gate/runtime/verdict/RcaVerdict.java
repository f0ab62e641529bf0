package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code rustfs-bucket-index-rca}: which class an incident is in, and what else there is to know of
 * it. The cause is for a person to find; a restart that brought the buckets back is no answer.
 */
public final class RcaVerdict {
  public static final String COMMAND = "rustfs-bucket-index-rca";

  private RcaVerdict() {}

  /** The verdict. It is about an incident, so that even a green gives the path no authority. */
  public static VerdictReport of(RcaEvidence evidence, RcaOptions options) {
    List<Finding> findings = findings(evidence, options);
    List<Note> notes = RcaNotes.of(evidence, Finding.worst(findings));
    VerdictReport report =
        VerdictReport.of(command(options), findings, Authority.NONE, null, List.of())
            .withNotes(notes);
    String step = step(findings, report.nextSafeStep());
    return step.equals(report.nextSafeStep()) ? report : report.withNextSafeStep(step);
  }

  private static List<Finding> findings(RcaEvidence evidence, RcaOptions options) {
    List<Finding> findings = new ArrayList<>();
    ClusterEvidence cluster = evidence.cluster();
    if (cluster == null) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "workload", ""));
    } else {
      findings.addAll(WorkloadVerdict.findings(cluster));
    }
    buckets(evidence, options, findings);
    ScratchLooks scratch = evidence.scratch();
    if (scratch != null) {
      scratch(evidence, scratch, options, findings);
    } else if (options.scratchProbe() || options.strictMarkers()) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "scratch bucket", ""));
    }
    return findings;
  }

  private static void buckets(RcaEvidence evidence, RcaOptions options, List<Finding> findings) {
    S3Evidence s3 = evidence.s3();
    if (s3 == null) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "buckets", ""));
      return;
    }
    findings.addAll(
        BucketVerdict.findings(s3, evidence.disk(), false, evidence.before(), evidence.after()));
    for (String bucket : options.buckets()) {
      if (!s3.expected().contains(bucket)) {
        findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "bucket " + bucket, ""));
      }
    }
  }

  /** What a restart cleared is nothing that the probe has shown. */
  private static void scratch(
      RcaEvidence evidence, ScratchLooks scratch, RcaOptions options, List<Finding> findings) {
    String restart = restart(evidence, scratch);
    for (Finding finding : ScratchVerdict.findings(scratch, options.strictMarkers())) {
      boolean green = finding.standing() == Standing.PROVEN;
      findings.add(
          green && restart != null
              ? Finding.of(
                  EvidenceClass.COHERENT_AFTER_RESTART,
                  finding.subject(),
                  restart + " " + finding.seen())
              : finding);
    }
  }

  private static @Nullable String restart(RcaEvidence evidence, ScratchLooks scratch) {
    String restart =
        Restart.between(evidence.before(), evidence.after(), ScratchVerdict.last(scratch.there()));
    return restart != null
        ? restart
        : Restart.between(evidence.before(), evidence.after(), ScratchVerdict.last(scratch.gone()));
  }

  /** A bucket that may be left is never forgotten over something worse. */
  private static String step(List<Finding> findings, String step) {
    StringBuilder steps = new StringBuilder(step);
    String cleanUp = NextSafeStep.CLEAN_UP_BUCKET.sentence();
    boolean said = step.equals(cleanUp);
    List<String> named = new ArrayList<>();
    for (Finding finding : findings) {
      boolean left = finding.kind().step() == NextSafeStep.CLEAN_UP_BUCKET;
      if (!left || named.contains(finding.subject())) {
        continue;
      }
      if (!said) {
        steps.append(' ').append(cleanUp);
        said = true;
      }
      named.add(finding.subject());
      steps.append(" This is about ").append(finding.subject()).append('.');
    }
    return steps.toString();
  }

  private static String command(RcaOptions options) {
    StringBuilder command = new StringBuilder(COMMAND);
    for (String bucket : options.buckets()) {
      command.append(" --bucket ").append(bucket);
    }
    command.append(options.scratchProbe() ? " --scratch-probe" : "");
    command.append(options.strictMarkers() ? " --strict-scratch-disk-markers" : "");
    return command.toString();
  }
}
