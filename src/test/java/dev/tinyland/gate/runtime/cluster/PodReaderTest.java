package dev.tinyland.gate.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Frame;
import dev.tinyland.gate.runtime.cluster.ApiServer.Session;
import dev.tinyland.gate.runtime.evidence.ClusterEvidence.Access;
import dev.tinyland.gate.runtime.evidence.LogEvidence;
import dev.tinyland.gate.runtime.evidence.VersionEvidence;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version of the program in the pod, and its log. */
class PodReaderTest {
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

  private VersionEvidence version() {
    try (ClusterCollector collector = Clusters.collector(folder, server.url())) {
      return collector.version();
    }
  }

  private LogEvidence logs(boolean previous) {
    try (ClusterCollector collector = Clusters.collector(folder, server.url())) {
      return collector.logs(Duration.ofMinutes(30), previous);
    }
  }

  @Test
  void the_first_line_of_the_version_and_the_digest() {
    assertThat(version())
        .isEqualTo(
            new VersionEvidence(
                Bodies.POD_NAME,
                "rustfs v1.0.0-beta.1",
                null,
                "rustfs/rustfs:1.0.0-beta.1",
                "rustfs/rustfs@sha256:0f0f",
                "2026-11-21T05:00:00Z"));
    assertThat(server.asked().getLast().command()).containsExactly("rustfs", "--version");
  }

  @Test
  void a_version_that_is_not_told_is_none_and_the_digest_stays() {
    server.commands(asked -> Session.of(new Frame(1, "rustfs v1\n"), new Frame(3, Bodies.exit(2))));
    assertThat(version())
        .extracting(VersionEvidence::version, VersionEvidence::unavailable)
        .containsExactly(null, "exit code 2");

    server.commands(asked -> Session.of(new Frame(1, "rustfs v1\n")));
    assertThat(version().version()).isNull();

    server.commands(asked -> Bodies.forbidden("pods"));
    assertThat(version().unavailable()).startsWith("FORBIDDEN, HTTP 403");
    assertThat(version().imageId()).isEqualTo("rustfs/rustfs@sha256:0f0f");
  }

  @Test
  void a_flood_of_output_is_bounded() {
    Frame[] frames = new Frame[40];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = new Frame(1, "x".repeat(1000));
    }
    frames[39] = new Frame(3, Bodies.OK);
    server.commands(asked -> Session.of(frames));

    assertThat(version().version()).hasSize(200);
  }

  @Test
  void the_log_is_asked_for_in_bounds_and_redacted() {
    server.on(
        Bodies.LOG,
        Answer.text(200, "local disk /data health is faulty\naccess_key=rustfsadmin\n\n"));

    LogEvidence evidence = logs(false);

    assertThat(evidence.access()).isEqualTo(Access.SEEN);
    assertThat(evidence.lines())
        .containsExactly("local disk /data health is faulty", "access_key=[redacted]");
    assertThat(evidence.cut()).isFalse();
    assertThat(server.asked().getLast().query())
        .isEqualTo("container=rustfs&sinceSeconds=1800&tailLines=500&limitBytes=262144");
  }

  @Test
  void what_is_over_the_bound_is_cut_at_a_line() {
    server.on(Bodies.LOG, Answer.text(200, "whole line\n" + "secret_part".repeat(40_000)));

    LogEvidence evidence = logs(false);

    assertThat(evidence.cut()).isTrue();
    assertThat(evidence.lines()).containsExactly("whole line");
  }

  @Test
  void a_log_that_is_not_there_a_right_that_is_missing_and_a_page_of_html() {
    assertThat(logs(true).access()).isEqualTo(Access.NO_SUCH_KIND);
    server.on(
        Bodies.LOG,
        Answer.json(
            400,
            Bodies.status(
                400,
                "BadRequest",
                "previous terminated container \\\"rustfs\\\" in pod not found",
                "{}")));
    assertThat(logs(true).access()).isEqualTo(Access.ABSENT);
    assertThat(logs(false).access()).isEqualTo(Access.ERROR);
    server.on(Bodies.LOG, Bodies.forbidden("pods/log"));
    assertThat(logs(false).access()).isEqualTo(Access.FORBIDDEN);
    server.on(
        Bodies.LOG,
        Answer.json(
            404,
            Bodies.status(
                404, "NotFound", "pods \\\"bumble\\\" not found", "{\"name\":\"bumble\"}")));
    assertThat(logs(false).access()).isEqualTo(Access.ABSENT);
  }
}
