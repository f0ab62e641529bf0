package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.attempt;
import static dev.tinyland.gate.runtime.verdict.Evidences.body;
import static dev.tinyland.gate.runtime.verdict.Evidences.first;
import static dev.tinyland.gate.runtime.verdict.Evidences.gone;
import static dev.tinyland.gate.runtime.verdict.Evidences.names;
import static dev.tinyland.gate.runtime.verdict.Evidences.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateObjectVerdictTest {
  private static final Attempt HEAD = attempt("head-object", Outcome.OK);
  private static final Attempt GET = attempt("get-object", Outcome.OK);
  private static final Attempt HEAD_404 = attempt("head-object", Outcome.NOT_FOUND);

  @ParameterizedTest
  @CsvSource({
    "PLAIN, state-readable, PROVEN",
    "ENCRYPTED, state-encrypted, PROVEN",
    "EMPTY, state-empty, REFUTED",
    "TRUNCATED, state-truncated, REFUTED",
    "TOO_LARGE, state-too-large, UNDECIDED",
    "MALFORMED, state-malformed, REFUTED",
    "NOT_A_STATE, not-a-state, REFUTED",
    "UNKNOWN_VERSION, state-unknown-version, REFUTED"
  })
  void every_shape_of_a_body(Shape shape, String name, Standing standing) {
    Verdict verdict = StateObjectVerdict.of(object(body(shape, 7, "aa")), null);
    assertThat(names(verdict)).containsExactly(name);
    assertThat(Standing.of(verdict)).isEqualTo(standing);
    assertThat(verdict.reasons().getFirst().subject())
        .isEqualTo("state tofu-state/attic/terraform.tfstate");
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void every_shape_has_a_row(Shape shape) {
    assertThat(StateObjectVerdict.of(object(body(shape, 7, "aa")), null).reasons()).hasSize(1);
  }

  /** How the object was asked for, and what that amounts to. */
  static Stream<Arguments> requests() {
    return Stream.of(
        row(HEAD_404, null, null, "state-unconfirmed", Standing.UNDECIDED),
        row(HEAD_404, null, gone("get-object", "NoSuchKey"), "state-missing", Standing.REFUTED),
        row(HEAD_404, null, gone("get-object", "NoSuchBucket"), "bucket-missing", Standing.REFUTED),
        row(
            HEAD_404,
            null,
            attempt("get-object", Outcome.NOT_FOUND),
            "state-unconfirmed",
            Standing.UNDECIDED),
        row(HEAD_404, null, GET, "object-divergence", Standing.REFUTED),
        row(
            HEAD_404,
            null,
            attempt("get-object", Outcome.DENIED),
            "credentials/AccessDenied",
            Standing.UNDECIDED),
        row(
            HEAD_404,
            null,
            attempt("get-object", Outcome.TIMEOUT),
            "unreachable/timeout",
            Standing.UNDECIDED),
        row(
            HEAD_404,
            null,
            attempt("get-object", Outcome.SERVER_ERROR),
            "backend-error",
            Standing.REFUTED),
        row(HEAD, gone("get-object", "NoSuchKey"), null, "object-divergence", Standing.REFUTED),
        row(
            HEAD,
            attempt("get-object", Outcome.SERVER_ERROR),
            null,
            "backend-error",
            Standing.REFUTED),
        row(
            HEAD,
            attempt("get-object", Outcome.DENIED),
            null,
            "credentials/AccessDenied",
            Standing.UNDECIDED),
        row(HEAD, attempt("get-object", Outcome.CUT), null, "state-truncated", Standing.REFUTED),
        row(HEAD, null, null, "state-not-read", Standing.UNDECIDED),
        row(
            attempt("head-object", Outcome.CONFLICT),
            null,
            null,
            "unreachable/rejected",
            Standing.UNDECIDED),
        row(
            attempt("head-object", Outcome.NOT_OF_THIS_KIND),
            null,
            null,
            "unreachable/not-s3",
            Standing.UNDECIDED),
        row(attempt("head-object", Outcome.DNS), null, null, "unreachable/dns", Standing.UNDECIDED),
        row(
            attempt("head-object", Outcome.SERVER_ERROR),
            null,
            null,
            "backend-error",
            Standing.REFUTED));
  }

  private static Arguments row(
      Attempt head,
      @Nullable Attempt get,
      @Nullable Attempt confirmation,
      String name,
      Standing standing) {
    return Arguments.of(object(head, get, confirmation, 100L, null, null), name, standing);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void every_way_in_which_it_was_asked_for(
      StateObjectEvidence object, String name, Standing standing) {
    Verdict verdict = StateObjectVerdict.of(object, null);
    assertThat(names(verdict)).containsExactly(name);
    assertThat(Standing.of(verdict)).isEqualTo(standing);
  }

  @Test
  void no_byte_is_enough_to_refuse_it_without_a_body() {
    StateObjectEvidence head = object(HEAD, null, null, 0L, null, null);
    assertThat(names(StateObjectVerdict.of(head, null))).containsExactly("state-empty");
    assertThat(Finding.worst(StateObjectVerdict.findings(head, null, false)))
        .isEqualTo(Standing.REFUTED);
    assertThat(first(StateObjectVerdict.of(Evidences.emptyState(), null))).isEqualTo("state-empty");
  }

  @Test
  void a_body_that_nobody_asks_for_may_stay_unread() {
    StateObjectEvidence head = object(HEAD, null, null, 100L, null, null);
    assertThat(Finding.worst(StateObjectVerdict.findings(head, null, false)))
        .isEqualTo(Standing.PROVEN);
    assertThat(Finding.worst(StateObjectVerdict.findings(head, null, true)))
        .isEqualTo(Standing.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({"100, 99, state-truncated", "100, 101, state-length-differs"})
  void what_was_announced_has_to_arrive(long announced, long read, String name) {
    StateObjectEvidence object =
        object(HEAD, GET, null, announced, read, body(Shape.PLAIN, 7, "aa"));
    assertThat(names(StateObjectVerdict.of(object, null))).containsExactly(name, "state-readable");
  }

  @ParameterizedTest
  @CsvSource({
    "7, aa, 7, aa, PROVEN, state-readable",
    "7, aa, 8, aa, PROVEN, state-readable",
    "7, aa, 6, aa, REFUTED, serial-lower",
    "7, aa, 7, bb, REFUTED, lineage-changed",
    "7, aa, 6, bb, REFUTED, lineage-changed"
  })
  void the_state_has_to_be_the_one_that_was_there(
      long serial, String lineage, long now, String nowLineage, Standing standing, String name) {
    for (Shape shape : new Shape[] {Shape.PLAIN, Shape.ENCRYPTED}) {
      StateObjectEvidence last = object(body(Shape.PLAIN, serial, lineage));
      Verdict verdict = StateObjectVerdict.of(object(body(shape, now, nowLineage)), last);
      assertThat(Standing.of(verdict)).isEqualTo(standing);
      if (standing == Standing.REFUTED) {
        assertThat(first(verdict)).isEqualTo(name);
      }
    }
  }

  @Test
  void the_evidence_of_another_object_proves_nothing() {
    StateObjectEvidence now = Evidences.state();
    StateObjectEvidence other =
        new StateObjectEvidence(
            "runner-dashboard",
            now.bucket(),
            "other/terraform.tfstate",
            HEAD,
            GET,
            null,
            100L,
            100L,
            null,
            null,
            null,
            body(Shape.PLAIN, 7, "aa"));
    assertThat(StateObjectVerdict.of(now, other)).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void a_state_without_serial_or_lineage_is_none() {
    StateObjectEvidence.Body bare =
        new StateObjectEvidence.Body(Shape.PLAIN, null, null, null, 4, null, null, 0, null);
    assertThat(names(StateObjectVerdict.of(object(bare), null))).containsExactly("not-a-state");
  }
}
