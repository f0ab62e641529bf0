package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.attempt;
import static dev.tinyland.gate.runtime.verdict.Evidences.cluster;
import static dev.tinyland.gate.runtime.verdict.Evidences.coherent;
import static dev.tinyland.gate.runtime.verdict.Evidences.disk;
import static dev.tinyland.gate.runtime.verdict.Evidences.divergent;
import static dev.tinyland.gate.runtime.verdict.Evidences.emptyState;
import static dev.tinyland.gate.runtime.verdict.Evidences.guard;
import static dev.tinyland.gate.runtime.verdict.Evidences.noCluster;
import static dev.tinyland.gate.runtime.verdict.Evidences.object;
import static dev.tinyland.gate.runtime.verdict.Evidences.pod;
import static dev.tinyland.gate.runtime.verdict.Evidences.proof;
import static dev.tinyland.gate.runtime.verdict.Evidences.proved;
import static dev.tinyland.gate.runtime.verdict.Evidences.seen;
import static dev.tinyland.gate.runtime.verdict.Evidences.state;
import static dev.tinyland.gate.runtime.verdict.Evidences.unreachable;
import static dev.tinyland.gate.runtime.verdict.Evidences.unseen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeepCheckVerdictTest {
  /** Each part as it can be: well, not seen, bad; in this order. */
  private static final List<@Nullable ClusterEvidence> CLUSTERS =
      Arrays.asList(cluster(), null, cluster(2, List.of(), 0, "bumble"));

  private static final List<@Nullable S3Evidence> S3 =
      Arrays.asList(coherent(), null, unreachable(Outcome.TIMEOUT), divergent());
  private static final List<List<StateObjectEvidence>> OBJECTS =
      List.of(List.of(state()), List.of(), List.of(emptyState()));
  private static final List<@Nullable WriteProofEvidence> PROOFS =
      Arrays.asList(
          proved(),
          null,
          proof(List.of(attempt("put-object", Outcome.OK)), false, true, true, false));

  private static VerdictReport judged(int cluster, int s3, int object, int proof) {
    GuardEvidence evidence =
        new GuardEvidence(
            null,
            CLUSTERS.get(cluster),
            S3.get(s3),
            disk(Presence.YES, Presence.YES, CLUSTERS.get(cluster)),
            OBJECTS.get(object),
            List.of(),
            PROOFS.get(proof));
    return DeepCheckVerdict.of("attic", evidence, false, true);
  }

  /** Where there is no pod, there is no disk either. */
  private static @Nullable DiskEvidence disk(
      Presence data, Presence metadata, @Nullable ClusterEvidence cluster) {
    return cluster == null || cluster.equals(CLUSTERS.getLast())
        ? null
        : Evidences.disk(data, metadata);
  }

  @Test
  void green_only_where_all_parts_are_and_no_part_is_made_better_by_another() {
    for (int c = 0; c < CLUSTERS.size(); c++) {
      for (int s = 0; s < S3.size(); s++) {
        for (int o = 0; o < OBJECTS.size(); o++) {
          for (int p = 0; p < PROOFS.size(); p++) {
            VerdictReport report = judged(c, s, o, p);
            boolean bad = c == 2 || s == 3 || o == 2 || p == 2;
            boolean good = c + s + o + p == 0;
            String word = good ? "proven" : bad ? "refuted" : "undecided";
            assertThat(report.verdict()).as("%s %s %s %s", c, s, o, p).isEqualTo(word);
            assertThat(report.authority()).isEqualTo(good ? "interim" : "none");
            assertThat(report.exitCode()).isEqualTo(good ? "OK" : bad ? "RED" : "UNDECIDED");
            assertThat(report.reasons().getFirst().standing()).isEqualTo(word);
            assertThat(report.nonClaims()).containsExactly("ha", "rbe-cas", "trusted-publication");
          }
        }
      }
    }
  }

  @Test
  void green_lists_all_parts_in_the_order_of_the_policy() {
    VerdictReport report = DeepCheckVerdict.of("attic", guard(), true, true);
    assertThat(report.command()).isEqualTo("tofu-state-authority-deep-check attic");
    assertThat(report.reasons())
        .extracting(VerdictReport.Line::name)
        .containsExactlyInAnyOrder("workload-ready", "coherent", "state-readable", "write-proved");
    assertThat(report.nextSafeStep()).isEqualTo(NextSafeStep.GO_ON.sentence());
  }

  @Test
  void the_next_safe_step_of_a_divergence_says_what_never_to_do() {
    VerdictReport report = judged(0, 3, 2, 2);
    assertThat(report.reasons().getFirst().name()).isEqualTo("bucket-index-divergence");
    assertThat(report.nextSafeStep())
        .contains("errored.tfstate")
        .contains("before RustFS is restarted")
        .contains("never a repair")
        .contains("Never call admin heal: before 1.0.0-beta.9")
        .contains("tofu state push")
        .contains("do not run apply again first");
  }

  @Test
  void a_restart_during_the_check_is_red() {
    GuardEvidence evidence =
        new GuardEvidence(
            cluster(),
            cluster(1, List.of(pod("u1", 1)), 1, "bumble"),
            coherent(),
            disk(Presence.YES, Presence.YES, cluster()),
            List.of(state()),
            List.of(),
            proved());
    VerdictReport report = DeepCheckVerdict.of("attic", evidence, false, true);
    assertThat(report.verdict()).isEqualTo("refuted");
    assertThat(report.reasons().getFirst().name()).isEqualTo("coherent-after-restart");
  }

  @Test
  void the_last_evidence_of_the_same_object_counts_and_of_others_does_not() {
    StateObjectEvidence older = object(Evidences.body(StateObjectEvidence.Shape.PLAIN, 9, "aa"));
    assertThat(withLast(older).reasons().getFirst().name()).isEqualTo("serial-lower");
    StateObjectEvidence other =
        new StateObjectEvidence(
            "attic",
            "other",
            older.key(),
            older.head(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            older.body());
    assertThat(withLast(other).verdict()).isEqualTo("proven");
  }

  private static VerdictReport withLast(StateObjectEvidence last) {
    GuardEvidence all = guard();
    GuardEvidence evidence =
        new GuardEvidence(
            all.before(),
            all.after(),
            all.s3(),
            all.disk(),
            all.objects(),
            List.of(last),
            all.proof());
    return DeepCheckVerdict.of("attic", evidence, false, true);
  }

  @Test
  void the_state_of_another_stack_or_bucket_is_not_the_one() {
    assertThat(DeepCheckVerdict.of("arc-runners", guard(), false, true).verdict())
        .isEqualTo("undecided");
    GuardEvidence all = guard();
    S3Evidence other = new S3Evidence("e", "r", "c", List.of("attic"), List.of());
    GuardEvidence evidence =
        new GuardEvidence(
            all.before(), all.after(), other, null, all.objects(), List.of(), all.proof());
    assertThat(DeepCheckVerdict.of("attic", evidence, false, true).reasons())
        .extracting(VerdictReport.Line::subject)
        .contains("bucket tofu-state");
  }

  @ParameterizedTest
  @EnumSource(
      value = Access.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SEEN"})
  void a_cluster_that_cannot_be_seen_is_undecided_and_says_why(Access access) {
    Verdict verdict = WorkloadVerdict.of(noCluster(access));
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    assertThat(Evidences.first(verdict))
        .isEqualTo("workload-unseen/" + WorkloadVerdict.word(access));
    Verdict part = WorkloadVerdict.of(with(unseen(access), cluster().endpoints()));
    boolean absent = access == Access.ABSENT;
    assertThat(Standing.of(part)).isEqualTo(absent ? Standing.REFUTED : Standing.UNDECIDED);
    assertThat(Evidences.first(part))
        .isEqualTo(absent ? "workload-absent" : "workload-unseen/" + WorkloadVerdict.word(access));
  }

  @Test
  void every_way_in_which_a_workload_is_not_well() {
    List<String> names = new ArrayList<>();
    for (int[] counts : new int[][] {{1, 1, 3, 3}, {2, 1, 3, 3}, {0, 0, 3, 3}, {1, 1, 4, 3}}) {
      names.add(
          Evidences.first(
              WorkloadVerdict.of(
                  with(
                      seen(
                          new ClusterEvidence.Deployment(
                              "d", counts[0], counts[1], counts[1], counts[2], counts[3], List.of(),
                              "")),
                      cluster().endpoints()))));
    }
    assertThat(names)
        .containsExactly(
            "workload-ready", "workload-not-ready", "workload-not-ready", "workload-stale");
    Verdict none = WorkloadVerdict.of(with(cluster().deployment(), seen(List.of())));
    assertThat(Evidences.first(none)).isEqualTo("no-ready-endpoint");
  }

  private static ClusterEvidence with(
      Part<ClusterEvidence.Deployment> deployment, Part<List<ClusterEvidence.Endpoint>> endpoints) {
    ClusterEvidence well = cluster();
    return new ClusterEvidence(
        well.context(),
        Access.SEEN,
        deployment,
        well.pods(),
        endpoints,
        well.claim(),
        well.storageClass(),
        well.zfsNodes(),
        well.zfsVolumes(),
        well.nodes(),
        well.events(),
        well.observedAt());
  }
}
