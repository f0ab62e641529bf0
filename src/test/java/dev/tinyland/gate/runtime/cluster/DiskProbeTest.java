package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Asked;
import dev.tinyland.gate.runtime.cluster.ApiServer.Frame;
import dev.tinyland.gate.runtime.cluster.ApiServer.Session;
import dev.tinyland.gate.runtime.evidence.DiskEvidence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Marker;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Presence;
import dev.tinyland.gate.runtime.evidence.DiskEvidence.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the volume shows of buckets, and when it shows nothing. */
class DiskProbeTest {
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

  private DiskEvidence disk(String... buckets) {
    try (ClusterCollector collector = Clusters.collector(folder, server.url())) {
      return collector.disk(List.of(buckets));
    }
  }

  private DiskEvidence disk(Function<Asked, Object> commands) {
    server.commands(commands);
    return disk("tofu-state");
  }

  private static void assertNothingSeen(DiskEvidence evidence) {
    assertThat(evidence.available()).isFalse();
    for (Marker marker : evidence.markers()) {
      assertThat(marker.data().presence()).isEqualTo(Presence.UNKNOWN);
      assertThat(marker.metadata().presence()).isEqualTo(Presence.UNKNOWN);
    }
  }

  @Test
  void both_folders_of_a_bucket_after_two_of_known_truth() {
    DiskEvidence evidence = disk("tofu-state", "attic");

    assertThat(evidence.available()).isTrue();
    assertThat(evidence.unavailable()).isNull();
    assertThat(evidence.pod()).isEqualTo(Bodies.POD_NAME);
    assertThat(evidence.uid()).isEqualTo("pod-uid-1");
    assertThat(evidence.container()).isEqualTo("rustfs");
    assertThat(evidence.controls())
        .extracting(Probe::presence)
        .containsExactly(Presence.YES, Presence.NO);
    assertThat(evidence.markers())
        .extracting(Marker::bucket, m -> m.data().presence(), m -> m.metadata().presence())
        .containsExactly(
            tuple("tofu-state", Presence.YES, Presence.YES),
            tuple("attic", Presence.NO, Presence.NO));
    assertThat(evidence.markers().get(1).metadata())
        .isEqualTo(
            new Probe(
                "/data/.rustfs.sys/buckets/attic", Presence.NO, 1, null, "2026-11-21T05:00:00Z"));
  }

