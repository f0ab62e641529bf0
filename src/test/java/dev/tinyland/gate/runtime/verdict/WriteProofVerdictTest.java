package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.attempt;
import static dev.tinyland.gate.runtime.verdict.Evidences.first;
import static dev.tinyland.gate.runtime.verdict.Evidences.gone;
import static dev.tinyland.gate.runtime.verdict.Evidences.names;
import static dev.tinyland.gate.runtime.verdict.Evidences.proof;
import static dev.tinyland.gate.runtime.verdict.Evidences.proved;
import static dev.tinyland.gate.runtime.verdict.Evidences.versioning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence.Status;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteProofVerdictTest {
  private static final @Nullable Boolean[] ANSWERS = {true, null, false};

  @Test
  void green_exactly_where_every_step_was_seen_and_went_well() {
    for (Outcome outcome : Outcome.values()) {
      List<Attempt> attempts = List.of(attempt("put-object", outcome));
      boolean quiet =
          outcome == Outcome.OK || outcome == Outcome.NOT_FOUND || outcome == Outcome.CONFLICT;
      for (int i = 0; i < 54; i++) {
        Boolean readBack = ANSWERS[i % 3];
        Boolean conditional = ANSWERS[i / 3 % 3];
        Boolean gone = ANSWERS[i / 9 % 3];
        boolean left = i / 27 == 1;
        Verdict verdict = WriteProofVerdict.of(proof(attempts, readBack, conditional, gone, left));
        boolean all =
            Boolean.TRUE.equals(readBack)
                && Boolean.TRUE.equals(conditional)
                && Boolean.TRUE.equals(gone)
                && !left
                && quiet;
        assertThat(verdict instanceof Verdict.Proven).isEqualTo(all);
        boolean bad =
            Boolean.FALSE.equals(readBack)
                || Boolean.FALSE.equals(conditional)
                || Boolean.FALSE.equals(gone)
                || outcome == Outcome.SERVER_ERROR
                || (outcome == Outcome.NOT_IMPLEMENTED && !Boolean.TRUE.equals(conditional));
        assertThat(verdict instanceof Verdict.Refuted)
            .as("%s %s %s %s %s", outcome, readBack, conditional, gone, left)
            .isEqualTo(bad);
      }
    }
  }

  @Test
  void each_step_has_a_name() {
    List<Attempt> ok = List.of(attempt("put-object", Outcome.OK));
    assertThat(names(WriteProofVerdict.of(proved()))).containsExactly("write-proved");
    assertThat(first(WriteProofVerdict.of(proof(ok, false, true, true, false))))
        .isEqualTo("read-back-differs");
    assertThat(first(WriteProofVerdict.of(proof(ok, true, false, true, false))))
        .isEqualTo("create-not-exclusive");
    assertThat(first(WriteProofVerdict.of(proof(ok, true, true, false, true))))
        .isEqualTo("not-deleted");
    assertThat(names(WriteProofVerdict.of(proof(ok, true, true, true, true))))
        .containsExactly("left-behind");
    assertThat(names(WriteProofVerdict.of(proof(ok, true, null, true, false))))
        .containsExactly("lock-unproved");
    assertThat(names(WriteProofVerdict.of(proof(List.of(), true, true, true, false))))
        .containsExactly("not-observed");
  }

  @Test
  void why_it_went_wrong_is_said() {
    WriteProofEvidence denied =
        proof(List.of(attempt("put-object", Outcome.DENIED)), null, null, null, false);
    assertThat(first(WriteProofVerdict.of(denied))).isEqualTo("credentials/AccessDenied");
    WriteProofEvidence error =
        proof(List.of(attempt("put-object", Outcome.SERVER_ERROR)), null, null, null, true);
    assertThat(first(WriteProofVerdict.of(error))).isEqualTo("backend-error");
    WriteProofEvidence lost =
        proof(List.of(gone("put-object", "NoSuchBucket")), null, null, null, false);
    assertThat(first(WriteProofVerdict.of(lost))).isEqualTo("bucket-missing");
    WriteProofEvidence unknown =
        proof(List.of(attempt("put-object", Outcome.NOT_IMPLEMENTED)), true, null, true, false);
    assertThat(first(WriteProofVerdict.of(unknown)))
        .isEqualTo("create-not-exclusive/not-implemented");
  }

  @ParameterizedTest
  @CsvSource({
    "ENABLED, true, versioned-lock-held, PROVEN",
    "ENABLED, false, versioned-lock-ignored, REFUTED",
    "ENABLED, , lock-unproved, UNDECIDED",
    "SUSPENDED, true, unversioned, REFUTED",
    "SUSPENDED, false, unversioned, REFUTED",
    "NONE, true, unversioned, REFUTED",
    "NONE, , unversioned, REFUTED",
    "NOT_IMPLEMENTED, true, unversioned/not-implemented, REFUTED",
    "UNKNOWN, true, versioning-unknown, UNDECIDED"
  })
  void versioning_and_the_lock(
      Status status, @Nullable Boolean held, String name, Standing standing) {
    WriteProofEvidence proof =
        proof(List.of(attempt("put-object", Outcome.OK)), true, held, true, false);
    Verdict verdict = VersioningVerdict.of(versioning(status), proof);
    assertThat(names(verdict)).containsExactly(name);
    assertThat(Standing.of(verdict)).isEqualTo(standing);
  }

  @Test
  void the_trap_of_versioning_is_told_in_words() {
    WriteProofEvidence open =
        proof(List.of(attempt("put-object", Outcome.OK)), true, false, true, false);
    assertThat(sentence(VersioningVerdict.of(versioning(Status.ENABLED), open)))
        .contains("two runs can hold one lockfile")
        .contains("overwritten and then deleted");
    assertThat(sentence(VersioningVerdict.of(versioning(Status.ENABLED), proved())))
        .contains("create after a delete")
        .contains("412");
    assertThat(sentence(VersioningVerdict.of(versioning(Status.NONE), proved())))
        .contains("prove it again once versioning is enabled");
    assertThat(VersioningVerdict.of(versioning(Status.ENABLED), null))
        .isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void the_proof_of_another_bucket_is_none() {
    VersioningEvidence other =
        new VersioningEvidence(
            "scratch", attempt("get-bucket-versioning", Outcome.OK), Status.ENABLED);
    assertThat(names(VersioningVerdict.of(other, proved()))).containsExactly("lock-unproved");
  }

  @Test
  void why_the_versioning_is_unknown_is_said() {
    VersioningEvidence denied =
        new VersioningEvidence(
            Evidences.BUCKET, attempt("get-bucket-versioning", Outcome.DENIED), Status.UNKNOWN);
    assertThat(names(VersioningVerdict.of(denied, null)))
        .containsExactly("credentials/AccessDenied");
  }

  private static String sentence(Verdict verdict) {
    return verdict.reasons().getFirst().sentence();
  }
}
