package dev.tinyland.gate.artifact;

import static dev.tinyland.gate.artifact.RecordingServer.cutAfter;
import static dev.tinyland.gate.artifact.RecordingServer.json;
import static dev.tinyland.gate.artifact.RecordingServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.artifact.RecordingServer.Answer;
import dev.tinyland.gate.artifact.UploadResult.NotUploaded;
import dev.tinyland.gate.artifact.UploadResult.Uploaded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A blob storage that fails, refuses or breaks off; and ends that come from our side. */
class StorageFaultsTest {
  private static final Answer BUSY = text(503, "<Error><Code>ServerBusy</Code></Error>");

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
  @ValueSource(strings = {"block", "blocklist"})
  void a_busy_storage_gets_the_same_request_again(String kind) {
    server.on(kind, BUSY, text(500, ""), BUSY);
    trial.uploaded(file);
    assertThat(trial.pauses).containsExactly(0L, 4000L, 12000L);
    List<RecordedRequest> tries = server.requests(kind);
    assertThat(tries).hasSize(4);
    assertThat(tries.stream().map(RecordedRequest::rawQuery).distinct()).hasSize(1);
    assertThat(tries.stream().map(each -> each.header("x-ms-client-request-id")).distinct())
        .hasSize(1);
    assertThat(tries.stream().map(RecordedRequest::text).distinct()).hasSize(1);
  }

  @Test
  void four_failures_are_enough() {
    server.on("block", BUSY, BUSY, BUSY, BUSY);
    assertThat(trial.reason(file))
        .isEqualTo(
            "The upload of block 1 failed 4 times, at last as the storage answered 503"
                + " (ServerBusy).");
    assertThat(server.requests("blocklist")).isEmpty();
    assertThat(server.requests("finalize")).isEmpty();
  }

  @Test
  void a_refusal_is_said_at_once() {
    server.on(
        "block",
        text(403, "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code><Message>sig=x"));
    assertThat(trial.reason(file))
        .isEqualTo(
            "The storage refused block 1 with 403 (AuthenticationFailed): the address that it"
                + " signed is not valid, or no longer.");
    assertThat(trial.pauses).isEmpty();
    server.on("blocklist", text(400, "InvalidBlockList"));
    assertThat(trial.reason(file)).isEqualTo("The storage refused the list of blocks with 400.");
  }

  @Test
  void a_connection_that_is_cut_within_a_block_is_tried_again() throws IOException {
    byte[] content = new byte[9 << 20];
    new Random(7).nextBytes(content);
    Path large = Files.write(folder.resolve("large.bin"), content);
    server.on("block", cutAfter(4 << 20), text(201, ""), cutAfter(100));
    Uploaded uploaded = trial.uploaded(large);
    assertThat(uploaded.bytes()).isEqualTo(content.length);
    List<RecordedRequest> blocks = server.requests("block");
    assertThat(blocks.stream().map(block -> block.blockId().substring(36)))
        .containsExactly("000000000000", "000000000000", "000000000001", "000000000001");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(blocks.get(1).body());
    whole.writeBytes(blocks.get(3).body());
    assertThat(whole.toByteArray()).isEqualTo(content);
    assertThat(trial.pauses).containsExactly(0L, 0L);
  }

  @Test
  void an_answer_that_never_comes_is_tried_again() {
    server.on("block", server.silentAfter(() -> {}));
    trial.withRequestTime(Duration.ofMillis(700)).uploaded(file);
    assertThat(trial.log()).contains("Upload of block 1: there was no answer in time");
  }

  @Test
  void the_whole_upload_has_an_end() {
    Answer slow = json(503, "{}", "Retry-After", "60");
    server
        .on("create", slow, slow, slow, slow)
        .on("block", text(503, ""), text(503, ""), text(503, ""))
        .on("finalize", slow, slow, slow, slow);
    assertThat(trial.reason(file))
        .isEqualTo(
            "The upload was given up: it would take longer than the 300 seconds that it has for"
                + " files of this size.");
    assertThat(trial.pauses.stream().mapToLong(pause -> pause).sum()).isLessThan(300_000);
  }

  @Test
  void an_interrupt_ends_it_at_once() {
    Thread uploading = Thread.currentThread();
    server.on("block", server.silentAfter(uploading::interrupt));
    UploadResult result = trial.file("report.json", file);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isEqualTo(new NotUploaded("The upload was interrupted."));
    assertThat(server.requests()).hasSize(2);
    assertThat(trial.pauses).isEmpty();
  }

  @Test
  void an_interrupt_before_the_start_ends_it_too() {
    Thread.currentThread().interrupt();
    UploadResult result = trial.folder("report", folder, null);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result).isEqualTo(new NotUploaded("The upload was interrupted."));
  }
}
