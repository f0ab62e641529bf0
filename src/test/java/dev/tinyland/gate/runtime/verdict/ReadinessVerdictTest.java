package dev.tinyland.gate.runtime.verdict;

import static dev.tinyland.gate.runtime.verdict.Evidences.attempt;
import static dev.tinyland.gate.runtime.verdict.Evidences.claim;
import static dev.tinyland.gate.runtime.verdict.Evidences.cluster;
import static dev.tinyland.gate.runtime.verdict.Evidences.coherent;
import static dev.tinyland.gate.runtime.verdict.Evidences.divergent;
import static dev.tinyland.gate.runtime.verdict.Evidences.pod;
import static dev.tinyland.gate.runtime.verdict.Evidences.proof;
import static dev.tinyland.gate.runtime.verdict.Evidences.proved;
import static dev.tinyland.gate.runtime.verdict.Evidences.seen;
import static dev.tinyland.gate.runtime.verdict.Evidences.state;
import static dev.tinyland.gate.runtime.verdict.Evidences.unreachable;
import static dev.tinyland.gate.runtime.verdict.Evidences.unseen;
import static dev.tinyland.gate.runtime.verdict.Evidences.versioning;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence.Status;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadinessVerdictTest {
  private static final List<ClusterEvidence.Pod> TWO_PODS = List.of(pod("u0", 0), pod("u1", 0));
  private static final ClusterEvidence TWO = cluster(2, TWO_PODS, 2, "bumble", "honey");
  private static final List<Proof> ALL =
      Stream.of(Proof.Kind.values()).map(kind -> new Proof(kind, true, "bundle-1")).toList();

  static ReadinessEvidence evidence(
      ClusterEvidence cluster,
      S3Evidence s3,
      @Nullable VersioningEvidence versioning,
      List<Proof> proofs) {
    GuardEvidence guard =
        new GuardEvidence(cluster, cluster, s3, null, List.of(state()), List.of(), proved());
    return new ReadinessEvidence(
        guard, new GuardOptions(List.of("attic"), false, true, true), versioning, proofs, "bumble");
  }

  private static ReadinessEvidence interim() {
    return evidence(cluster(), coherent(), versioning(Status.NONE), List.of());
  }

  @Test
  void the_known_posture_is_interim_only_with_and_without_the_expectation() {
    VerdictReport expected = ReadinessVerdict.of(interim(), true);
    assertThat(expected.verdict()).isEqualTo("proven");
    assertThat(expected.result()).isEqualTo("INTERIM_ONLY");
    assertThat(expected.authority()).isEqualTo("interim");
    assertThat(expected.command()).isEqualTo("tofu-state-ha-readiness --expect-interim");
    assertThat(expected.nonClaims()).contains("ha");
    VerdictReport strict = ReadinessVerdict.of(interim(), false);
    assertThat(strict.verdict()).isEqualTo("refuted");
    assertThat(strict.exitCode()).isEqualTo("RED");
    assertThat(strict.result()).isEqualTo("INTERIM_ONLY");
    assertThat(strict.reasons().getFirst().sentence())
        .contains(
            "Not met: replicas, endpoints, access mode, storage nodes, repair path, versioning.")
        .contains("Not known: locking, backup, endpoint loss");
  }

  @Test
  void ready_needs_every_requirement_and_is_not_the_interim_posture() {
    ReadinessEvidence all = evidence(TWO, coherent(), versioning(Status.ENABLED), ALL);
    VerdictReport ready = ReadinessVerdict.of(all, false);
    assertThat(ready.result()).isEqualTo("HA_READY");
    assertThat(ready.verdict()).isEqualTo("proven");
    assertThat(ready.authority()).isEqualTo("ha");
    assertThat(ready.nonClaims()).containsExactly("rbe-cas", "trusted-publication");
    assertThat(ready.requirements()).allMatch(each -> each.state().equals("met"));
    VerdictReport expected = ReadinessVerdict.of(all, true);
    assertThat(expected.verdict()).isEqualTo("refuted");
    assertThat(expected.result()).isEqualTo("NOT_READY");
  }

  @Test
  void a_proof_that_is_missing_or_failed_is_never_ready() {
    for (Proof.Kind kind : Proof.Kind.values()) {
      List<Proof> without = ALL.stream().filter(proof -> proof.kind() != kind).toList();
      VerdictReport missing =
          ReadinessVerdict.of(
              evidence(TWO, coherent(), versioning(Status.ENABLED), without), false);
      assertThat(missing.verdict())
          .isEqualTo(kind == Proof.Kind.REPAIR_PATH ? "refuted" : "undecided");
      assertThat(missing.authority()).isEqualTo("none");
      List<Proof> failed = new ArrayList<>(without);
      failed.add(new Proof(kind, false, "bundle-2"));
      VerdictReport refuted =
          ReadinessVerdict.of(evidence(TWO, coherent(), versioning(Status.ENABLED), failed), false);
      assertThat(refuted.verdict()).isEqualTo("refuted");
      assertThat(refuted.result()).isEqualTo("NOT_READY");
    }
  }

  @Test
  void every_requirement_is_listed_with_its_state() {
    assertThat(states(interim()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("replicas", "unmet"),
                Map.entry("endpoints", "unmet"),
                Map.entry("access mode", "unmet"),
                Map.entry("storage nodes", "unmet"),
                Map.entry("repair path", "unmet"),
                Map.entry("versioning", "unmet"),
                Map.entry("locking", "unknown"),
                Map.entry("backup", "unknown"),
                Map.entry("endpoint loss", "unknown"),
                Map.entry("pod restart", "unknown"),
                Map.entry("node maintenance", "unknown"),
                Map.entry("no-op plan", "unknown")));
    ReadinessEvidence blind =
        evidence(Evidences.noCluster(Access.NO_CLUSTER), coherent(), null, List.of());
    assertThat(states(blind))
        .containsEntry("replicas", "unknown")
        .containsEntry("endpoints", "unknown")
        .containsEntry("access mode", "unknown")
        .containsEntry("storage nodes", "unknown")
        .containsEntry("versioning", "unknown")
        .containsEntry("locking", "unknown");
  }

  private static Map<String, String> states(ReadinessEvidence evidence) {
    return ReadinessVerdict.of(evidence, false).requirements().stream()
        .collect(Collectors.toMap(Requirement::name, Requirement::state));
  }

  static Stream<Arguments> versions() {
    return Stream.of(
        Arguments.of(Status.ENABLED, "met", "met"),
        Arguments.of(Status.SUSPENDED, "unmet", "unknown"),
        Arguments.of(Status.NONE, "unmet", "unknown"),
        Arguments.of(Status.NOT_IMPLEMENTED, "unmet", "unknown"),
        Arguments.of(Status.UNKNOWN, "unknown", "unknown"));
  }

  @ParameterizedTest
  @MethodSource("versions")
  void locking_is_known_in_the_state_of_versioning_in_which_it_was_tried(
      Status status, String versioning, String locking) {
    ReadinessEvidence evidence = evidence(TWO, coherent(), versioning(status), ALL);
    assertThat(states(evidence))
        .containsEntry("versioning", versioning)
        .containsEntry("locking", locking);
  }

  /** Versions and a lockfile have to hold together, and one server at least lets them not. */
  @Test
  void a_versioned_bucket_that_takes_a_second_create_is_named_for_it() {
    WriteProofEvidence taken =
        proof(
            List.of(
                attempt("put-object", Outcome.OK),
                attempt("get-object", Outcome.OK),
                attempt("put-object", Outcome.OK),
                attempt("delete-object", Outcome.OK)),
            true,
            false,
            true,
            false);
    GuardEvidence guard =
        new GuardEvidence(TWO, TWO, coherent(), null, List.of(state()), List.of(), taken);
    GuardOptions options = new GuardOptions(List.of("attic"), false, true, true);
    for (boolean expectInterim : List.of(true, false)) {
      VerdictReport versioned =
          ReadinessVerdict.of(
              new ReadinessEvidence(guard, options, versioning(Status.ENABLED), ALL, "bumble"),
              expectInterim);
      assertThat(versioned.verdict()).isEqualTo("refuted");
      assertThat(versioned.reasons())
          .extracting(VerdictReport.Line::name)
          .contains("versioned-lock-ignored", "create-not-exclusive");
      VerdictReport plain =
          ReadinessVerdict.of(
              new ReadinessEvidence(guard, options, versioning(Status.NONE), ALL, "bumble"),
              expectInterim);
      assertThat(plain.reasons())
          .extracting(VerdictReport.Line::name)
          .contains("create-not-exclusive")
          .doesNotContain("versioned-lock-ignored");
    }
  }

  /** A cluster that is not exactly the known posture, what differs, and how that stands. */
  static Stream<Arguments> differences() {
    ClusterEvidence known = cluster();
    return Stream.of(
        Arguments.of(cluster(2, TWO_PODS, 1, "bumble"), "replicas", "refuted"),
        Arguments.of(cluster(1, List.of(pod("u1", 0)), 2, "bumble"), "endpoints", "refuted"),
        Arguments.of(cluster(1, List.of(pod("u1", 0)), 0, "bumble"), "workload", "refuted"),
        Arguments.of(
            cluster(1, List.of(pod("u1", 0)), 1, "bumble", "honey"), "storage nodes", "refuted"),
        Arguments.of(cluster(1, List.of(pod("u1", 0)), 1, "sting"), "storage nodes", "refuted"),
        Arguments.of(
            with(known, seen(claim("ReadWriteMany", List.of("bumble"))), known.zfsNodes()),
            "access mode",
            "refuted"),
        Arguments.of(
            with(known, seen(claim("ReadWriteOnce", List.of("sting"))), known.zfsNodes()),
            "access mode",
            "refuted"),
        Arguments.of(
            with(known, seen(claim("ReadWriteOnce", List.of())), known.zfsNodes()),
            "access mode",
            "undecided"),
        Arguments.of(
            with(known, unseen(Access.FORBIDDEN), known.zfsNodes()), "access mode", "undecided"),
        Arguments.of(
            with(known, known.claim(), unseen(Access.NO_SUCH_KIND)), "storage nodes", "undecided"),
        Arguments.of(
            with(known, known.claim(), unseen(Access.FORBIDDEN)), "storage nodes", "undecided"),
        Arguments.of(with(known, known.claim(), seen(List.of())), "storage nodes", "refuted"));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void anything_else_is_not_the_posture_and_the_difference_is_shown(
      ClusterEvidence cluster, String subject, String verdict) {
    VerdictReport report =
        ReadinessVerdict.of(evidence(cluster, coherent(), null, List.of()), true);
    assertThat(report.verdict()).isEqualTo(verdict);
    assertThat(report.authority()).isEqualTo("none");
    assertThat(report.result()).isEqualTo(verdict.equals("refuted") ? "NOT_READY" : "UNDECIDED");
    assertThat(report.reasons())
        .filteredOn(line -> line.standing().equals(verdict))
        .extracting(VerdictReport.Line::subject)
        .contains(subject);
  }

  @Test
  void a_proved_repair_path_is_a_difference_too() {
    List<Proof> repair = List.of(new Proof(Proof.Kind.REPAIR_PATH, true, "bundle-1"));
    VerdictReport report = ReadinessVerdict.of(evidence(cluster(), coherent(), null, repair), true);
    assertThat(report.verdict()).isEqualTo("refuted");
    assertThat(report.reasons().getFirst().sentence())
        .contains("Known: no proved non-restart bucket-index repair path. Seen: one is proved.");
  }

  @Test
  void the_posture_without_a_green_guard_is_not_interim() {
    for (boolean expected : new boolean[] {true, false}) {
      VerdictReport red =
          ReadinessVerdict.of(evidence(cluster(), divergent(), null, List.of()), expected);
      assertThat(red.result()).isEqualTo("NOT_READY");
      assertThat(red.authority()).isEqualTo("none");
    }
    VerdictReport away =
        ReadinessVerdict.of(evidence(cluster(), unreachable(Outcome.DNS), null, List.of()), true);
    assertThat(away.verdict()).isEqualTo("undecided");
    assertThat(away.result()).isEqualTo("UNDECIDED");
  }

  @Test
  void a_volume_names_the_node_where_the_role_may_not_read_volumes() {
    ClusterEvidence known = cluster();
    ClusterEvidence cluster =
        new ClusterEvidence(
            known.context(),
            Access.SEEN,
            known.deployment(),
            known.pods(),
            known.endpoints(),
            seen(claim("ReadWriteOnce", List.of())),
            known.storageClass(),
            known.zfsNodes(),
            seen(List.of(new ClusterEvidence.ZfsVolume("pvc-1", "bumble", "tank", "Ready"))),
            known.nodes(),
            known.events(),
            known.observedAt());
    assertThat(ReadinessVerdict.of(evidence(cluster, coherent(), null, List.of()), true).verdict())
        .isEqualTo("proven");
  }

  private static ClusterEvidence with(
      ClusterEvidence known, Part<Claim> claim, Part<List<ClusterEvidence.ZfsNode>> nodes) {
    return new ClusterEvidence(
        known.context(),
        Access.SEEN,
        known.deployment(),
        known.pods(),
        known.endpoints(),
        claim,
        known.storageClass(),
        nodes,
        known.zfsVolumes(),
        known.nodes(),
        known.events(),
        known.observedAt());
  }
}
