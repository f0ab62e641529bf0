package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Fault;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Node;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.ClaimTemplate;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Endpoint;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Port;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Service;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Volume;
import dev.tinyland.gate.runtime.evidence.InventoryEvidence.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of a whole cluster, over real sockets. */
class InventoryTest {
  @TempDir private Path folder;
  private ApiServer server;

  @BeforeEach
  void start() throws IOException {
    server = Cargo.loaded(ApiServer.plain());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private InventoryEvidence inventory() {
    return inventory(Duration.ofSeconds(20));
  }

  private InventoryEvidence inventory(Duration timeout) {
    try (ClusterCollector collector = Clusters.collector(folder, server.url(), timeout)) {
      return collector.inventory();
    }
  }

  private static List<Access> accesses(InventoryEvidence evidence) {
    return List.of(
        evidence.deployments().access(),
        evidence.statefulSets().access(),
        evidence.daemonSets().access(),
        evidence.pods().access(),
        evidence.services().access(),
        evidence.storageClasses().access(),
        evidence.claims().access(),
        evidence.volumes().access(),
        evidence.nodes().access());
  }

  private static <T> T value(Part<T> part) {
    return Objects.requireNonNull(part.value(), String.valueOf(part.detail()));
  }

  @Test
  void workloads_of_all_namespaces_without_what_they_are_started_with() {
    InventoryEvidence evidence = inventory();

    assertThat(value(evidence.deployments()))
        .containsExactly(
            new Workload(
                "Deployment",
                "nix-cache",
                "attic-rustfs-openebs",
                List.of("rustfs/rustfs:1.0.0-beta.1"),
                1,
                1,
                List.of(),
                List.of()));
    assertThat(value(evidence.statefulSets()))
        .containsExactly(
            new Workload(
                "StatefulSet",
                "staging",
                "minio",
                List.of("quay.io/minio/minio:r1"),
                2,
                1,
                List.of(),
                List.of(new ClaimTemplate("data", "local-path"))));
    assertThat(value(evidence.daemonSets()))
        .containsExactly(
            new Workload(
                "DaemonSet",
                "longhorn-system",
                "longhorn-manager",
                List.of("longhornio/longhorn-manager"),
                3,
                2,
                List.of("shared"),
                List.of()));
    assertThat(Records.text(evidence)).doesNotContain("hidden", "PASSWORD");
    assertThat(Records.read(Records.text(evidence), InventoryEvidence.class)).isEqualTo(evidence);
  }

  @Test
  void pods_know_what_keeps_them_running_and_what_they_keep() {
    List<Pod> pods = value(inventory().pods());

    assertThat(pods)
        .extracting(Pod::name, Pod::ownerKind, Pod::ownerName, Pod::phase, Pod::ready)
        .containsExactly(
            tuple(
                "attic-rustfs-openebs-6d5f-x2x7k",
                "Deployment",
                "attic-rustfs-openebs",
                "Running",
                true),
            tuple("minio-0", "StatefulSet", "minio", "Running", true),
            tuple("minio-1", "StatefulSet", "minio", "Terminating", false),
            tuple("rollout-6d5f-a", "ReplicaSet", "rollout-99", "Running", true),
            tuple("alone", "Pod", "alone", "Pending", false));
    assertThat(pods.get(1))
        .extracting(Pod::node, Pod::images, Pod::claims, Pod::volumes)
        .containsExactly(
            "bumble", List.of("i:1"), List.of("data-minio-0"), List.of("hostPath", "emptyDir"));
  }

  @Test
  void slices_of_a_service_are_one_service() {
    assertThat(value(inventory().services()))
        .containsExactly(
            new Service(
                "staging",
                "minio",
                List.of(new Port("http", 9000)),
                List.of(
                    new Endpoint(true, "bumble", "minio-0"),
                    new Endpoint(false, "bumble", "minio-1"))),
            new Service("staging", "loose", List.of(), List.of(new Endpoint(true, null, null))));
  }

  @Test
  void storage_with_copies_pools_and_nodes_but_no_zones() {
    InventoryEvidence evidence = inventory();

    assertThat(value(evidence.storageClasses()))
        .containsExactly(
            new StorageClass("local-path", "rancher.io/local-path", null, null, "Delete"),
            new StorageClass("longhorn", "driver.longhorn.io", 3, null, null),
            new StorageClass("zfs", "zfs.csi.openebs.io", null, "tank", null));
    assertThat(value(evidence.claims()))
        .containsExactly(
            new Claim(
                "staging",
                "data-minio-0",
                "Bound",
                List.of("ReadWriteOnce"),
                "local-path",
                "pvc-1"),
            new Claim("staging", "waiting", "Unknown", List.of(), null, null));
    assertThat(value(evidence.volumes()))
        .containsExactly(
            new Volume("pvc-1", "local-path", "hostPath", List.of("bumble")),
            new Volume("pvc-2", "local-path", "ebs.csi.aws.com", List.of()),
            new Volume("pvc-3", "local-path", "zfs.csi.openebs.io", List.of()));
    assertThat(value(evidence.nodes()))
        .containsExactly(new Node("bumble", true, true), new Node("sting", false, true));
  }

  @Test
  void each_list_is_asked_for_once_with_get_in_pages() {
    inventory();

    assertThat(server.asked())
        .hasSize(9)
        .allSatisfy(asked -> {
          assertThat(asked.method()).isEqualTo("GET");
          assertThat(asked.query()).isEqualTo("limit=250");
        });
    assertThat(server.paths()).doesNotHaveDuplicates();
  }

  @Test
  void pages_are_put_together_and_a_list_without_an_end_is_an_error() {
    server
        .on(
            Cargo.CLAIMS,
            asked ->
                asked.query().contains("continue=t")
                    ? Cargo.list(
                        "PersistentVolumeClaim",
                        "{\"metadata\":{\"name\":\"b\",\"namespace\":\"n\"}}")
                    : Answer.json(
                        200,
                        Bodies.list(
                                "PersistentVolumeClaim",
                                "{\"metadata\":{\"name\":\"a\",\"namespace\":\"n\"}}")
                            .replace(
                                "\"metadata\":{},\"items\"",
                                "\"metadata\":{\"continue\":\"t\"},\"items\"")))
        .on(
            Cargo.PODS,
            Answer.json(
                200, "{\"kind\":\"PodList\",\"metadata\":{\"continue\":\"x\"},\"items\":[]}"));

    InventoryEvidence evidence = inventory();

    assertThat(value(evidence.claims())).extracting(Claim::name).containsExactly("a", "b");
    assertThat(evidence.pods()).isEqualTo(new Part<>(Access.ERROR, "more than 5000 objects", null));
    assertThat(server.paths()).filteredOn(Cargo.PODS::equals).hasSize(20);
  }

  @Test
  void what_the_role_does_not_allow_is_forbidden_also_where_it_is_the_first() {
    server
        .on(Cargo.DEPLOYMENTS, Bodies.forbidden("deployments"))
        .on(Cargo.VOLUMES, Bodies.forbidden("persistentvolumes"))
        .on(Cargo.SLICES, Answer.text(404, "404 page not found\n"));

    InventoryEvidence evidence = inventory();

    assertThat(evidence.reachable()).isEqualTo(Access.SEEN);
    assertThat(accesses(evidence))
        .containsExactly(
            Access.FORBIDDEN,
            Access.SEEN,
            Access.SEEN,
            Access.SEEN,
            Access.NO_SUCH_KIND,
            Access.SEEN,
            Access.SEEN,
            Access.FORBIDDEN,
            Access.SEEN);
    assertThat(evidence.volumes().value()).isNull();
  }

  @Test
  void answers_that_are_no_lists_and_answers_that_do_not_end() {
    server
        .on(Cargo.DEPLOYMENTS, new Answer(200, "text/html", "<html>", Map.of(), Fault.NONE))
        .on(Cargo.STATEFUL_SETS, Answer.json(500, "{}"))
        .on(Cargo.DAEMON_SETS, Cargo.list("DaemonSet", "{\"metadata\":{\"name\":\"x\"}}"))
        .on(Cargo.PODS, Cargo.list("Pod").with(Fault.CUT))
        .on(Cargo.CLAIMS, Cargo.list("PersistentVolumeClaim").with(Fault.HALTED));

    InventoryEvidence evidence = inventory(Duration.ofMillis(700));

    assertThat(accesses(evidence))
        .containsExactly(
            Access.ERROR,
            Access.ERROR,
            Access.ERROR,
            Access.UNREACHABLE,
            Access.SEEN,
            Access.SEEN,
            Access.UNREACHABLE,
            Access.SEEN,
            Access.SEEN);
    assertThat(evidence.daemonSets().detail()).isEqualTo("metadata.namespace is missing");
  }

  @Test
  void credentials_that_are_not_accepted_and_no_cluster_at_all() {
    server.on(Cargo.DEPLOYMENTS, Bodies.unauthorized());
    InventoryEvidence refused = inventory();
    assertThat(server.asked()).hasSize(1);
    InventoryEvidence none;
    try (ClusterCollector collector =
        ClusterCollector.open(
            ClusterSettings.defaults().withKubeconfig(folder.resolve("none"), null),
            Map.of(),
            List.of(),
            Clock.systemUTC())) {
      none = collector.inventory();
    }

    assertThat(refused.reachable()).isEqualTo(Access.UNAUTHORIZED);
    assertThat(accesses(refused)).containsOnly(Access.UNAUTHORIZED);
    assertThat(none.reachable()).isEqualTo(Access.NO_CLUSTER);
    assertThat(accesses(none)).containsOnly(Access.NO_CLUSTER);
  }
}