  @Test
  void nothing_but_get_and_nothing_but_test_d() {
    disk("tofu-state");

    assertThat(server.asked()).allSatisfy(asked -> assertThat(asked.method()).isEqualTo("GET"));
    List<Asked> commands =
        server.asked().stream().filter(asked -> asked.path().endsWith("/exec")).toList();
    assertThat(commands).hasSize(4);
    assertThat(commands)
        .allSatisfy(asked -> {
          assertThat(asked.command()).hasSize(3).startsWith("test", "-d");
          assertThat(asked.query())
              .endsWith("&container=rustfs&stdout=true&stderr=true")
              .doesNotContain("stdin", "tty");
          assertThat(asked.header("sec-websocket-protocol")).isEqualTo("v4.channel.k8s.io");
          assertThat(asked.header("authorization")).isEqualTo("Bearer " + Clusters.TOKEN);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Tofu", "../etc", "a;b", "a b", "-rf", "a..b", "$(id)", "a\nb"})
  void names_of_no_bucket_are_refused_before_anything_is_asked(String bucket) {
    assertThatThrownBy(() -> disk(bucket)).isInstanceOf(IllegalArgumentException.class);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_right_that_is_missing() {
    DiskEvidence evidence = disk(asked -> Bodies.forbidden("pods"));

    assertNothingSeen(evidence);
    assertThat(evidence.unavailable()).contains("FORBIDDEN, HTTP 403");
    assertThat(server.paths().stream().filter(path -> path.endsWith("/exec"))).hasSize(2);
  }

  @Test
  void a_container_without_the_program() {
    DiskEvidence evidence =
        disk(asked ->
            Session.of(
                new Frame(
                    3,
                    "{\"status\":\"Failure\",\"reason\":\"InternalError\",\"message\":\"error"
                        + " executing command in container: exec: \\\"test\\\": executable"
                        + " file not found in $PATH\",\"code\":500}")));

    assertNothingSeen(evidence);
    assertThat(evidence.unavailable()).contains("executable file not found in $PATH");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 126, 127, 137})
  void exit_codes_of_no_answer_are_unknown(int code) {
    DiskEvidence evidence =
        disk(asked -> Session.of(new Frame(2, "test: oops\n"), new Frame(3, Bodies.exit(code))));

    assertNothingSeen(evidence);
    assertThat(evidence.controls().getFirst())
        .extracting(Probe::exitCode, Probe::detail)
        .containsExactly(code, "test: oops");
  }

  @Test
  void no_word_on_how_it_ended_is_unknown() {
    DiskEvidence evidence = disk(asked -> Session.of(new Frame(1, "")));

    assertNothingSeen(evidence);
    assertThat(evidence.unavailable()).contains("did not say how it ended");
  }

  @Test
  void words_that_are_no_status_are_unknown() {
    assertNothingSeen(disk(asked -> Session.of(new Frame(3, "command terminated"))));
    assertNothingSeen(disk(asked -> Session.of(new Frame(3, "{\"status\":\"Failure\"}"))));
    assertNothingSeen(
        disk(asked -> Session.of(new Frame(3, Bodies.exit(1).replace("\"1\"", "\"one\"")))));
  }

  @Test
  void a_command_without_an_end() {
    server.commands(asked -> new Session(List.of(), true));
    try (ClusterCollector collector =
        Clusters.collector(folder, server.url(), Duration.ofMillis(500))) {
      DiskEvidence evidence = collector.disk(List.of("tofu-state"));

      assertNothingSeen(evidence);
      assertThat(evidence.unavailable()).contains("no end of it within 500 ms");
    }
  }

  @Test
  void a_container_in_which_everything_is_there_or_nothing_is() {
    DiskEvidence all = disk(asked -> Session.of(new Frame(3, Bodies.OK)));
    DiskEvidence none = disk(asked -> Session.of(new Frame(3, Bodies.exit(1))));

    assertNothingSeen(all);
    assertThat(all.unavailable()).isEqualTo("a folder that cannot exist was said to be there");
    assertNothingSeen(none);
    assertThat(none.unavailable()).isEqualTo("the data root is no folder in this container");
  }

  @Test
  void one_marker_that_cannot_be_tested_is_unknown_and_the_others_count() {
    Function<Asked, Object> usual = Bodies.folders(Set.of("/data", "/data/tofu-state"));
    DiskEvidence evidence =
        disk(asked ->
            asked.command().get(2).contains(".rustfs.sys")
                ? Session.of(new Frame(3, Bodies.exit(127)))
                : usual.apply(asked));

    assertThat(evidence.available()).isTrue();
    assertThat(evidence.markers().getFirst().data().presence()).isEqualTo(Presence.YES);
    assertThat(evidence.markers().getFirst().metadata().presence()).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void a_pod_that_is_gone_in_the_middle() {
    server.on(Bodies.POD, Bodies.absent("pods", Bodies.POD_NAME));
    server.commands(asked ->
        asked.command().get(2).contains("tofu")
            ? Bodies.absent("pods", Bodies.POD_NAME)
            : Bodies.folders(Set.of("/data")).apply(asked));

    DiskEvidence evidence = disk("tofu-state");

    assertNothingSeen(evidence);
    assertThat(evidence.unavailable()).contains("could not be looked at again: ABSENT");
    assertThat(evidence.markers().getFirst().data().detail()).startsWith("ABSENT, HTTP 404");
  }

  @Test
  void a_restart_in_between_makes_it_unavailable() {
    server.on(Bodies.POD, Answer.json(200, Bodies.pod(Bodies.POD_NAME, "pod-uid-1", 1)));
    assertThat(disk("tofu-state").available()).isFalse();

    server.on(Bodies.POD, Answer.json(200, Bodies.pod(Bodies.POD_NAME, "pod-uid-2", 0)));
    DiskEvidence evidence = disk("tofu-state");

    assertThat(evidence.available()).isFalse();
    assertThat(evidence.unavailable()).contains("replaced");
    assertThat(evidence.markers().getFirst().data().presence()).isEqualTo(Presence.YES);
  }

  @Test
  void no_pod_and_no_deployment_to_ask() {
    server.on(Bodies.PODS, Answer.json(200, Bodies.list("Pod")));
    DiskEvidence none = disk("tofu-state");
    server.on(Bodies.DEPLOYMENT, Bodies.absent("deployments.apps", "attic-rustfs-openebs"));
    DiskEvidence absent = disk("tofu-state");

    assertNothingSeen(none);
    assertThat(none.unavailable())
        .isEqualTo("no pod to ask: ABSENT, none of the 0 pods is running");
    assertNothingSeen(absent);
    assertThat(absent.pod()).isNull();
  }

  @Test
  void the_container_among_several_is_the_one_that_mounts_the_data() {
    String two =
        Bodies.pod(Bodies.POD_NAME, "pod-uid-1", 0)
            .replace("\"containers\":[", "\"containers\":[{\"name\":\"sidecar\"},");
    server.on(Bodies.PODS, Answer.json(200, Bodies.list("Pod", two)));
    DiskEvidence told = disk("tofu-state");
    server.on(
        Bodies.PODS, Answer.json(200, Bodies.list("Pod", two.replace("\"/data\"", "\"/other\""))));
    DiskEvidence untold = disk("tofu-state");

    assertThat(told.container()).isEqualTo("rustfs");
    assertThat(told.available()).isTrue();
    assertNothingSeen(untold);
    assertThat(untold.unavailable()).contains("cannot be told");
  }
}
