package dev.tinyland.gate.artifact;

import static dev.tinyland.gate.artifact.RecordingServer.cutAfter;
import static dev.tinyland.gate.artifact.RecordingServer.json;
import static dev.tinyland.gate.artifact.RecordingServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.artifact.RecordingServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An artifact service that fails, refuses or says nothing. */
class ServiceFaultsTest {
  private static final Answer BUSY = json(500, "{\"code\":\"internal\",\"msg\":\"not now\"}");

  @TempDir Path folder;
  private RecordingServer server;
  private Trial trial;
  private Path file;

  @BeforeEach
  void start() throws IOException {
    server = RecordingServer.start();
    trial = new Trial(server);
    file = Files.writeString(folder.resolve("report.json"), "{}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void a_passing_failure_is_tried_again_with_the_same_request(int status) {
    server.on("create", json(status, "{\"msg\":\"not now\"}"));
    trial.uploaded(file);
    assertThat(trial.pauses).containsExactly(3000L);
    assertThat(server.requests("create")).hasSize(2);
    assertThat(server.requests("create").getFirst().text())
        .isEqualTo(server.requests("create").getLast().text());
    assertThat(trial.log())
        .contains(
            "CreateArtifact: the service answered "
                + status
                + " (not now); the next try is in 3000 ms");
  }

  @Test
  void five_failures_are_enough() {
    server.on("finalize", BUSY, BUSY, BUSY, BUSY, BUSY);
    assertThat(trial.reason(file))
        .isEqualTo(
            "FinalizeArtifact failed 5 times, at last as the service answered 500 (not now).");
    assertThat(trial.pauses).containsExactly(3000L, 5625L, 8437L, 12656L);
    assertThat(server.requests("finalize")).hasSize(5);
  }

  @Test
  void the_server_may_ask_for_a_longer_pause() {
    server.on(
        "create",
        json(429, "{}", "Retry-After", "7"),
        json(429, "{}", "Retry-After", "1"),
        json(503, "{}", "Retry-After", "86400"));
    trial.uploaded(file);
    assertThat(trial.pauses).containsExactly(7000L, 5625L, 60000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>gateway</html>", "", "[1]", "{\"ok\":", "\"ok\""})
  void an_answer_that_is_no_json_object_is_tried_again(String body) {
    server.on("create", text(200, body));
    trial.uploaded(file);
    assertThat(trial.pauses).containsExactly(3000L);
  }

  @Test
  void a_name_that_is_taken_is_said_at_once() {
    server.on(
        "create",
        json(
            409,
            "{\"code\":\"already_exists\",\"msg\":\"an artifact with this name already exists\"}"));
    assertThat(trial.reason(file))
        .isEqualTo(
            "The artifact service refused CreateArtifact with 409 (an artifact with this name"
                + " already exists): a name can be used once in a run, by whatever job and attempt.");
    assertThat(trial.pauses).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_name_that_we_may_have_taken_ourselves_is_said() {
    server.on("create", cutAfter(10), json(409, "{}"));
    assertThat(trial.reason(file))
        .endsWith("; an earlier try, which seemed to fail, may have got through.");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409})
  void what_is_refused_stays_refused_whatever_the_body(int status) {
    server.on("create", text(status, "<html>no</html>"), json(status, "{\"msg\":\"no\"}"));
    assertThat(trial.reason(file))
        .startsWith("The artifact service refused CreateArtifact with " + status);
    assertThat(trial.reason(file)).contains(status + " (no)");
    assertThat(trial.pauses).isEmpty();
  }

  @Test
  void a_full_storage_is_said_at_once() {
    server.on("create", json(403, "{\"msg\":\"insufficient usage to create artifact\"}"));
    assertThat(trial.reason(file))
        .startsWith("The storage for artifacts of this account is used up");
    assertThat(trial.pauses).isEmpty();
  }

  @Test
  void an_answer_without_ok_or_without_an_address_is_no_success() {
    server.on("create", json(200, "{\"ok\":false}"), json(200, "{\"ok\":true}"));
    assertThat(trial.reason(file))
        .isEqualTo("The artifact service did not answer CreateArtifact with ok.");
    assertThat(trial.reason(file)).isEqualTo("The artifact service gave no address to upload to.");
    server.on("finalize", json(200, "{}"));
    assertThat(trial.reason(file))
        .isEqualTo("The artifact service did not answer FinalizeArtifact with ok.");
  }

  @Test
  void redirects_are_not_followed_with_the_token() {
    Answer elsewhere =
        exchange -> {
          exchange.getResponseHeaders().set("Location", server.origin() + "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
        };
    server.on("create", elsewhere, elsewhere, elsewhere, elsewhere, elsewhere);
    assertThat(trial.reason(file)).contains("answered 307 without JSON");
    assertThat(server.requests().stream().map(RecordedRequest::path)).doesNotContain("/elsewhere");
  }

  @Test
  void a_lost_answer_is_tried_again() {
    server.on("create", cutAfter(10)).on("finalize", server.silentAfter(() -> {}));
    trial.withRequestTime(Duration.ofMillis(700)).uploaded(file);
    assertThat(trial.log())
        .contains("CreateArtifact: the connection was cut; ")
        .contains("FinalizeArtifact: there was no answer in time; ");
  }

  @Test
  void nobody_at_home_is_tried_five_times() throws IOException {
    RecordingServer gone = RecordingServer.start();
    gone.close();
    Trial lonely = new Trial(gone.origin());
    assertThat(lonely.reason(file))
        .isEqualTo("CreateArtifact failed 5 times, at last as no connection could be made.");
    assertThat(lonely.pauses).hasSize(4);
  }

  @Test
  void an_endless_answer_is_not_read() {
    Answer endless = text(200, "{\"ok\":true,\"x\":\"" + "x".repeat(2 << 20) + "\"}");
    server.on("create", endless, endless, endless, endless, endless);
    assertThat(trial.reason(file)).startsWith("CreateArtifact failed 5 times");
  }

  @Test
  void strangers_words_are_one_short_line_without_queries() {
    server.on(
        "create",
        json(
            400,
            "{\"msg\":\"bad\\n::error::x http://h/p?sig=s3cret \\u001b[31m"
                + "y".repeat(999)
                + "\"}"));
    String reason = trial.reason(file);
    assertThat(reason).contains("bad\\n::error::x http://h/p? \\u001B[31m").hasSizeLessThan(350);
    assertThat(reason).doesNotContain("s3cret", "\n", "\u001b");
  }
}
