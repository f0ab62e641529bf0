package dev.tinyland.gate.runtime.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence;
import dev.tinyland.gate.runtime.verdict.Inventories.Store;
import dev.tinyland.gate.runtime.verdict.VerdictReport.Line;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an inventory amounts to. */
class InventoryVerdictTest {
  private static final InventoryOptions OPTIONS =
      new InventoryOptions("nix-cache", "attic-rustfs-openebs", false);
  private static final InventoryOptions STRICT =
      new InventoryOptions("nix-cache", "attic-rustfs-openebs", true);

  private static VerdictReport judge(Inventories inventories) {
    return InventoryVerdict.of(inventories.evidence(), OPTIONS);
  }

  private static Line line(VerdictReport report, String name) {
    return report.reasons().stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + report.reasons()));
  }

  private static void assertNone(VerdictReport report) {
    assertThat(report.result()).isEqualTo("NO_LIVE_HA_STATE_CANDIDATE");
    assertThat(report.verdict()).isEqualTo("proven");
    assertThat(report.exitCode()).isEqualTo("OK");
  }

  private static void assertUndecided(VerdictReport report) {
    assertThat(report.result()).isEqualTo("UNDECIDED");
    assertThat(report.exitCode()).isEqualTo("UNDECIDED");
    assertThat(report.nextSafeStep()).isEqualTo(NextSafeStep.INVENTORY.sentence());
  }

  private static void assertLive(VerdictReport report) {
    assertThat(report.result()).isEqualTo("LIVE_HA_STATE_CANDIDATE");
    assertThat(report.exitCode()).isEqualTo("OK");
    assertThat(report.authority()).isEqualTo("none");
    assertThat(report.nonClaims()).contains("ha");
    assertThat(report.nextSafeStep()).isEqualTo(NextSafeStep.CONTRACT.sentence());
  }

  @Test
  void the_cluster_of_the_policy_documents_has_no_candidate() {
    VerdictReport report =
        judge(
            Inventories.current()
                .withClasses()
                .minio("local-path", "honey")
                .with(
                    Inventories.store(
                        "seaweedfs-filer", "chrislusf/seaweedfs:3", "local-path", "sting")));

    assertNone(report);
    assertThat(report.authority()).isEqualTo("none");
    assertThat(report.nextSafeStep()).isEqualTo(NextSafeStep.CANDIDATE.sentence());
    assertThat(report.reasons())
        .extracting(Line::name, Line::subject)
        .containsExactly(
            tuple("no-live-candidate", "inventory"),
            tuple("interim-only", "StatefulSet nix-cache/attic-rustfs-openebs"),
            tuple("conditional-distributed", "StatefulSet staging/minio"),
            tuple("conditional-s3", "StatefulSet staging/seaweedfs-filer"),
            tuple("local-storage", "storage class local-path"),
            tuple("node-volumes", "storage class openebs-bumble-zfs"),
            tuple("node-volumes", "storage class longhorn-one"),
            tuple("replicated-storage", "storage class longhorn"),
            tuple("other-storage", "storage class elsewhere"));
    assertThat(line(report, "interim-only").sentence()).contains("interim_only");
    assertThat(line(report, "interim-only").policy())
        .isEqualTo("Allowed use: guarded interim state authority only.");
    assertThat(Records.read(Records.text(report), VerdictReport.class)).isEqualTo(report);
  }

  @Test
  void none_is_red_only_where_one_was_asked_for() {
    VerdictReport report = InventoryVerdict.of(Inventories.current().evidence(), STRICT);

    assertThat(report.command()).isEqualTo("ha-state-candidate-inventory --fail-without-candidate");
    assertThat(report.result()).isEqualTo("NO_LIVE_HA_STATE_CANDIDATE");
    assertThat(report.exitCode()).isEqualTo("RED");
    assertThat(report.reasons().getFirst().name()).isEqualTo("candidate-missing");
    assertLive(
        InventoryVerdict.of(
            Inventories.current().minio("local-path", "honey", "sting").evidence(), STRICT));
  }

  @Test
  void endpoints_and_storage_on_two_nodes_are_a_candidate_and_no_authority() {
    VerdictReport report =
        judge(Inventories.current().withClasses().minio("local-path", "honey", "sting"));

    assertLive(report);
    assertThat(line(report, "live-candidate").sentence())
        .contains("2 ready endpoints of the service minio on honey, sting")
        .contains("claims on honey, sting")
        .contains("never a proof");
    assertThat(line(report, "conditional-distributed").policy()).contains("quorum design");
  }

  @Test
  void copies_on_several_nodes_are_not_one_nodes_storage() {
    assertLive(judge(Inventories.current().withClasses().minio("longhorn", "honey", "sting")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          local-path   | honey       | a second ready endpoint
          local-path   | honey,honey | a second node of its endpoints
          local-path   | honey,honey | storage that is not one node's: it is on honey
          """)
  void what_a_store_lacks_is_said(String storageClass, String nodes, String lack) {
    VerdictReport report =
        judge(Inventories.current().withClasses().minio(storageClass, nodes.split(",")));

    assertNone(report);
    assertThat(line(report, "conditional-distributed").sentence()).contains(lack);
  }

  @Test
  void endpoints_that_are_not_ready_or_on_a_node_that_is_down_do_not_count() {
    assertNone(judge(Inventories.current().minio("local-path", "honey", "sting").unreadyButOne()));
    VerdictReport down =
        judge(Inventories.current().minio("local-path", "honey", "sting").down("sting"));

    assertNone(down);
    assertThat(line(down, "conditional-distributed").sentence())
        .contains("1 ready endpoint of the service minio on honey")
        .contains("It lacks a second ready endpoint.");
  }

  @Test
  void endpoints_of_two_stores_are_not_those_of_one() {
    assertNone(
        judge(
            Inventories.current()
                .with(Inventories.store("minio-a", "minio", "local-path", "honey"))
                .with(Inventories.store("minio-b", "minio", "local-path", "sting"))));
  }

  @Test
  void a_store_without_a_service_or_a_claim_or_a_bound_claim_is_none() {
    VerdictReport service =
        judge(Inventories.current().minio("local-path", "honey", "sting").withoutServices());
    VerdictReport claim = judge(Inventories.current().minio(null, "honey", "sting"));
    VerdictReport bound =
        judge(Inventories.current().minio("local-path", "honey", "sting").pending());

    assertNone(service);
    assertThat(line(service, "conditional-distributed").sentence())
        .contains("It lacks a service of S3 with a ready endpoint.");
    assertNone(claim);
    assertThat(line(claim, "conditional-distributed").sentence())
        .contains("It lacks a claim of storage.");
    assertNone(bound);
    assertThat(line(bound, "conditional-distributed").sentence())
        .contains("It lacks a claim that is bound.");
  }

  @Test
  void the_current_path_is_no_candidate_however_many_replicas_it_has() {
    Inventories two =
        Inventories.current()
            .with(
                new Store(
                    "nix-cache",
                    "attic-rustfs-openebs",
                    "rustfs/rustfs",
                    List.of("honey", "sting"),
                    "local-path",
                    List.of()));

    assertNone(judge(two));
  }

  @ParameterizedTest
  @CsvSource({
    "attic-minio, minio/minio",
    "bazel-cache-seaweedfs, chrislusf/seaweedfs",
    "rustfs-cache, x/rustfs:1",
    "api, ghcr.io/zhaofengli/attic:latest",
    "store, buchgr/bazel-remote-cache:v2",
  })
  void stores_of_caches_are_rejected(String name, String image) {
    VerdictReport report =
        judge(
            Inventories.current()
                .with(Inventories.store(name, image, "local-path", "honey", "sting")));

    assertNone(report);
    assertThat(line(report, "cache-surface").policy())
        .isEqualTo("cache availability is not OpenTofu state authority");
  }

  @Test
  void another_rustfs_is_conditional_with_the_sentence_about_its_tooling() {
    VerdictReport report =
        judge(
            Inventories.current()
                .with(Inventories.store("state", "x/rustfs:1", "local-path", "honey", "sting")));

    assertLive(report);
    assertThat(line(report, "conditional-rustfs").policy()).contains("admin/heal tooling");
  }

  @Test
  void masters_of_seaweedfs_serve_no_s3() {
    Store master =
        Inventories.store("weed", "chrislusf/seaweedfs:3", "local-path", "honey", "sting");

    assertNone(judge(Inventories.current().running("StatefulSet", master, 9333)));
    assertLive(judge(Inventories.current().running("StatefulSet", master, 8333)));
  }

  @Test
  void a_gateway_is_judged_by_the_storage_of_its_product() {
    Store gateway = Inventories.store("s3", "chrislusf/seaweedfs:3", null, "honey", "sting");
    Store data = Inventories.store("volume", "chrislusf/seaweedfs:3", "local-path", "honey");
    Store more =
        Inventories.store("volume", "chrislusf/seaweedfs:3", "local-path", "honey", "sting");

    VerdictReport alone = judge(Inventories.current().running("Deployment", gateway, 8333));
    assertUndecided(alone);
    assertThat(line(alone, "candidate-unclear").sentence()).contains("where its data is");
    assertNone(
        judge(
            Inventories.current()
                .running("Deployment", gateway, 8333)
                .running("StatefulSet", data, 8080)));
    assertLive(
        judge(
            Inventories.current()
                .running("Deployment", gateway, 8333)
                .running("StatefulSet", more, 8080)));
  }

  @Test
  void pods_of_kinds_that_are_not_listed_are_seen_and_jobs_are_no_service() {
    Store store = Inventories.store("pool", "minio/minio", "local-path", "honey", "sting");

    assertLive(judge(Inventories.current().running("Tenant", store, 9000)));
    assertNone(judge(Inventories.current().running("Job", store, 9000)));
  }

  @Test
  void data_in_a_folder_of_the_node_is_unclear() {
    VerdictReport report =
        judge(
            Inventories.current()
                .with(
                    new Store(
                        "staging",
                        "minio",
                        "minio/minio",
                        List.of("honey", "sting"),
                        null,
                        List.of("hostPath"))));

    assertUndecided(report);
    assertThat(line(report, "candidate-unclear").sentence())
        .contains("whether its data is in hostPath");
  }

  @Test
  void storage_that_is_not_known_is_unclear() {
    assertUndecided(
        judge(Inventories.current().withClasses().minio("elsewhere", "honey", "sting")));
    assertUndecided(
        judge(Inventories.current().minio("longhorn", "honey", "sting").without("claims")));
    assertUndecided(
        judge(
            Inventories.current()
                .withClasses()
                .minio("local-path", "honey", "sting")
                .without("volumes")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deployments", "statefulSets", "daemonSets", "pods", "services"})
  void a_part_in_which_a_candidate_could_hide_decides(String part) {
    VerdictReport report = judge(Inventories.current().without(part));

    assertUndecided(report);
    assertThat(report.reasons().getFirst().name()).isEqualTo("inventory-unseen/forbidden");
    assertUndecided(
        judge(Inventories.current().minio("local-path", "honey", "sting").without(part)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"storageClasses", "claims", "volumes", "nodes"})
  void a_part_that_no_store_needs_decides_nothing_and_is_named(String part) {
    VerdictReport report = judge(Inventories.current().minio("local-path", "honey").without(part));

    assertNone(report);
    assertThat(report.reasons().getFirst().sentence())
        .contains("Not seen, and not needed for this:")
        .contains("(forbidden)");
  }

  @Test
  void a_cluster_without_the_current_path_proves_nothing() {
    VerdictReport report = judge(Inventories.current().withoutWorkloads());

    assertUndecided(report);
    assertThat(report.reasons().getFirst())
        .extracting(Line::name, Line::subject)
        .containsExactly("inventory-unseen/current-path", "nix-cache/attic-rustfs-openebs");
    assertUndecided(
        InventoryVerdict.of(Inventories.current().withoutWorkloads().evidence(), STRICT));
  }

  @Test
  void a_current_path_that_could_not_be_seen_is_not_said_to_be_elsewhere() {
    assertThat(judge(Inventories.current().without("statefulSets", "pods")).reasons())
        .extracting(Line::name)
        .contains("inventory-unseen/forbidden")
        .doesNotContain("inventory-unseen/current-path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_CLUSTER", "UNREACHABLE", "UNAUTHORIZED", "ERROR"})
  void no_cluster_is_undecided_with_its_reason(String access) {
    Access reachable = Access.valueOf(access);
    VerdictReport report = InventoryVerdict.of(nothing(reachable), STRICT);

    assertUndecided(report);
    assertThat(report.reasons())
        .extracting(Line::name)
        .containsExactly("inventory-unseen/" + WorkloadVerdict.word(reachable));
  }

  private static InventoryEvidence nothing(Access access) {
    return new InventoryEvidence(
        "no kubeconfig",
        access,
        missing(access),
        missing(access),
        missing(access),
        missing(access),
        missing(access),
        missing(access),
        missing(access),
        missing(access),
        missing(access),
        "2026-11-21T05:00:00Z");
  }

  private static <T> Part<List<T>> missing(Access access) {
    return new Part<>(access, "none", null);
  }

  /** Every part taken away from every shape of cluster: never a proof that was not there before. */
  @Test
  void seeing_less_never_proves_more() {
    List<String> parts =
        List.of(
            "deployments",
            "statefulSets",
            "daemonSets",
            "pods",
            "services",
            "storageClasses",
            "claims",
            "volumes",
            "nodes");
    for (String storageClass : List.of("local-path", "longhorn", "elsewhere")) {
      for (List<String> nodes :
          List.of(List.of("honey"), List.of("honey", "honey"), List.of("honey", "sting"))) {
        VerdictReport whole = judge(cluster(storageClass, nodes));
        for (int mask = 1; mask < 1 << parts.size(); mask++) {
          Inventories less = cluster(storageClass, nodes);
          for (int i = 0; i < parts.size(); i++) {
            if ((mask & 1 << i) != 0) {
              less.without(parts.get(i));
            }
          }
          VerdictReport report = judge(less);
          assertThat(report.result())
              .as("%s on %s without %s", storageClass, nodes, mask)
              .isIn(whole.result(), "UNDECIDED");
          assertThat(report.authority()).isEqualTo("none");
        }
      }
    }
  }

  private static Inventories cluster(String storageClass, List<String> nodes) {
    return Inventories.current().withClasses().minio(storageClass, nodes.toArray(String[]::new));
  }
}
