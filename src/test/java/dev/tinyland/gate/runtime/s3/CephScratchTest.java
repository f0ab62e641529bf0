package dev.tinyland.gate.runtime.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Buckets and objects of our own in Ceph, which answers 200 to whoever makes a bucket that they
 * have already, and what is left of them when a gateway is lost.
 */
@Tag("ceph")
class CephScratchTest {
  private static final String SCRATCH = "/gf-rca-";

  private static Ceph ceph;

  @BeforeAll
  static void start() {
    ceph = new Ceph();
  }

  @AfterAll
  static void stop() {
    ceph.close();
  }

  private static S3Collector collector(FaultServer between) {
    return new S3Collector(Ceph.settings(between.uri()), Clock.systemUTC());
  }

  private static List<String> operations(List<Attempt> attempts) {
    return attempts.stream().map(Attempt::operation).toList();
  }

  @Test
  void a_scratch_bucket_is_made_seen_written_and_deleted() {
    try (S3Collector collector = new S3Collector(Ceph.settings(Ceph.first()), Clock.systemUTC())) {
      ScratchEvidence made = collector.createScratch();
      assertThat(made.done()).as(Records.text(made)).isTrue();
      assertThat(made.listed()).isTrue();
      assertThat(ceph.buckets()).contains(made.bucket());
      assertThat(collector.observeScratch(made.bucket()).done()).isTrue();
      WriteProofEvidence proof = collector.writeProof(made.bucket());
      assertThat(proof.conditional()).isTrue();
      assertThat(proof.gone()).isTrue();
      ScratchEvidence deleted = collector.deleteScratch(made.bucket());
      assertThat(deleted.done()).as(Records.text(deleted)).isTrue();
      assertThat(deleted.listed()).isFalse();
      assertThat(deleted.leftBehind()).isFalse();
      assertThat(ceph.buckets()).doesNotContain(made.bucket());
      ScratchEvidence after = collector.observeScratch(made.bucket());
      assertThat(after.done()).isFalse();
      assertThat(after.listed()).isFalse();
      assertThat(collector.cleanUp()).isEmpty();
    }
  }

  @Test
  void what_an_interrupted_run_made_is_cleaned_up() {
    try (S3Collector collector = new S3Collector(Ceph.settings(Ceph.first()), Clock.systemUTC())) {
      ScratchEvidence made = collector.createScratch();
      assertThat(ceph.buckets()).contains(made.bucket());
      assertThat(operations(collector.cleanUp()))
          .containsExactly("delete-bucket", "head-bucket", "list-objects");
      assertThat(ceph.buckets()).doesNotContain(made.bucket());
    }
  }

  /** The second creation is a 200 here, so that only the HEAD before it can tell. */
  @Test
  void a_bucket_that_is_there_already_is_not_taken_for_ours() throws IOException {
    List<String> foreign = new ArrayList<>();
    try (FaultServer between = FaultServer.before(Ceph.first())) {
      between.fault((request, out) -> {
        if (request.is("HEAD", SCRATCH) && foreign.isEmpty()) {
          foreign.add(request.path().substring(1));
          ceph.bucket(foreign.getFirst()).bucket(foreign.getFirst());
        }
        return false;
      });
      try (S3Collector collector = collector(between)) {
        ScratchEvidence made = collector.createScratch();
        assertThat(made.bucket()).isEqualTo(foreign.getFirst());
        assertThat(made.done()).isFalse();
        assertThat(made.leftBehind()).isFalse();
        assertThat(operations(made.attempts())).containsExactly("head-bucket");
        assertThat(collector.cleanUp()).isEmpty();
      }
      assertThat(between.requests()).noneMatch(asked -> asked.startsWith("PUT"));
      assertThat(ceph.buckets()).containsAll(foreign);
    } finally {
      foreign.forEach(ceph::delete);
    }
  }

