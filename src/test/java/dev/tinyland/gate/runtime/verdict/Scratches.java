package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.attempt;
import static dev.tinyland.gate.runtime.verdict.Evidences.gone;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence.Phase;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The life of the scratch bucket of the seeds. */
public final class Scratches {
  static final String BUCKET = "gf-rca-20260507005853-918208ce";
  static final String SUBJECT = "scratch bucket " + BUCKET;

  private Scratches() {}

  static ScratchEvidence phase(
      Phase phase,
      @Nullable Boolean done,
      @Nullable Boolean listed,
      boolean left,
      Attempt... attempts) {
    return new ScratchEvidence(BUCKET, phase, List.of(attempts), done, listed, left);
  }

  static ScratchEvidence created(@Nullable Boolean listed, Outcome list) {
    return phase(
        Phase.CREATE,
        true,
        listed,
        true,
        attempt("head-bucket", Outcome.NOT_FOUND),
        gone("list-objects", "NoSuchBucket"),
        attempt("create-bucket", Outcome.OK),
        attempt("list-buckets", list));
  }

  static ScratchEvidence notCreated(@Nullable Boolean done, boolean left, Outcome create) {
    return phase(
        Phase.CREATE,
        done,
        null,
        left,
        attempt("head-bucket", Outcome.NOT_FOUND),
        gone("list-objects", "NoSuchBucket"),
        attempt("create-bucket", create));
  }

  static ScratchEvidence observed(@Nullable Boolean done, @Nullable Boolean listed) {
    boolean left = !Boolean.FALSE.equals(done);
    return Boolean.FALSE.equals(done)
        ? phase(
            Phase.OBSERVE,
            false,
            listed,
            left,
            attempt("list-buckets", Outcome.OK),
            attempt("head-bucket", Outcome.NOT_FOUND),
            gone("list-objects", "NoSuchBucket"))
        : phase(
            Phase.OBSERVE,
            done,
            listed,
            left,
            attempt("list-buckets", listed == null ? Outcome.TIMEOUT : Outcome.OK),
            attempt("head-bucket", done == null ? Outcome.TIMEOUT : Outcome.OK));
  }

  static ScratchEvidence deleted(@Nullable Boolean done, @Nullable Boolean listed) {
    return phase(
        Phase.DELETE,
        done,
        listed,
        !Boolean.TRUE.equals(done),
        attempt("delete-bucket", done == null ? Outcome.CUT : Outcome.OK),
        Boolean.TRUE.equals(done)
            ? gone("list-objects", "NoSuchBucket")
            : attempt("head-bucket", done == null ? Outcome.TIMEOUT : Outcome.OK),
        attempt("list-buckets", listed == null ? Outcome.TIMEOUT : Outcome.OK));
  }

  static WriteProofEvidence proof(
      @Nullable Boolean readBack, @Nullable Boolean conditional, @Nullable Boolean gone) {
    return new WriteProofEvidence(
        BUCKET,
        ".gloriousflywheel/state-authority-probe/1",
        List.of(attempt("put-object", Outcome.OK)),
        readBack,
        conditional,
        gone,
        !Boolean.TRUE.equals(gone));
  }

  static DiskEvidence disk(String uid, Presence data, Presence metadata) {
    DiskEvidence of = Evidences.disk(data, metadata);
    DiskEvidence.Marker marker = of.markers().getFirst();
    return new DiskEvidence(
        of.namespace(),
        of.pod(),
        uid,
        of.container(),
        of.root(),
        true,
        null,
        of.controls(),
        List.of(new DiskEvidence.Marker(BUCKET, marker.data(), marker.metadata())));
  }

  static DiskEvidence disk(Presence both) {
    return disk("u1", both, both);
  }

  static DiskEvidence noDisk() {
    return new DiskEvidence(
        "nix-cache", null, null, null, "/data", false, "no pod to ask", List.of(), List.of());
  }

  static ScratchLooks looks(
      List<ScratchEvidence> phases,
      @Nullable WriteProofEvidence proof,
      @Nullable DiskEvidence there,
      @Nullable DiskEvidence gone) {
    return new ScratchLooks(
        phases,
        proof,
        there == null ? List.of() : List.of(there),
        gone == null ? List.of() : List.of(gone));
  }

  static ScratchLooks phases(ScratchEvidence... phases) {
    return looks(List.of(phases), proof(true, true, true), disk(Presence.YES), disk(Presence.NO));
  }

  /** All of it well. */
  public static ScratchLooks proved() {
    return phases(created(true, Outcome.OK), observed(true, true), deleted(true, false));
  }

  static List<String> names(ScratchLooks looks, boolean strict) {
    return Evidences.names(Finding.verdict(ScratchVerdict.findings(looks, strict)));
  }

  static Standing standing(ScratchLooks looks, boolean strict) {
    return Finding.worst(ScratchVerdict.findings(looks, strict));
  }
}
