package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence.BucketView;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import dev.tinyland.gate.runtime.verdict.BucketLook.Head;
import dev.tinyland.gate.runtime.verdict.BucketLook.Listed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The evidence matrix: what list-buckets, head-bucket and the two folders on the disk amount to,
 * for each bucket. Proven needs two samples in both of which the list names the bucket and the head
 * finds it. Divergence needs that S3 lacks the bucket, by its list and by a HEAD that a GET
 * confirms, and that its folder is on the disk; nothing else is called by that name.
 */
public final class BucketVerdict {
  /** A single look cannot tell a steady state from a flapping one. */
  static final int SAMPLES = 2;

  private BucketVerdict() {}

  /**
   * Without an eye on restarts.
   *
   * @param strict whether both folders have to be seen on the disk
   */
  public static Verdict of(S3Evidence s3, @Nullable DiskEvidence disk, boolean strict) {
    return of(s3, disk, strict, null, null);
  }

  /**
   * The verdict on all buckets together.
   *
   * @param before the cluster before the first sample; null where it was not looked at
   * @param after the cluster after the last sample
   */
  public static Verdict of(
      S3Evidence s3,
      @Nullable DiskEvidence disk,
      boolean strict,
      @Nullable ClusterEvidence before,
      @Nullable ClusterEvidence after) {
    return Finding.verdict(findings(s3, disk, strict, before, after));
  }

  /**
   * One finding for each expected bucket, in their order, then one for each other bucket that was
   * looked at. Where nothing is expected nothing was proved.
   */
  public static List<Finding> findings(
      S3Evidence s3,
      @Nullable DiskEvidence disk,
      boolean strict,
      @Nullable ClusterEvidence before,
      @Nullable ClusterEvidence after) {
    List<Finding> findings = new ArrayList<>();
    if (s3.expected().isEmpty()) {
      findings.add(Finding.of(EvidenceClass.NOT_OBSERVED, "buckets", "No bucket is expected."));
    }
    Set<String> buckets = new LinkedHashSet<>(s3.expected());
    for (Sample sample : s3.samples()) {
      for (BucketView view : sample.buckets()) {
        buckets.add(view.bucket());
      }
    }
    String restart = Restart.between(before, after, disk);
    for (String bucket : buckets) {
      Finding finding = finding(s3, disk, strict, bucket);
      boolean green = finding.standing() == Standing.PROVEN;
      if (green && restart != null && finding.kind() != EvidenceClass.ABSENT) {
        finding =
            Finding.of(
                EvidenceClass.COHERENT_AFTER_RESTART,
                null,
                finding.subject(),
                restart + " " + finding.seen());
      }
      findings.add(finding);
    }
    return List.copyOf(findings);
  }

  private static Finding finding(
      S3Evidence s3, @Nullable DiskEvidence disk, boolean strict, String bucket) {
    String subject = "bucket " + bucket;
    Markers markers = Markers.of(disk, bucket);
    boolean expected = s3.expected().contains(bucket);
    Finding worst = null;
    BucketLook first = null;
    Finding firstFinding = null;
    for (Sample sample : s3.samples()) {
      BucketLook look = BucketLook.of(sample, bucket);
      Finding finding = judged(look, markers, strict, expected, subject);
      if (first == null || firstFinding == null) {
        first = look;
        firstFinding = finding;
      } else if (first.contradicts(look)) {
        return Finding.of(
            EvidenceClass.FLAPPING,
            null,
            subject,
            "First " + firstFinding.name() + ", then " + finding.name() + ". " + finding.seen());
      }
      worst = Finding.worse(worst, finding);
    }
    if (worst == null) {
      return Finding.of(EvidenceClass.NOT_OBSERVED, subject, "There is no sample.");
    }
    if (worst.standing() == Standing.PROVEN && s3.samples().size() < SAMPLES) {
      return Finding.of(
          EvidenceClass.NOT_OBSERVED,
          "one-sample",
          subject,
          "One sample, which cannot show flapping. " + worst.seen());
    }
    return worst;
  }