  /**
   * Somebody with the same keys makes the bucket after it was proved absent. The answer to our own
   * creation is the same 200, and no answer of S3 tells whose it was; but a bucket with something
   * in it is deleted by nobody.
   */
  @Test
  void what_somebody_put_into_the_bucket_meanwhile_is_not_lost() throws IOException {
    List<String> foreign = new ArrayList<>();
    byte[] body = "of somebody else".getBytes(UTF_8);
    try (FaultServer between = FaultServer.before(Ceph.first())) {
      between.fault((request, out) -> {
        if (request.is("PUT", SCRATCH) && foreign.isEmpty()) {
          foreign.add(request.path().substring(1));
          ceph.bucket(foreign.getFirst()).object(foreign.getFirst(), "theirs", body);
        }
        return false;
      });
      try (S3Collector collector = collector(between)) {
        ScratchEvidence made = collector.createScratch();
        assertThat(foreign).containsExactly(made.bucket());
        assertThat(made.done()).as(Records.text(made)).isTrue();
        ScratchEvidence deleted = collector.deleteScratch(made.bucket());
        assertThat(deleted.attempts().getFirst().code()).isEqualTo("BucketNotEmpty");
        assertThat(deleted.done()).isFalse();
        assertThat(deleted.leftBehind()).isTrue();
        assertThat(operations(collector.cleanUp())).contains("delete-bucket");
      }
      assertThat(ceph.body(foreign.getFirst(), "theirs")).isEqualTo(body);
    } finally {
      foreign.forEach(ceph::delete);
    }
  }

  /** Of somebody with other keys it is told: the name is refused, and nothing of it is ours. */
  @Test
  void a_name_that_a_stranger_took_meanwhile_is_refused() throws IOException {
    List<String> foreign = new ArrayList<>();
    try (FaultServer between = FaultServer.before(Ceph.first());
        Ceph stranger = Ceph.stranger()) {
      between.fault((request, out) -> {
        if (request.is("PUT", SCRATCH) && foreign.isEmpty()) {
          foreign.add(request.path().substring(1));
          stranger.bucket(foreign.getFirst());
        }
        return false;
      });
      try (S3Collector collector = collector(between)) {
        ScratchEvidence made = collector.createScratch();
        assertThat(made.attempts().getLast().outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(made.attempts().getLast().code()).isEqualTo("BucketAlreadyExists");
        assertThat(made.done()).isFalse();
        assertThat(made.leftBehind()).isFalse();
        assertThat(collector.cleanUp()).isEmpty();
      } finally {
        foreign.forEach(stranger::delete);
      }
    }
    assertThat(foreign).hasSize(1);
  }

  /** One gateway is lost for good while this run has a bucket: the other has all there was. */
  @Test
  void the_other_gateway_goes_on_where_one_is_lost() {
    String bucket = Ceph.name("lost-endpoint");
    String key = "attic/terraform.tfstate";
    ceph.bucket(bucket);
    try (S3Collector one = new S3Collector(Ceph.settings(Ceph.first()), Clock.systemUTC());
        S3Collector two = new S3Collector(Ceph.settings(Ceph.second()), Clock.systemUTC())) {
      ceph.object(bucket, key, States.PLAIN.getBytes(UTF_8));
      assertThat(two.writeProof(bucket).gone()).isTrue();
      assertThat(two.stateObject("attic", bucket, key).sha256())
          .isEqualTo(one.stateObject("attic", bucket, key).sha256())
          .isNotNull();
      ScratchEvidence made = two.createScratch();
      assertThat(made.done()).isTrue();

      Ceph.endSecond();

      Sample lost = two.look(List.of(bucket), 1).samples().getFirst();
      assertThat(lost.list().outcome()).isEqualTo(Outcome.UNREACHABLE);
      assertThat(lost.listed()).isNull();
      assertThat(lost.buckets().getFirst().head().outcome()).isEqualTo(Outcome.UNREACHABLE);
      assertThat(two.stateObject("attic", bucket, key).body()).isNull();
      assertThat(two.writeProof(bucket).attempts()).hasSize(1);
      ScratchEvidence deleted = two.deleteScratch(made.bucket());
      assertThat(deleted.done()).isNull();
      assertThat(deleted.listed()).isNull();
      assertThat(deleted.leftBehind()).isTrue();

      Sample kept = one.look(List.of(bucket, made.bucket()), 1).samples().getFirst();
      assertThat(kept.listed()).contains(bucket, made.bucket());
      assertThat(kept.buckets()).allMatch(view -> view.head().ok());
      assertThat(one.stateObject("attic", bucket, key).body()).isNotNull();
      assertThat(one.writeProof(bucket).gone()).isTrue();
      ceph.delete(made.bucket());
    } finally {
      ceph.delete(bucket);
    }
  }
}
