package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.BUCKET;
import static dev.tinyland.gate.runtime.verdict.Evidences.attempt;
import static dev.tinyland.gate.runtime.verdict.Evidences.cluster;
import static dev.tinyland.gate.runtime.verdict.Evidences.coherent;
import static dev.tinyland.gate.runtime.verdict.Evidences.disk;
import static dev.tinyland.gate.runtime.verdict.Evidences.divergent;
import static dev.tinyland.gate.runtime.verdict.Evidences.first;
import static dev.tinyland.gate.runtime.verdict.Evidences.found;
import static dev.tinyland.gate.runtime.verdict.Evidences.listed;
import static dev.tinyland.gate.runtime.verdict.Evidences.missing;
import static dev.tinyland.gate.runtime.verdict.Evidences.names;
import static dev.tinyland.gate.runtime.verdict.Evidences.pod;
import static dev.tinyland.gate.runtime.verdict.Evidences.s3;
import static dev.tinyland.gate.runtime.verdict.Evidences.unlisted;
import static dev.tinyland.gate.runtime.verdict.Evidences.unreachable;
import static dev.tinyland.gate.runtime.verdict.Evidences.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketVerdictTest {
  /** The matrix, row by row: list, head, data folder, metadata folder, class, loose, strict. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          yes, 200, YES,     YES,     coherent,                           PROVEN,    PROVEN
          yes, 200, UNKNOWN, UNKNOWN, coherent-api-only,                  PROVEN,    UNDECIDED
          yes, 200, YES,     UNKNOWN, coherent-api-only,                  PROVEN,    UNDECIDED
          yes, 200, UNKNOWN, YES,     coherent-api-only,                  PROVEN,    UNDECIDED
          yes, 200, YES,     NO,      metadata-marker-missing,            REFUTED,   REFUTED
          yes, 200, UNKNOWN, NO,      metadata-marker-missing,            REFUTED,   REFUTED
          yes, 200, NO,      YES,     disk-view-mismatch,                 REFUTED,   REFUTED
          yes, 200, NO,      NO,      disk-view-mismatch,                 REFUTED,   REFUTED
          no,  404, YES,     YES,     bucket-index-divergence,            REFUTED,   REFUTED
          no,  404, YES,     NO,      bucket-index-divergence,            REFUTED,   REFUTED
          no,  404, YES,     UNKNOWN, bucket-index-divergence,            REFUTED,   REFUTED
          no,  404, NO,      YES,     data-lost-metadata-left,            REFUTED,   REFUTED
          no,  404, NO,      NO,      lost,                               REFUTED,   REFUTED
          no,  404, UNKNOWN, UNKNOWN, absent-unconfirmed,                 REFUTED,   REFUTED
          no,  404, UNKNOWN, YES,     absent-unconfirmed,                 REFUTED,   REFUTED
          no,  404, NO,      UNKNOWN, absent-unconfirmed,                 REFUTED,   REFUTED
          no,  404?, YES,    YES,     absent-unconfirmed,                 UNDECIDED, UNDECIDED
          no,  200, YES,     YES,     list-incomplete,                    REFUTED,   REFUTED
          no,  200, UNKNOWN, UNKNOWN, list-incomplete,                    REFUTED,   REFUTED
          yes, 404, YES,     YES,     head-divergence,                    REFUTED,   REFUTED
          yes, 404, NO,      NO,      head-divergence,                    REFUTED,   REFUTED
          yes, 404?, YES,    YES,     head-divergence,                    REFUTED,   REFUTED
          no,  404!, YES,    YES,     head-divergence,                    REFUTED,   REFUTED
          yes, 403, YES,     YES,     credentials/AccessDenied,           UNDECIDED, UNDECIDED
          no,  403, YES,     YES,     credentials/AccessDenied,           UNDECIDED, UNDECIDED
          403, 403, YES,     YES,     credentials/AccessDenied,           UNDECIDED, UNDECIDED
          anonymous, 200, YES, YES,   credentials/anonymous,              UNDECIDED, UNDECIDED
          anonymous, 404, YES, YES,   credentials/anonymous,              UNDECIDED, UNDECIDED
          403, 200, YES,     YES,     credentials-scope/AccessDenied,     UNDECIDED, UNDECIDED
          403, 404, YES,     YES,     credentials-scope/AccessDenied,     REFUTED,   REFUTED
          yes, 5xx, YES,     YES,     backend-error/divergence-suspected, REFUTED,   REFUTED
          no,  5xx, YES,     YES,     backend-error/divergence-suspected, REFUTED,   REFUTED
          5xx, 5xx, YES,     YES,     backend-error/divergence-suspected, REFUTED,   REFUTED
          5xx, 200, YES,     YES,     backend-error/divergence-suspected, REFUTED,   REFUTED
          5xx, 5xx, NO,      YES,     backend-error,                      REFUTED,   REFUTED
          no,  5xx, UNKNOWN, UNKNOWN, backend-error,                      REFUTED,   REFUTED
          no,  io,  UNKNOWN, UNKNOWN, unreachable/timeout,                UNDECIDED, UNDECIDED
          io,  200, YES,     YES,     unreachable/timeout,                UNDECIDED, UNDECIDED
          io,  io,  YES,     YES,     unreachable/timeout,                UNDECIDED, UNDECIDED
          io,  404, YES,     YES,     absent-unconfirmed,                 REFUTED,   REFUTED
          html, 200, YES,    YES,     unreachable/not-s3,                 UNDECIDED, UNDECIDED
          html, 404, YES,    YES,     unreachable/not-s3,                 UNDECIDED, UNDECIDED
          """)
  void every_row_of_the_matrix(
      String list,
      String head,
      Presence data,
      Presence metadata,
      String name,
      Standing loose,
      Standing strict) {
    S3Evidence s3 = s3(sample(1, list, head), sample(2, list, head));
    Verdict verdict = BucketVerdict.of(s3, disk(data, metadata), false);
    assertThat(names(verdict)).containsExactly(name);
    assertThat(Standing.of(verdict)).isEqualTo(loose);
    assertThat(Standing.of(BucketVerdict.of(s3, disk(data, metadata), true))).isEqualTo(strict);
    assertThat(verdict.reasons().getFirst().subject()).isEqualTo("bucket tofu-state");
    assertThat(verdict.reasons().getFirst().policy()).isNotEmpty();
  }

  private static S3Evidence.Sample sample(int number, String list, String head) {
    S3Evidence.BucketView view =
        switch (head) {
          case "200" -> found();
          case "404" -> missing();
          case "404?" -> view(attempt("head-bucket", Outcome.NOT_FOUND), null);
          case "404!" ->
              view(attempt("head-bucket", Outcome.NOT_FOUND), attempt("list-objects", Outcome.OK));
          case "403" -> view(attempt("head-bucket", Outcome.DENIED), null);
          case "5xx" -> view(attempt("head-bucket", Outcome.SERVER_ERROR), null);
          default -> view(attempt("head-bucket", Outcome.TIMEOUT), null);
        };
    return switch (list) {
      case "yes" -> listed(number, view, "attic", BUCKET);
      case "no" -> listed(number, view, "attic");
      case "anonymous" ->
          new S3Evidence.Sample(
              number, attempt("list-buckets", Outcome.OK), List.of(), null, List.of(view));
      case "403" -> unlisted(number, attempt("list-buckets", Outcome.DENIED), view);
      case "5xx" -> unlisted(number, attempt("list-buckets", Outcome.SERVER_ERROR), view);
      case "html" -> unlisted(number, attempt("list-buckets", Outcome.NOT_OF_THIS_KIND), view);
      default -> unlisted(number, attempt("list-buckets", Outcome.TIMEOUT), view);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "DNS, dns",
    "UNREACHABLE, refused",
    "TIMEOUT, timeout",
    "TLS, tls",
    "NOT_OF_THIS_KIND, not-s3",
    "CUT, cut",
    "REJECTED, rejected",
    "OTHER, other"
  })
  void unreachable_says_why(Outcome outcome, String why) {
    Verdict verdict = BucketVerdict.of(unreachable(outcome), null, false);
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    assertThat(names(verdict)).containsExactly("unreachable/" + why);
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidAccessKeyId, InvalidAccessKeyId",
    "SignatureDoesNotMatch, SignatureDoesNotMatch",
    "AccessDenied, AccessDenied",
    "RequestTimeTooSkewed, RequestTimeTooSkewed",
    "ExpiredToken, ExpiredToken",
    "'Odd | code', other"
  })
  void credentials_are_named_by_the_codes_that_are_known(String code, String name) {
    var view = view(attempt("head-bucket", Outcome.DENIED, 403, null), null);
    var list = attempt("list-buckets", Outcome.DENIED, 403, code);
    S3Evidence s3 = s3(unlisted(1, list, view), unlisted(2, list, view));
    assertThat(names(BucketVerdict.of(s3, null, false))).containsExactly("credentials/" + name);
  }

  @Test
  void a_list_that_names_no_bucket_at_all_is_a_divergence_of_all_buckets() {
    var all = BucketVerdict.of(divergent(), disk(Presence.YES, Presence.YES), false);
    assertThat(all.reasons().getFirst().sentence()).contains("Scope: all-buckets.");
    S3Evidence others = s3(listed(1, missing(), "attic"), listed(2, missing(), "attic"));
    var one = BucketVerdict.of(others, disk(Presence.YES, Presence.YES), false);
    assertThat(one.reasons().getFirst().sentence()).contains("Scope: this bucket.");
    assertThat(first(one)).isEqualTo("bucket-index-divergence");
  }

  @Test
  void samples_that_contradict_each_other_are_flapping() {
    DiskEvidence disk = disk(Presence.YES, Presence.YES);
    S3Evidence lost = s3(listed(1, found(), BUCKET), listed(2, missing()));
    S3Evidence back = s3(listed(1, missing()), listed(2, found(), BUCKET));
    var error = view(attempt("head-bucket", Outcome.SERVER_ERROR), null);
    S3Evidence failing = s3(listed(1, found(), BUCKET), listed(2, error, BUCKET));
    for (S3Evidence s3 : List.of(lost, back, failing)) {
      Verdict verdict = BucketVerdict.of(s3, disk, false);
      assertThat(names(verdict)).containsExactly("flapping");
      assertThat(verdict).isInstanceOf(Verdict.Refuted.class);
    }
    assertThat(BucketVerdict.of(lost, disk, false).reasons().getFirst().sentence())
        .contains("First coherent, then bucket-index-divergence.");
  }

  @Test
  void a_look_that_could_not_be_had_contradicts_nothing() {
    var timeout = view(attempt("head-bucket", Outcome.TIMEOUT), null);
    S3Evidence s3 = s3(listed(1, found(), BUCKET), listed(2, timeout, BUCKET));
    assertThat(names(BucketVerdict.of(s3, null, false))).containsExactly("unreachable/timeout");
  }

  @Test
  void too_few_looks_prove_nothing() {
    assertThat(names(BucketVerdict.of(s3(), null, false))).containsExactly("not-observed");
    assertThat(names(BucketVerdict.of(s3(listed(1, found(), BUCKET)), null, false)))
        .containsExactly("not-observed/one-sample");
    S3Evidence red = s3(listed(1, missing(), "attic"));
    assertThat(first(BucketVerdict.of(red, disk(Presence.YES, Presence.YES), false)))
        .isEqualTo("bucket-index-divergence");
    S3Evidence killed =
        s3(
            listed(1, found(), BUCKET),
            new S3Evidence.Sample(
                2, attempt("list-buckets", Outcome.OK), List.of(BUCKET), "gate", List.of()));
    assertThat(names(BucketVerdict.of(killed, null, false))).containsExactly("not-observed");
    S3Evidence none =
        new S3Evidence("http://127.0.0.1:9", "r", "c", List.of(), coherent().samples());
    assertThat(BucketVerdict.of(none, null, false)).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void a_bucket_that_nobody_expects_may_be_absent() {
    S3Evidence.BucketView scratch =
        new S3Evidence.BucketView("gf-rca-1", missing().head(), missing().confirmation());
    S3Evidence.Sample sample =
        new S3Evidence.Sample(
            1,
            attempt("list-buckets", Outcome.OK),
            List.of(BUCKET),
            "gate",
            List.of(found(), scratch));
    DiskEvidence.Probe no =
        new DiskEvidence.Probe("/data/gf-rca-1", Presence.NO, 1, null, Evidences.AT);
    DiskEvidence both = disk(Presence.YES, Presence.YES);
    DiskEvidence disk =
        new DiskEvidence(
            both.namespace(),
            both.pod(),
            both.uid(),
            both.container(),
            both.root(),
            true,
            null,
            List.of(),
            List.of(both.markers().getFirst(), new DiskEvidence.Marker("gf-rca-1", no, no)));
    Verdict verdict = BucketVerdict.of(s3(sample, sample), disk, true);
    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
    assertThat(names(verdict)).containsExactly("coherent", "absent");
  }

  @Test
  void a_disk_that_was_not_seen_or_whose_controls_were_wrong_says_nothing() {
    DiskEvidence wrong = disk(Presence.YES, Presence.YES);
    DiskEvidence unavailable =
        new DiskEvidence(
            "nix-cache",
            null,
            null,
            null,
            "/data",
            false,
            "test: executable file not found",
            List.of(),
            wrong.markers());
    for (@Nullable DiskEvidence disk : new DiskEvidence[] {null, unavailable}) {
      assertThat(names(BucketVerdict.of(divergent(), disk, false)))
          .containsExactly("absent-unconfirmed");
      assertThat(names(BucketVerdict.of(coherent(), disk, false)))
          .containsExactly("coherent-api-only");
    }
  }

  @Test
  void a_green_after_a_restart_does_not_count() {
    DiskEvidence disk = disk(Presence.YES, Presence.YES);
    ClusterEvidence before = cluster();
    for (ClusterEvidence after :
        List.of(
            cluster(1, List.of(pod("u1", 1)), 1, "bumble"),
            cluster(1, List.of(pod("u2", 0)), 1, "bumble"),
            cluster(1, List.of(pod("u1", 0), pod("u2", 0)), 1, "bumble"),
            cluster(1, List.of(), 1, "bumble"))) {
      Verdict verdict = BucketVerdict.of(coherent(), disk, false, before, after);
      assertThat(verdict).isInstanceOf(Verdict.Refuted.class);
      assertThat(names(verdict)).containsExactly("coherent-after-restart");
      assertThat(first(BucketVerdict.of(divergent(), disk, false, before, after)))
          .isEqualTo("bucket-index-divergence");
    }
    assertThat(names(BucketVerdict.of(coherent(), disk, false, before, cluster())))
        .containsExactly("coherent");
    // The uid of the disk's pod is enough where nobody looked before.
    ClusterEvidence other = cluster(1, List.of(pod("u9", 0)), 1, "bumble");
    assertThat(names(BucketVerdict.of(coherent(), disk, false, null, other)))
        .containsExactly("coherent-after-restart");
  }
}