  /** One sample: the rows of the matrix, the untrustworthy answers first. */
  private static Finding judged(
      BucketLook look, Markers markers, boolean strict, boolean expected, String subject) {
    String seen = look.words() + " " + markers.words();
    if (look.notS3()) {
      return Finding.of(EvidenceClass.UNREACHABLE, "not-s3", subject, seen);
    }
    if (look.there() == Head.DENIED) {
      String code = Failure.denial(look.confirmation(), look.head(), look.list());
      return Finding.of(EvidenceClass.CREDENTIALS, code, subject, seen);
    }
    if (look.listed() == Listed.ERROR || look.there() == Head.ERROR) {
      boolean suspected = markers.data() == Presence.YES;
      return Finding.of(
          EvidenceClass.BACKEND_ERROR,
          suspected ? "divergence-suspected" : null,
          subject,
          suspected ? "A divergence is suspected: the folder is on the disk. " + seen : seen);
    }
    if (look.there() == Head.CONTRADICTED) {
      return Finding.of(EvidenceClass.HEAD_DIVERGENCE, null, subject, seen);
    }
    if (look.listed() == Listed.ANONYMOUS) {
      return Finding.of(EvidenceClass.CREDENTIALS, "anonymous", subject, seen);
    }
    if (look.listed() == Listed.UNSEEN || look.there() == Head.UNSEEN) {
      return unseen(look, subject, seen);
    }
    if (look.listed() == Listed.DENIED) {
      // A key that may not list and finds no bucket has its answer: OpenTofu finds none either.
      Finding scope =
          Finding.of(EvidenceClass.CREDENTIALS_SCOPE, Failure.denial(look.list()), subject, seen);
      return look.there() == Head.GONE ? scope.withStanding(Standing.REFUTED) : scope;
    }
    if (look.listed() == Listed.YES) {
      return look.there() == Head.YES
          ? coherent(markers, strict, subject, seen)
          : Finding.of(EvidenceClass.HEAD_DIVERGENCE, null, subject, seen);
    }
    if (look.there() == Head.YES) {
      return Finding.of(EvidenceClass.LIST_INCOMPLETE, null, subject, seen);
    }
    return absent(look, markers, expected, subject, seen);
  }

  /** The list, the head or both were not had. */
  private static Finding unseen(BucketLook look, String subject, String seen) {
    if (look.there() == Head.GONE) {
      return Finding.of(EvidenceClass.ABSENT_UNCONFIRMED, null, subject, seen);
    }
    if (look.head() == null && look.listed() != Listed.UNSEEN) {
      return Finding.of(EvidenceClass.NOT_OBSERVED, null, subject, seen);
    }
    var outcome =
        look.listed() == Listed.UNSEEN || look.head() == null
            ? look.list().outcome()
            : look.head().outcome();
    return Finding.of(EvidenceClass.UNREACHABLE, Failure.unreachable(outcome), subject, seen);
  }

  private static Finding coherent(Markers markers, boolean strict, String subject, String seen) {
    if (markers.data() == Presence.NO) {
      return Finding.of(EvidenceClass.DISK_VIEW_MISMATCH, null, subject, seen);
    }
    if (markers.metadata() == Presence.NO) {
      return Finding.of(EvidenceClass.METADATA_MARKER_MISSING, null, subject, seen);
    }
    if (markers.both()) {
      return Finding.of(EvidenceClass.COHERENT, null, subject, seen);
    }
    // Folders that have to be seen and were not are too little to decide, and nothing against it.
    Finding api = Finding.of(EvidenceClass.COHERENT_API_ONLY, null, subject, seen);
    return strict ? api.withStanding(Standing.UNDECIDED) : api;
  }

  /** The list lacks it and the head answers 404. */
  private static Finding absent(
      BucketLook look, Markers markers, boolean expected, String subject, String seen) {
    if (!look.absent()) {
      // A 404 that no GET explains may come from anything, and a list may leave out what a key
      // may not see.
      return Finding.of(EvidenceClass.ABSENT_UNCONFIRMED, null, subject, seen)
          .withStanding(Standing.UNDECIDED);
    }
    return switch (markers.data()) {
      case YES -> {
        String scope = look.emptyList() ? "Scope: all-buckets. " : "Scope: this bucket. ";
        yield Finding.of(EvidenceClass.BUCKET_INDEX_DIVERGENCE, null, subject, scope + seen);
      }
      case UNKNOWN -> Finding.of(EvidenceClass.ABSENT_UNCONFIRMED, null, subject, seen);
      case NO ->
          switch (markers.metadata()) {
            case YES -> Finding.of(EvidenceClass.DATA_LOST_METADATA_LEFT, null, subject, seen);
            case UNKNOWN -> Finding.of(EvidenceClass.ABSENT_UNCONFIRMED, null, subject, seen);
            case NO ->
                Finding.of(
                    expected ? EvidenceClass.LOST : EvidenceClass.ABSENT, null, subject, seen);
          };
    };
  }
}
