package dev.tinyland.gate.runtime.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.Sha256;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is asked of a server that is well, and what it says to wrong keys. */
class HealthyServerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-07T00:58:53Z"), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static StrictS3 server;

  @BeforeAll
  static void start() throws Exception {
    server = StrictS3.over(folder);
    server.bucket("tofu-state");
    server.bucket("attic");
    server.object("tofu-state", "attic/terraform.tfstate", States.PLAIN.getBytes(UTF_8));
    server.object("tofu-state", "empty.tfstate", new byte[0]);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static S3Collector collector() {
    // Only evidence takes this clock; signatures take the real one.
    return new S3Collector(StrictS3.settings(server.uri()), CLOCK);
  }

  @Test
  void two_samples_in_the_order_list_head_head_list() throws Exception {
    try (FaultServer between = FaultServer.before(server.uri());
        S3Collector collector = new S3Collector(StrictS3.settings(between.uri()), CLOCK)) {
      int[] pauses = {0};
      S3Evidence evidence = collector.sample(List.of("tofu-state", "attic"), 2, () -> pauses[0]++);
      assertThat(between.requests())
          .containsExactly(
              "GET /",
              "HEAD /tofu-state",
              "HEAD /attic",
              "HEAD /tofu-state",
              "HEAD /attic",
              "GET /");
      assertThat(pauses[0]).isOne();
      assertThat(evidence.credentials()).isEqualTo("TEST_*");
      assertThat(evidence.samples()).hasSize(2);
      for (S3Evidence.Sample sample : evidence.samples()) {
        assertThat(sample.list().outcome()).as(Records.text(evidence)).isEqualTo(Outcome.OK);
        assertThat(sample.listed()).contains("tofu-state", "attic");
        assertThat(sample.owner()).isNotBlank();
        assertThat(sample.buckets())
            .allMatch(view -> view.head().ok() && view.confirmation() == null);
        assertThat(sample.list().requestId()).isNotBlank();
        assertThat(sample.list().observedAt()).isEqualTo("2026-05-07T00:58:53Z");
      }
    }
  }

  @Test
  void a_bucket_that_is_not_there_is_confirmed_by_a_get() {
    try (S3Collector collector = collector()) {
      S3Evidence.Sample sample =
          collector.sample(List.of("not-there"), 1, () -> {}).samples().getFirst();
      S3Evidence.BucketView view = sample.buckets().getFirst();
      assertThat(view.head().outcome()).isEqualTo(Outcome.NOT_FOUND);
      assertThat(view.head().code()).isNull();
      assertThat(requireNonNull(view.confirmation()).outcome()).isEqualTo(Outcome.NOT_FOUND);
      assertThat(requireNonNull(view.confirmation()).code()).isEqualTo("NoSuchBucket");
    }
  }

  @Test
  void a_state_is_read_and_nothing_of_it_is_kept() {
    try (S3Collector collector = collector()) {
      StateObjectEvidence evidence =
          collector.stateObject("attic", "tofu-state", "attic/terraform.tfstate");
      assertThat(evidence.head().ok()).isTrue();
      assertThat(requireNonNull(evidence.get()).ok()).isTrue();
      assertThat(requireNonNull(evidence.body()).shape()).isEqualTo(Shape.PLAIN);
      assertThat(requireNonNull(evidence.body()).fault()).isNull();
      assertThat(requireNonNull(evidence.body()).serial()).isEqualTo(7);
      assertThat(requireNonNull(evidence.body()).resources()).isEqualTo(2);
      assertThat(evidence.readBytes()).isEqualTo(evidence.announcedBytes());
      assertThat(evidence.sha256()).isEqualTo(Sha256.of(States.PLAIN.getBytes(UTF_8)));
      assertThat(Records.text(evidence)).doesNotContain(States.CANARY, StrictS3.SECRET_KEY);
    }
  }

  @Test
  void an_empty_state_and_none_at_all_are_different_facts() {
    try (S3Collector collector = collector()) {
      StateObjectEvidence empty = collector.stateObject("attic", "tofu-state", "empty.tfstate");
      assertThat(requireNonNull(empty.body()).shape()).isEqualTo(Shape.EMPTY);
      assertThat(empty.announcedBytes()).isZero();
      StateObjectEvidence none = collector.stateObject("attic", "tofu-state", "none.tfstate");
      assertThat(none.head().outcome()).isEqualTo(Outcome.NOT_FOUND);
      assertThat(none.get()).isNull();
      assertThat(none.body()).isNull();
      assertThat(requireNonNull(none.confirmation()).code()).isEqualTo("NoSuchKey");
      StateObjectEvidence lost = collector.stateObject("attic", "not-there", "none.tfstate");
      assertThat(lost.head().outcome()).isEqualTo(Outcome.NOT_FOUND);
      assertThat(requireNonNull(lost.confirmation()).code()).isEqualTo("NoSuchBucket");
    }
  }

  @Test
  void a_state_beyond_the_bound_is_not_read() {
    try (S3Collector collector = new S3Collector(StrictS3.settings(server.uri()), CLOCK, 100)) {
      StateObjectEvidence evidence =
          collector.stateObject("attic", "tofu-state", "attic/terraform.tfstate");
      assertThat(requireNonNull(evidence.body()).shape()).isEqualTo(Shape.TOO_LARGE);
      assertThat(evidence.get()).isNull();
      assertThat(evidence.announcedBytes()).isGreaterThan(100);
    }
  }

  @Test
  void an_object_can_be_written_once_read_and_deleted() throws Exception {
    try (S3Collector collector = collector()) {
      WriteProofEvidence proof = collector.writeProof("tofu-state");
      assertThat(proof.key()).startsWith(".gloriousflywheel/state-authority-probe/");
      assertThat(proof.readBack()).isTrue();
      assertThat(proof.conditional()).isTrue();
      assertThat(proof.gone()).isTrue();
      assertThat(proof.leftBehind()).isFalse();
      assertThat(proof.attempts())
          .extracting(Attempt::operation)
          .containsExactly(
              "put-object",
              "get-object",
              "put-object",
              "delete-object",
              "head-object",
              "get-object");
      assertThat(proof.attempts().get(2).code()).isEqualTo("PreconditionFailed");
      assertThat(collector.cleanUp()).isEmpty();
      assertThat(files("tofu-state/.gloriousflywheel")).isEmpty();
    }
  }

  private static List<Path> files(String below) throws Exception {
    Path start = folder.resolve(below);
    if (!Files.exists(start)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(start)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void a_scratch_bucket_is_made_seen_and_deleted() {
    try (S3Collector collector = collector()) {
      ScratchEvidence made = collector.createScratch();
      assertThat(made.bucket()).matches("gf-rca-20260507005853-[0-9a-f]{8}");
      assertThat(made.done()).isTrue();
      assertThat(made.listed()).isTrue();
      assertThat(made.leftBehind()).isTrue();
      assertThat(folder.resolve(made.bucket())).isDirectory();
      assertThat(collector.observeScratch(made.bucket()).done()).isTrue();
      assertThat(collector.writeProof(made.bucket()).gone()).isTrue();
      ScratchEvidence deleted = collector.deleteScratch(made.bucket());
      assertThat(deleted.done()).as(Records.text(deleted)).isTrue();
      assertThat(deleted.listed()).isFalse();
      assertThat(deleted.leftBehind()).isFalse();
      assertThat(folder.resolve(made.bucket())).doesNotExist();
      assertThat(collector.observeScratch(made.bucket()).done()).isFalse();
    }
  }

  @Test
  void no_other_bucket_is_ever_deleted() {
    try (S3Collector collector = collector()) {
      assertThatThrownBy(() -> collector.deleteScratch("attic"))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(folder.resolve("attic")).isDirectory();
    }
  }

  @Test
  void a_scratch_bucket_of_an_interrupted_run_is_cleaned_up() {
    try (S3Collector collector = collector()) {
      ScratchEvidence made = collector.createScratch();
      List<Attempt> attempts = collector.cleanUp();
      assertThat(attempts).extracting(Attempt::operation).contains("delete-bucket");
      assertThat(folder.resolve(made.bucket())).doesNotExist();
      assertThat(collector.cleanUp()).isEmpty();
    }
  }

  @Test
  void versioning_says_what_the_server_says() {
    try (S3Collector collector = collector()) {
      VersioningEvidence evidence = collector.versioning("tofu-state");
      assertThat(evidence.status()).isEqualTo(VersioningEvidence.Status.NONE);
      assertThat(collector.versioning("not-there").status())
          .isEqualTo(VersioningEvidence.Status.UNKNOWN);
    }
  }

  @Test
  void a_wrong_secret_and_an_unknown_key_are_no_absence() {
    try (S3Collector wrong =
            new S3Collector(
                StrictS3.settings(server.uri(), StrictS3.ACCESS_KEY, "canary-wrong", null), CLOCK);
        S3Collector unknown =
            new S3Collector(
                StrictS3.settings(server.uri(), "canary-unknown", "canary-wrong", null), CLOCK)) {
      S3Evidence first = wrong.sample(List.of("tofu-state"), 1, () -> {});
      assertThat(first.samples().getFirst().list().outcome()).isEqualTo(Outcome.DENIED);
      assertThat(first.samples().getFirst().list().code()).isEqualTo("SignatureDoesNotMatch");
      assertThat(first.samples().getFirst().listed()).isNull();
      assertThat(first.samples().getFirst().buckets().getFirst().head().outcome())
          .isEqualTo(Outcome.DENIED);
      S3Evidence second = unknown.sample(List.of("tofu-state"), 1, () -> {});
      assertThat(second.samples().getFirst().list().code()).isEqualTo("InvalidAccessKeyId");
      WriteProofEvidence proof = wrong.writeProof("tofu-state");
      assertThat(proof.leftBehind()).isFalse();
      assertThat(proof.attempts()).hasSize(1);
      assertThat(Records.text(first) + Records.text(second) + Records.text(proof))
          .doesNotContain("canary");
    }
  }

  @Test
  void what_is_no_name_of_a_bucket_is_not_asked_for() {
    try (S3Collector collector = collector()) {
      assertThatThrownBy(() -> collector.sample(List.of("../x"), 1, () -> {}))
          .isInstanceOf(S3SettingsException.class)
          .hasMessage("../x is no name of a bucket");
    }
  }

  @Test
  void an_interrupted_pause_keeps_what_was_seen() {
    try (S3Collector collector = collector()) {
      S3Evidence evidence =
          collector.sample(
              List.of("attic"),
              2,
              () -> {
                throw new InterruptedException();
              });
      assertThat(evidence.samples()).hasSize(1);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
