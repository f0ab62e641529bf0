package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Fault;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Claim;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Deployment;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Endpoint;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Node;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Part;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Pod;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.StorageClass;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.ZfsNode;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.ZfsVolume;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of a cluster, over real sockets. */
class ClusterCollectorTest {
  @TempDir private Path folder;
  private ApiServer server;

  @BeforeEach
  void start() throws IOException {
    server = Bodies.healthy(ApiServer.plain());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private ClusterEvidence collect() {
    try (ClusterCollector collector = Clusters.collector(folder, server.url())) {
      return collector.collect();
    }
  }

  private static List<Access> accesses(ClusterEvidence evidence) {
    return List.of(
        evidence.deployment().access(),
        evidence.pods().access(),
        evidence.endpoints().access(),
        evidence.claim().access(),
        evidence.storageClass().access(),
        evidence.zfsNodes().access(),
        evidence.zfsVolumes().access(),
        evidence.nodes().access(),
        evidence.events().access());
  }

  @Test
  void the_singleton_of_the_policy_documents() {
    ClusterEvidence evidence = collect();

    assertThat(evidence)
        .isEqualTo(
            new ClusterEvidence(
                "kubeconfig",
                Access.SEEN,
                seen(
                    new Deployment(
                        "attic-rustfs-openebs",
                        1,
                        1,
                        1,
                        4,
                        4,
                        List.of("rustfs/rustfs:1.0.0-beta.1"),
                        "app=attic-rustfs-openebs,tier=s3")),
                seen(
                    List.of(
                        new Pod(
                            Bodies.POD_NAME,
                            "pod-uid-1",
                            "Running",
                            "bumble",
                            "2026-05-06T00:58:53Z",
                            true,
                            0,
                            "rustfs/rustfs:1.0.0-beta.1",
                            "rustfs/rustfs@sha256:0f0f",
                            null))),
                seen(List.of(new Endpoint(true, "bumble", "pod-uid-1"))),
                seen(
                    new Claim(
                        "attic-rustfs-openebs-data",
                        "Bound",
                        List.of("ReadWriteOnce"),
                        "openebs-bumble-zfs",
                        "50Gi",
                        "pvc-1b2c",
                        "zfs.csi.openebs.io",
                        List.of("bumble"))),
                seen(new StorageClass("openebs-bumble-zfs", "zfs.csi.openebs.io", "zfspv-pool")),
                seen(List.of(new ZfsNode("bumble", List.of("zfspv-pool")))),
                seen(List.of(new ZfsVolume("pvc-1b2c", "bumble", "zfspv-pool", "Ready"))),
                seen(
                    List.of(
                        new Node("bumble", true, true),
                        new Node("honey", true, true),
                        new Node("sting", true, true))),
                seen(List.of()),
                "2026-11-21T05:00:00Z"));
    assertThat(Records.read(Records.text(evidence), ClusterEvidence.class)).isNotNull();
  }

  private static <T> T value(Part<T> part) {
    return Objects.requireNonNull(part.value(), String.valueOf(part.detail()));
  }

  private static <T> Part<T> seen(T value) {
    return new Part<>(Access.SEEN, null, value);
  }

  @Test
  void everything_is_asked_once_with_get_and_with_the_credentials() {
    collect();

    assertThat(server.asked()).allSatisfy(asked -> assertThat(asked.method()).isEqualTo("GET"));
    assertThat(server.asked())
        .allSatisfy(asked ->
            assertThat(asked.header("authorization")).isEqualTo("Bearer " + Clusters.TOKEN));
    assertThat(server.paths()).doesNotHaveDuplicates().hasSize(10);
    assertThat(server.asked())
        .allSatisfy(asked -> assertThat(asked.query()).doesNotContain("watch"));
  }

  @Test
  void two_replicas_and_two_families_of_addresses_are_two_endpoints() {
    String unready =
        Bodies.slice("uid-b").replace("\"ready\":true", "\"ready\":true,\"serving\":false");
    server
        .on(Bodies.DEPLOYMENT, Answer.json(200, Bodies.deployment(2)))
        .on(
            Bodies.PODS,
            Answer.json(
                200, Bodies.list("Pod", Bodies.pod("a", "uid-a", 0), Bodies.pod("b", "uid-b", 3))))
        .on(
            Bodies.SLICES,
            Answer.json(
                200,
                Bodies.list(
                    "EndpointSlice",
                    Bodies.slice("uid-a", "uid-b").replace("\"ready\":true", "\"serving\":true"),
                    Bodies.slice("uid-a"),
                    unready)));

    ClusterEvidence evidence = collect();

    assertThat(value(evidence.deployment()).replicas()).isEqualTo(2);
    assertThat(evidence.endpoints().value())
        .containsExactly(
            new Endpoint(true, "bumble", "uid-a"), new Endpoint(false, "bumble", "uid-b"));
    assertThat(value(evidence.pods()).get(1))
        .extracting(Pod::restarts, Pod::lastTermination)
        .containsExactly(3, "OOMKilled, exit code 137, 2026-05-06T00:58:50Z");
  }

  @Test
  void replicas_that_are_not_told_are_one_and_what_the_status_lacks_is_none() {
    server.on(
        Bodies.DEPLOYMENT,
        Answer.json(
            200,
            """
            {"kind":"Deployment","metadata":{"name":"attic-rustfs-openebs","generation":7},
             "spec":{"selector":{"matchExpressions":[{"key":"app","operator":"In","values":["a","b"]},
              {"key":"old","operator":"DoesNotExist"}]}},"status":{"observedGeneration":6}}
            """));

    Deployment deployment = value(collect().deployment());

    assertThat(deployment)
        .isEqualTo(
            new Deployment("attic-rustfs-openebs", 1, 0, 0, 7, 6, List.of(), "app in (a,b),!old"));
    assertThat(server.asked().get(1).query())
        .startsWith("labelSelector=app%20in%20%28a%2Cb%29%2C%21old&");
  }

  @Test
  void no_deployment_is_absent_and_its_pods_cannot_be_named() {
    server
        .on(Bodies.DEPLOYMENT, Bodies.absent("deployments.apps", "attic-rustfs-openebs"))
        .on(Bodies.CLAIM, Bodies.absent("persistentvolumeclaims", "attic-rustfs-openebs-data"))
        .on(Bodies.SLICES, Answer.json(200, Bodies.list("EndpointSlice")))
        .on(Bodies.SERVICE, Bodies.absent("services", "attic-rustfs-openebs"));

    ClusterEvidence evidence = collect();

    assertThat(accesses(evidence))
        .containsExactly(
            Access.ABSENT,
            Access.ABSENT,
            Access.ABSENT,
            Access.ABSENT,
            Access.ABSENT,
            Access.SEEN,
            Access.SEEN,
            Access.SEEN,
            Access.SEEN);
    assertThat(evidence.reachable()).isEqualTo(Access.SEEN);
    assertThat(evidence.deployment().detail())
        .isEqualTo("HTTP 404: deployments.apps \"attic-rustfs-openebs\" not found");
    assertThat(server.paths()).doesNotContain(Bodies.PODS);
  }

  @Test
  void a_service_without_pods_has_no_endpoint_and_is_not_absent() {
    server
        .on(Bodies.SLICES, Answer.json(200, Bodies.list("EndpointSlice")))
        .on(
            Bodies.SERVICE,
            Answer.json(200, "{\"kind\":\"Service\",\"metadata\":{\"name\":\"a\"}}"));

    assertThat(collect().endpoints()).isEqualTo(seen(List.of()));
  }

  @Test
  void what_the_role_does_not_allow_is_forbidden_and_the_rest_is_seen() {
    server
        .on(Bodies.NODES, Bodies.forbidden("nodes"))
        .on(Bodies.EVENTS, Bodies.forbidden("events"))
        .on(Bodies.VOLUME, Bodies.forbidden("persistentvolumes"))
        .on(Bodies.ZFS_NODES, Bodies.forbidden("zfsnodes.zfs.openebs.io"));

    ClusterEvidence evidence = collect();

    assertThat(evidence.nodes().access()).isEqualTo(Access.FORBIDDEN);
    assertThat(evidence.nodes().value()).isNull();
    assertThat(evidence.events().access()).isEqualTo(Access.FORBIDDEN);
    assertThat(evidence.zfsNodes().access()).isEqualTo(Access.FORBIDDEN);
    assertThat(evidence.zfsVolumes().access()).isEqualTo(Access.SEEN);
    assertThat(evidence.claim().access()).isEqualTo(Access.SEEN);
    assertThat(evidence.claim().detail())
        .startsWith("its volume was not seen: FORBIDDEN, HTTP 403");
    assertThat(evidence.claim().value())
        .extracting(Claim::driver, Claim::nodes)
        .containsExactly(null, List.of());
    assertThat(evidence.reachable()).isEqualTo(Access.SEEN);
  }

  @Test
  void a_cluster_that_forbids_everything_is_there_all_the_same() {
    server.on(Bodies.DEPLOYMENT, Bodies.forbidden("deployments"));
    for (String path :
        List.of(
            Bodies.SLICES,
            Bodies.CLAIM,
            Bodies.ZFS_NODES,
            Bodies.ZFS_VOLUMES,
            Bodies.NODES,
            Bodies.EVENTS)) {
      server.on(path, Bodies.forbidden("things"));
    }

    ClusterEvidence evidence = collect();

    assertThat(accesses(evidence)).containsOnly(Access.FORBIDDEN);
    assertThat(evidence.reachable()).isEqualTo(Access.SEEN);
  }

  @Test
  void a_kind_that_is_not_installed_is_not_an_empty_list() {
    server
        .on(Bodies.ZFS_NODES, Answer.text(404, "404 page not found\n"))
        .on(
            Bodies.ZFS_VOLUMES,
            Answer.json(
                404,
                Bodies.status(
                    404, "NotFound", "the server could not find the requested resource", "{}")));
    ClusterEvidence without = collect();
    server
        .on(Bodies.ZFS_NODES, Answer.json(200, Bodies.list("ZFSNode")))
        .on(Bodies.ZFS_VOLUMES, Answer.json(200, Bodies.list("ZFSVolume")));
    ClusterEvidence empty = collect();

    assertThat(without.zfsNodes().access()).isEqualTo(Access.NO_SUCH_KIND);
    assertThat(without.zfsNodes().value()).isNull();
    assertThat(without.zfsVolumes().access()).isEqualTo(Access.NO_SUCH_KIND);
    assertThat(empty.zfsNodes()).isEqualTo(seen(List.of()));
    assertThat(empty.zfsVolumes()).isEqualTo(seen(List.of()));
  }

  @Test
  void credentials_that_are_not_accepted_are_tried_once() {
    server.on(Bodies.DEPLOYMENT, Bodies.unauthorized());

    ClusterEvidence evidence = collect();

    assertThat(evidence.reachable()).isEqualTo(Access.UNAUTHORIZED);
    assertThat(accesses(evidence)).containsOnly(Access.UNAUTHORIZED);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void a_failing_server_is_asked_once_and_is_no_absence() {
    server
        .on(
            Bodies.DEPLOYMENT,
            new Answer(503, "text/plain", "busy", Map.of("Retry-After", "1"), Fault.NONE))
        .on(Bodies.NODES, Answer.json(500, Bodies.status(500, "InternalError", "etcd", "{}")));

    ClusterEvidence evidence = collect();

    assertThat(evidence.deployment()).isEqualTo(new Part<>(Access.ERROR, "HTTP 503", null));
    assertThat(evidence.nodes()).isEqualTo(new Part<>(Access.ERROR, "HTTP 500: etcd", null));
    assertThat(server.paths()).doesNotHaveDuplicates();
  }

  @Test
  void a_server_of_another_kind_is_no_cluster_that_was_seen() {
    for (String path : List.of(Bodies.DEPLOYMENT, Bodies.SLICES, Bodies.CLAIM, Bodies.NODES)) {
      server.on(path, new Answer(200, "text/html", "<html>Log in</html>", Map.of(), Fault.NONE));
    }
    server.on(Bodies.EVENTS, Answer.json(200, "{\"kind\":\"PodList\",\"items\":[]}"));
    server.on(Bodies.ZFS_NODES, Answer.text(404, "<html>Not here</html>"));
    server.on(Bodies.ZFS_VOLUMES, Answer.text(403, "blocked by the proxy"));

    ClusterEvidence evidence = collect();

    assertThat(accesses(evidence)).containsOnly(Access.ERROR);
    assertThat(evidence.reachable()).isEqualTo(Access.ERROR);
  }

  @Test
  void a_redirect_is_not_followed() throws IOException {
    try (ApiServer other = ApiServer.plain()) {
      server.on(
          Bodies.DEPLOYMENT,
          new Answer(302, "text/html", "", Map.of("Location", other.url() + "/steal"), Fault.NONE));

      assertThat(collect().deployment().access()).isEqualTo(Access.ERROR);
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void a_list_of_several_pages_is_read_to_its_end() {
    server.on(
        Bodies.NODES,
        asked ->
            Answer.json(
                200,
                asked.query().contains("continue=next%2Fone")
                    ? Bodies.list("Node", Bodies.node("sting", "False"))
                    : Bodies.list("Node", Bodies.node("bumble", "True"))
                        .replace(
                            "\"metadata\":{},\"items\"",
                            "\"metadata\":{\"continue\":\"next/one\"},\"items\"")));

    assertThat(collect().nodes().value())
        .containsExactly(new Node("bumble", true, true), new Node("sting", false, true));
  }

  @Test
  void a_list_without_an_end_and_an_object_without_a_name_are_errors() {
    server
        .on(
            Bodies.NODES,
            Answer.json(
                200, "{\"kind\":\"NodeList\",\"metadata\":{\"continue\":\"x\"},\"items\":[]}"))
        .on(Bodies.ZFS_NODES, Answer.json(200, Bodies.list("ZFSNode", "{\"pools\":[]}")));

    ClusterEvidence evidence = collect();

    assertThat(evidence.nodes().access()).isEqualTo(Access.ERROR);
    assertThat(evidence.zfsNodes())
        .isEqualTo(new Part<>(Access.ERROR, "metadata.name is missing", null));
  }

  @Test
  void events_of_the_workload_only_the_newest_first_and_without_secrets() {
    server.on(
        Bodies.EVENTS,
        Answer.json(
            200,
            Bodies.list(
                "Event",
                Bodies.event("other-pod", "not ours", "2026-05-06T03:00:00Z"),
                Bodies.event(
                    "attic-rustfs-openebs-gone-pod",
                    "probe failed: http://u:hunter2hunter2@10.0.0.1/x?token=abc\\n::error::boo",
                    "2026-05-06T01:00:00Z"),
                Bodies.event(
                    "attic-rustfs-openebs", "seen " + Clusters.TOKEN, "2026-05-06T02:00:00Z"))));

    List<ClusterEvidence.Event> events = value(collect().events());

    assertThat(events)
        .extracting(ClusterEvidence.Event::message)
        .containsExactly(
            "Pod attic-rustfs-openebs: seen [redacted]",
            "Pod attic-rustfs-openebs-gone-pod: probe failed:"
                + " http://[redacted]@10.0.0.1/x?[redacted]");
    assertThat(events.getFirst().count()).isEqualTo(3);
  }

  @Test
  void foreign_names_are_visible_and_bounded() {
    server.on(
        Bodies.NODES,
        Answer.json(
            200, Bodies.list("Node", Bodies.node("a\\u001b[2J" + "b".repeat(900), "True"))));

    String name = value(collect().nodes()).getFirst().name();

    assertThat(name).startsWith("a\\u001B[2Jb").hasSizeLessThan(320);
  }

  @Test
  void a_pod_that_is_being_deleted_is_terminating() {
    server.on(
        Bodies.PODS,
        Answer.json(
            200,
            Bodies.list(
                "Pod",
                Bodies.pod("a", "uid-a", 0)
                    .replace(
                        "\"uid\":", "\"deletionTimestamp\":\"2026-05-06T00:00:00Z\",\"uid\":"))));

    assertThat(value(collect().pods()).getFirst().phase()).isEqualTo("Terminating");
  }

  @Test
  void a_port_that_nobody_listens_on() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    try (ClusterCollector collector = Clusters.collector(folder, "http://127.0.0.1:" + free)) {
      ClusterEvidence evidence = collector.collect();

      assertThat(evidence.reachable()).isEqualTo(Access.UNREACHABLE);
      assertThat(accesses(evidence)).containsOnly(Access.UNREACHABLE);
      assertThat(evidence.deployment().detail())
          .isEqualTo("no connection: refused or without a way");
    }
  }

  @Test
  void a_name_without_an_address() {
    try (ClusterCollector collector =
        Clusters.collector(folder, "http://no-such-host.invalid:6443")) {
      assertThat(collector.collect().deployment())
          .isEqualTo(new Part<>(Access.UNREACHABLE, "the name of the server has no address", null));
    }
  }

  @Test
  void answers_that_do_not_come_to_an_end() {
    server
        .on(Bodies.CLAIM, Answer.json(200, Bodies.claim()).with(Fault.CUT))
        .on(Bodies.NODES, Answer.json(200, "{").with(Fault.CLOSED))
        .on(Bodies.ZFS_NODES, Answer.json(200, Bodies.list("ZFSNode")).with(Fault.HALTED))
        .on(Bodies.EVENTS, Answer.json(200, "").with(Fault.SILENT));

    try (ClusterCollector collector =
        Clusters.collector(folder, server.url(), Duration.ofMillis(700))) {
      ClusterEvidence evidence = collector.collect();

      assertThat(evidence.deployment().access()).isEqualTo(Access.SEEN);
      assertThat(evidence.claim().access()).isEqualTo(Access.UNREACHABLE);
      assertThat(evidence.claim().detail()).startsWith("the answer ended early");
      assertThat(evidence.nodes().access()).isEqualTo(Access.UNREACHABLE);
      assertThat(evidence.zfsNodes())
          .isEqualTo(new Part<>(Access.UNREACHABLE, "no whole answer within 700 ms", null));
      assertThat(evidence.events().access()).isEqualTo(Access.UNREACHABLE);
      // The JDK itself asks again where a connection ends before the first byte of an answer.
      assertThat(server.paths())
          .filteredOn(path -> !path.equals(Bodies.NODES))
          .doesNotHaveDuplicates();
    }
  }
}
