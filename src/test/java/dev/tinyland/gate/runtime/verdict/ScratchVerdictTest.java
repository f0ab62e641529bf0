package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.attempt;
import static dev.tinyland.gate.runtime.verdict.Evidences.gone;
import static dev.tinyland.gate.runtime.verdict.Scratches.created;
import static dev.tinyland.gate.runtime.verdict.Scratches.deleted;
import static dev.tinyland.gate.runtime.verdict.Scratches.disk;
import static dev.tinyland.gate.runtime.verdict.Scratches.looks;
import static dev.tinyland.gate.runtime.verdict.Scratches.names;
import static dev.tinyland.gate.runtime.verdict.Scratches.noDisk;
import static dev.tinyland.gate.runtime.verdict.Scratches.notCreated;
import static dev.tinyland.gate.runtime.verdict.Scratches.observed;
import static dev.tinyland.gate.runtime.verdict.Scratches.phase;
import static dev.tinyland.gate.runtime.verdict.Scratches.phases;
import static dev.tinyland.gate.runtime.verdict.Scratches.proof;
import static dev.tinyland.gate.runtime.verdict.Scratches.proved;
import static dev.tinyland.gate.runtime.verdict.Scratches.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScratchVerdictTest {
  private static final ScratchEvidence CREATED = created(true, Outcome.OK);
  private static final ScratchEvidence DELETED = deleted(true, false);

  private static ScratchLooks onDisk(Presence there, Presence gone) {
    return looks(List.of(CREATED, DELETED), proof(true, true, true), disk(there), disk(gone));
  }

  @Test
  void the_probe_of_the_seeds_is_proved() {
    assertThat(names(proved(), true)).containsExactly("scratch-proved");
    Finding finding = ScratchVerdict.findings(proved(), true).getFirst();
    assertThat(finding.subject()).isEqualTo(Scratches.SUBJECT);
    assertThat(finding.seen())
        .isEqualTo(
            "Before its delete: On the disk: data folder there, metadata folder there."
                + " After it: On the disk: data folder missing, metadata folder missing.");
  }

  @Test
  void folders_that_were_not_seen_are_red_only_where_they_are_asked_for() {
    for (ScratchLooks unseen :
        List.of(
            looks(List.of(CREATED, DELETED), proof(true, true, true), null, null),
            looks(List.of(CREATED, DELETED), proof(true, true, true), noDisk(), noDisk()),
            onDisk(Presence.UNKNOWN, Presence.UNKNOWN))) {
      assertThat(names(unseen, false)).containsExactly("scratch-proved");
      assertThat(names(unseen, true))
          .containsExactly("scratch-marker-unseen/creation", "scratch-marker-unseen/delete");
      assertThat(standing(unseen, true)).isEqualTo(Standing.REFUTED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NO, NO, scratch-marker-missing",
    "YES, YES, scratch-marker-left",
  })
  void a_folder_that_contradicts_is_red_without_being_asked_for(
      Presence there, Presence gone, String name) {
    for (boolean strict : new boolean[] {false, true}) {
      assertThat(names(onDisk(there, gone), strict)).containsExactly(name);
    }
  }

  @Test
  void each_folder_counts() {
    for (Presence data : Presence.values()) {
      for (Presence metadata : Presence.values()) {
        ScratchLooks there =
            looks(
                List.of(CREATED, DELETED),
                proof(true, true, true),
                disk("u1", data, metadata),
                disk(Presence.NO));
        ScratchLooks after =
            looks(
                List.of(CREATED, DELETED),
                proof(true, true, true),
                disk(Presence.YES),
                disk("u1", data, metadata));
        boolean came = data == Presence.YES && metadata == Presence.YES;
        boolean went = data == Presence.NO && metadata == Presence.NO;
        assertThat(standing(there, true) == Standing.PROVEN).isEqualTo(came);
        assertThat(standing(after, true) == Standing.PROVEN).isEqualTo(went);
        assertThat(standing(there, false) == Standing.PROVEN)
            .isEqualTo(data != Presence.NO && metadata != Presence.NO);
        assertThat(standing(after, false) == Standing.PROVEN)
            .isEqualTo(data != Presence.YES && metadata != Presence.YES);
      }
    }
  }

  @Test
  void the_last_look_at_the_disk_counts() {
    ScratchLooks slow =
        new ScratchLooks(
            List.of(CREATED, DELETED),
            proof(true, true, true),
            List.of(disk(Presence.NO), disk(Presence.YES)),
            List.of(disk(Presence.YES), disk(Presence.NO)));
    assertThat(names(slow, true)).containsExactly("scratch-proved");
    ScratchLooks fading =
        new ScratchLooks(
            List.of(CREATED, DELETED),
            proof(true, true, true),
            List.of(disk(Presence.YES), disk(Presence.NO)),
            List.of(disk(Presence.NO), noDisk()));
    assertThat(names(fading, true))
        .containsExactly("scratch-marker-missing", "scratch-marker-unseen/delete");
  }

  @Test
  void folders_in_another_pod_prove_nothing() {
    ScratchLooks moved =
        looks(
            List.of(CREATED, DELETED),
            proof(true, true, true),
            disk("u1", Presence.YES, Presence.YES),
            disk("u2", Presence.NO, Presence.NO));
    assertThat(names(moved, false)).containsExactly("not-observed/other-pod");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, scratch-not-created, REFUTED",
    "CONFLICT, scratch-not-created, REFUTED",
    "REJECTED, scratch-not-created, REFUTED",
    "NOT_IMPLEMENTED, scratch-not-created, REFUTED",
    "DENIED, credentials/AccessDenied, UNDECIDED",
    "NOT_OF_THIS_KIND, unreachable/not-s3, UNDECIDED",
    "UNREACHABLE, unreachable/refused, UNDECIDED",
  })
  void a_creation_that_was_refused(Outcome create, String name, Standing standing) {
    ScratchLooks looks = looks(List.of(notCreated(false, false, create)), null, null, null);
    for (boolean strict : new boolean[] {false, true}) {
      assertThat(names(looks, strict)).containsExactly(name);
      assertThat(standing(looks, strict)).isEqualTo(standing);
    }
  }

  @Test
  void a_creation_that_may_have_arrived_is_left_behind() {
    ScratchLooks error =
        looks(List.of(notCreated(null, true, Outcome.SERVER_ERROR)), null, null, null);
    assertThat(names(error, false)).containsExactly("backend-error", "scratch-left-behind");
    ScratchLooks cut = looks(List.of(notCreated(null, true, Outcome.CUT)), null, null, null);
    assertThat(names(cut, false)).containsExactly("unreachable/cut", "scratch-left-behind");
    Finding left = ScratchVerdict.findings(cut, false).getLast();
    assertThat(left.standing()).isEqualTo(Standing.UNDECIDED);
    assertThat(left.subject()).contains(Scratches.BUCKET);
    assertThat(left.kind().step().sentence()).contains("delete this one bucket only");
  }

  /** It may arrive after the look that did not find it. */
  @Test
  void a_look_that_finds_nothing_does_not_end_the_doubt() {
    ScratchLooks late =
        looks(
            List.of(notCreated(null, true, Outcome.CUT), observed(false, false)), null, null, null);
    assertThat(names(late, false)).contains("scratch-left-behind");
  }

  @Test
  void a_name_that_is_not_absent_is_not_used() {
    ScratchEvidence taken =
        phase(Phase.CREATE, false, null, false, attempt("head-bucket", Outcome.OK));
    assertThat(names(looks(List.of(taken), null, null, null), true))
        .containsExactly("scratch-not-created");
    ScratchEvidence listed =
        phase(
            Phase.CREATE,
            false,
            null,
            false,
            attempt("head-bucket", Outcome.NOT_FOUND),
            attempt("list-objects", Outcome.OK));
    assertThat(names(looks(List.of(listed), null, null, null), true))
        .containsExactly("head-divergence");
    ScratchEvidence unclear =
        phase(
            Phase.CREATE,
            false,
            null,
            false,
            attempt("head-bucket", Outcome.NOT_FOUND),
            gone("list-objects", "NoSuchKey"));
    assertThat(names(looks(List.of(unclear), null, null, null), true))
        .containsExactly("not-observed");
    ScratchEvidence denied =
        phase(Phase.CREATE, false, null, false, attempt("head-bucket", Outcome.DENIED));
    assertThat(names(looks(List.of(denied), null, null, null), true))
        .containsExactly("credentials/AccessDenied");
  }

  @Test
  void a_bucket_that_is_not_listed() {
    assertThat(names(phases(created(false, Outcome.OK), DELETED), true))
        .containsExactly("scratch-not-listed");
    assertThat(names(phases(CREATED, observed(true, false), DELETED), true))
        .containsExactly("scratch-not-listed");
    assertThat(names(phases(created(null, Outcome.SERVER_ERROR), DELETED), true))
        .containsExactly("backend-error");
    assertThat(names(phases(created(null, Outcome.OK), DELETED), true))
        .containsExactly("not-observed");
  }

  @Test
  void a_bucket_that_is_lost_again() {
    ScratchEvidence lost = observed(false, false);
    assertThat(names(phases(CREATED, lost, DELETED), false))
        .containsExactly("bucket-index-divergence");
    ScratchLooks noDisk =
        looks(List.of(CREATED, lost, DELETED), proof(true, true, true), null, null);
    assertThat(names(noDisk, false)).containsExactly("scratch-not-found");
    assertThat(names(phases(CREATED, observed(false, true), DELETED), false))
        .containsExactly("scratch-not-found");
    assertThat(names(phases(CREATED, observed(null, true), DELETED), false))
        .containsExactly("unreachable/timeout");
  }

  @Test
  void the_proof_is_part_of_it() {
    ScratchLooks none = looks(List.of(CREATED, DELETED), null, null, null);
    assertThat(names(none, false)).containsExactly("not-observed");
    ScratchLooks other = looks(List.of(CREATED, DELETED), Evidences.proved(), null, null);
    assertThat(names(other, false)).containsExactly("not-observed", "not-observed");
    ScratchLooks differs = looks(List.of(CREATED, DELETED), proof(false, true, true), null, null);
    assertThat(names(differs, false)).containsExactly("read-back-differs");
  }

  /** Nobody restores a scratch bucket, so that its absence is not called a missing bucket. */
  @Test
  void a_proof_without_its_bucket_is_no_loss() {
    var missing =
        new dev.tinyland.gate.runtime.evidence.WriteProofEvidence(
            Scratches.BUCKET,
            "k",
            List.of(gone("put-object", "NoSuchBucket")),
            null,
            null,
            null,
            false);
    assertThat(names(looks(List.of(CREATED, DELETED), missing, null, null), false))
        .startsWith("scratch-not-found")
        .doesNotContain("bucket-missing");
  }

  @Test
  void a_delete_that_is_not_confirmed() {
    assertThat(names(phases(CREATED, deleted(false, true)), false))
        .containsExactly("scratch-not-deleted");
    assertThat(names(phases(CREATED, deleted(null, null)), false))
        .containsExactly("unreachable/cut", "scratch-left-behind");
    assertThat(names(phases(CREATED, deleted(true, true)), false))
        .containsExactly("scratch-not-deleted/still-listed");
    assertThat(names(phases(CREATED, deleted(true, null)), false))
        .containsExactly("unreachable/timeout");
    assertThat(names(phases(CREATED), false))
        .containsExactly("scratch-left-behind", "not-observed");
    assertThat(names(phases(CREATED, DELETED, observed(true, true)), false))
        .containsExactly("scratch-not-deleted");
  }

  /** What went wrong once is not undone by what went well after it. */
  @Test
  void a_second_delete_does_not_make_it_green() {
    assertThat(names(phases(CREATED, deleted(false, true), DELETED), false))
        .containsExactly("scratch-not-deleted");
    assertThat(names(phases(CREATED, deleted(null, null), DELETED), false))
        .containsExactly("unreachable/cut");
  }

  @Test
  void without_a_creation_nothing_is_proved() {
    assertThat(names(new ScratchLooks(List.of(), null, List.of(), List.of()), false))
        .containsExactly("not-observed");
    assertThat(names(phases(observed(true, true), DELETED), false)).containsExactly("not-observed");
  }

  @Test
  void every_bucket_has_to_be_well() {
    ScratchEvidence other =
        new ScratchEvidence(
            "gf-rca-2",
            Phase.CREATE,
            List.of(attempt("create-bucket", Outcome.CUT)),
            null,
            null,
            true);
    List<Finding> findings = ScratchVerdict.findings(phases(CREATED, DELETED, other), true);
    assertThat(findings)
        .extracting(Finding::name)
        .containsExactly("scratch-proved", "unreachable/cut", "scratch-left-behind");
    assertThat(findings.getLast().subject()).isEqualTo("scratch bucket gf-rca-2");
  }

  private static final @Nullable Boolean[] ANSWERS = {true, null, false};
  private static final List<Presence> SEEN = List.of(Presence.values());

  /** Green needs every answer, and exactly these. */
  @Test
  void green_exactly_where_all_of_it_was_seen() {
    int green = 0;
    for (int i = 0; i < 6561; i++) {
      Boolean listed = ANSWERS[i % 3];
      Boolean there = ANSWERS[i / 3 % 3];
      Boolean thereListed = ANSWERS[i / 9 % 3];
      Boolean gone = ANSWERS[i / 27 % 3];
      Boolean goneListed = ANSWERS[i / 81 % 3];
      Boolean read = ANSWERS[i / 243 % 3];
      Presence came = SEEN.get(i / 729 % 3);
      Presence went = SEEN.get(i / 2187 % 3);
      ScratchLooks looks =
          looks(
              List.of(
                  created(listed, Outcome.OK),
                  observed(there, thereListed),
                  deleted(gone, goneListed)),
              proof(read, true, true),
              disk(came),
              disk(went));
      boolean api =
          Boolean.TRUE.equals(listed)
              && Boolean.TRUE.equals(there)
              && Boolean.TRUE.equals(thereListed)
              && Boolean.TRUE.equals(gone)
              && Boolean.FALSE.equals(goneListed)
              && Boolean.TRUE.equals(read);
      Standing strict = standing(looks, true);
      Standing loose = standing(looks, false);
      assertThat(strict == Standing.PROVEN)
          .as("%s", looks)
          .isEqualTo(api && came == Presence.YES && went == Presence.NO);
      assertThat(loose == Standing.PROVEN)
          .isEqualTo(api && came != Presence.NO && went != Presence.YES);
      assertThat(strict).isGreaterThanOrEqualTo(loose);
      assertThat(names(looks, true).contains("scratch-proved"))
          .isEqualTo(strict == Standing.PROVEN);
      boolean named =
          names(looks, false).stream()
              .anyMatch(name ->
                  name.startsWith("scratch-not-deleted") || name.equals("scratch-left-behind"));
      assertThat(named || Boolean.TRUE.equals(gone)).isTrue();
      green += strict == Standing.PROVEN ? 1 : 0;
    }
    assertThat(green).isEqualTo(1);
  }

  /** An answer that failed never stands better than the one that was hoped for. */
  @Test
  void a_failed_attempt_never_makes_it_green() {
    for (Outcome outcome : Outcome.values()) {
      if (outcome == Outcome.OK || outcome == Outcome.NOT_FOUND || outcome == Outcome.CONFLICT) {
        continue;
      }
      ScratchEvidence created =
          phase(Phase.CREATE, true, true, true, attempt("list-buckets", outcome));
      ScratchEvidence deleted =
          phase(Phase.DELETE, true, false, false, attempt("list-buckets", outcome));
      assertThat(standing(phases(created, DELETED), false)).isNotEqualTo(Standing.PROVEN);
      assertThat(standing(phases(CREATED, deleted), false)).isNotEqualTo(Standing.PROVEN);
    }
  }
}
