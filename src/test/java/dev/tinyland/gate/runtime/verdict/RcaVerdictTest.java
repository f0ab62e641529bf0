package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.cluster;
import static dev.tinyland.gate.runtime.verdict.Evidences.coherent;
import static dev.tinyland.gate.runtime.verdict.Evidences.disk;
import static dev.tinyland.gate.runtime.verdict.Incidents.BUCKETS;
import static dev.tinyland.gate.runtime.verdict.Incidents.PROBE;
import static dev.tinyland.gate.runtime.verdict.Incidents.STRICT;
import static dev.tinyland.gate.runtime.verdict.Incidents.divergent;
import static dev.tinyland.gate.runtime.verdict.Incidents.names;
import static dev.tinyland.gate.runtime.verdict.Incidents.rca;
import static dev.tinyland.gate.runtime.verdict.Incidents.well;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RcaVerdictTest {
  @Test
  void all_well_is_proven_and_gives_no_authority() {
    VerdictReport report = RcaVerdict.of(well(Scratches.proved()), STRICT);
    assertThat(report.verdict()).isEqualTo("proven");
    assertThat(names(report)).containsExactly("coherent", "scratch-proved", "workload-ready");
    assertThat(report.authority()).isEqualTo("none");
    assertThat(report.command())
        .isEqualTo(
            "rustfs-bucket-index-rca --bucket tofu-state --scratch-probe"
                + " --strict-scratch-disk-markers");
    assertThat(report.nextSafeStep()).isEqualTo(NextSafeStep.GO_ON.sentence());
  }

  @Test
  void absent_in_the_api_and_there_on_the_disk_leads_to_the_step_of_a_divergence() {
    VerdictReport report = RcaVerdict.of(divergent(null), BUCKETS);
    assertThat(report.verdict()).isEqualTo("refuted");
    assertThat(names(report).getFirst()).isEqualTo("bucket-index-divergence");
    assertThat(report.nextSafeStep()).isEqualTo(NextSafeStep.DIVERGENCE.sentence());
  }

  @Test
  void a_bucket_that_may_be_left_is_named_beside_something_worse() {
    VerdictReport report = Incidents.report();
    assertThat(names(report))
        .containsExactly(
            "bucket-index-divergence", "backend-error", "scratch-left-behind", "workload-ready");
    assertThat(report.nextSafeStep())
        .isEqualTo(
            NextSafeStep.DIVERGENCE.sentence()
                + " "
                + NextSafeStep.CLEAN_UP_BUCKET.sentence()
                + " This is about scratch bucket "
                + Scratches.BUCKET
                + ".");
  }

  @Test
  void a_bucket_that_is_left_is_named_in_its_own_step_once() {
    ScratchLooks left =
        Scratches.phases(
            Scratches.created(true, Outcome.OK),
            Scratches.deleted(false, true),
            Scratches.deleted(false, true));
    VerdictReport report = RcaVerdict.of(well(left), PROBE);
    assertThat(names(report).getFirst()).isEqualTo("scratch-not-deleted");
    assertThat(report.nextSafeStep())
        .isEqualTo(
            NextSafeStep.CLEAN_UP_BUCKET.sentence()
                + " This is about scratch bucket "
                + Scratches.BUCKET
                + ".");
  }

  @Test
  void what_was_asked_and_is_not_there_is_not_observed() {
    assertThat(RcaVerdict.of(well(null), PROBE).verdict()).isEqualTo("undecided");
    assertThat(RcaVerdict.of(well(null), new RcaOptions(List.of(), false, true)).verdict())
        .isEqualTo("undecided");
    assertThat(RcaVerdict.of(well(null), BUCKETS).verdict()).isEqualTo("proven");
    RcaOptions other = new RcaOptions(List.of(Evidences.BUCKET, "attic"), false, false);
    VerdictReport report = RcaVerdict.of(well(null), other);
    assertThat(report.verdict()).isEqualTo("undecided");
    assertThat(report.reasons().getFirst().subject()).isEqualTo("bucket attic");
    RcaEvidence nothing =
        new RcaEvidence(null, null, null, null, null, null, null, List.of(), null);
    assertThat(names(RcaVerdict.of(nothing, PROBE)))
        .containsExactly("not-observed", "not-observed", "not-observed");
  }

  /** A probe that nobody asked for is not thrown away. */
  @Test
  void a_probe_that_was_not_asked_for_counts() {
    ScratchLooks left = Scratches.phases(Scratches.notCreated(null, true, Outcome.CUT));
    assertThat(names(RcaVerdict.of(well(left), BUCKETS))).contains("scratch-left-behind");
  }

  @Test
  void strict_markers_are_about_the_scratch_bucket_only() {
    RcaEvidence noDisk = rca(cluster(), cluster(), coherent(), null, Scratches.proved());
    assertThat(RcaVerdict.of(noDisk, STRICT).verdict()).isEqualTo("proven");
    ScratchLooks unseen =
        new ScratchLooks(
            Scratches.proved().phases(), Scratches.proved().proof(), List.of(), List.of());
    assertThat(RcaVerdict.of(well(unseen), PROBE).verdict()).isEqualTo("proven");
    assertThat(RcaVerdict.of(well(unseen), STRICT).verdict()).isEqualTo("refuted");
  }

  @Test
  void a_restart_during_the_probe_is_no_proof() {
    ClusterEvidence restarted = cluster(1, List.of(Evidences.pod("u1", 1)), 1, "bumble");
    RcaEvidence evidence = rca(cluster(), restarted, coherent(), null, Scratches.proved());
    VerdictReport report = RcaVerdict.of(evidence, PROBE);
    assertThat(names(report))
        .containsExactly("coherent-after-restart", "coherent-after-restart", "workload-ready");
    assertThat(report.reasons().get(1).subject()).isEqualTo(Scratches.SUBJECT);
    assertThat(report.notes()).extracting(Note::name).contains("restart");
    ClusterEvidence replaced = cluster(1, List.of(Evidences.pod("u2", 0)), 1, "bumble");
    RcaEvidence gone = rca(null, replaced, coherent(), null, Scratches.proved());
    assertThat(names(RcaVerdict.of(gone, PROBE))).contains("coherent-after-restart");
  }

  @Test
  void nothing_says_that_something_is_mended() {
    List<RcaEvidence> all =
        List.of(
            well(null), well(Scratches.proved()), divergent(null), divergent(Scratches.proved()));
    for (RcaEvidence evidence : all) {
      for (RcaOptions options : List.of(BUCKETS, PROBE, STRICT)) {
        String text = Records.text(RcaVerdict.of(evidence, options)).toLowerCase(Locale.ROOT);
        assertThat(text)
            .doesNotContain("repaired")
            .doesNotContain("fixed")
            .doesNotContain("healed");
      }
    }
    assertThat(RcaVerdict.of(divergent(null), BUCKETS).notes())
        .extracting(Note::name)
        .contains("restart-is-recovery");
  }

  @Test
  void a_report_is_json_and_back() {
    VerdictReport report = Incidents.report();
    assertThat(report.notes()).isNotEmpty();
    assertThat(Records.read(Records.text(report), VerdictReport.class)).isEqualTo(report);
  }

  private static List<@Nullable ClusterEvidence> clusters() {
    return Arrays.asList(
        cluster(),
        cluster(1, List.of(Evidences.pod("u1", 1)), 1, "bumble"),
        cluster(1, List.of(Evidences.pod("u1", 0)), 0, "bumble"),
        Evidences.noCluster(Access.FORBIDDEN),
        null);
  }

  /** The parts are judged together: none of them makes the whole better than it is alone. */
  @Test
  void the_whole_is_never_better_than_its_parts() {
    List<@Nullable S3Evidence> looks = new ArrayList<>();
    looks.add(coherent());
    looks.add(Evidences.divergent());
    looks.add(null);
    for (Outcome outcome : Outcome.values()) {
      looks.add(Evidences.unreachable(outcome));
    }
    List<@Nullable DiskEvidence> disks =
        Arrays.asList(disk(Presence.YES, Presence.YES), disk(Presence.NO, Presence.NO), null);
    List<@Nullable ScratchLooks> scratches =
        Arrays.asList(
            Scratches.proved(),
            Scratches.phases(Scratches.notCreated(false, false, Outcome.DENIED)),
            Scratches.phases(Scratches.created(true, Outcome.OK)),
            null);
    int green = 0;
    for (ClusterEvidence before : clusters()) {
      for (ClusterEvidence after : clusters()) {
        for (S3Evidence s3 : looks) {
          for (DiskEvidence disk : disks) {
            for (ScratchLooks scratch : scratches) {
              RcaEvidence evidence = rca(before, after, s3, disk, scratch);
              Standing standing = Standing.of(verdict(RcaVerdict.of(evidence, PROBE)));
              ClusterEvidence cluster = evidence.cluster();
              Standing parts =
                  cluster == null ? Standing.UNDECIDED : Standing.of(WorkloadVerdict.of(cluster));
              parts =
                  parts.and(
                      s3 == null
                          ? Standing.UNDECIDED
                          : Standing.of(BucketVerdict.of(s3, disk, false, before, after)));
              parts =
                  parts.and(
                      scratch == null ? Standing.UNDECIDED : Scratches.standing(scratch, false));
              assertThat(standing).isGreaterThanOrEqualTo(parts);
              green += standing == Standing.PROVEN ? 1 : 0;
            }
          }
        }
      }
    }
    assertThat(green).isPositive();
  }

  private static Verdict verdict(VerdictReport report) {
    return switch (report.verdict()) {
      case "proven" -> new Verdict.Proven(List.of());
      case "refuted" -> new Verdict.Refuted(List.of());
      default -> new Verdict.Undecided(List.of());
    };
  }
}
