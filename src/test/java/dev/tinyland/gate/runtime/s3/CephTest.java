package dev.tinyland.gate.runtime.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.S3Evidence.BucketView;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import dev.tinyland.gate.runtime.evidence.Sha256;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence.Shape;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is asked of Ceph, which answers otherwise than other servers in more than one way. */
@Tag("ceph")
class CephTest {
  private static final String PLAIN = Ceph.name("plain");
  private static final String VERSIONED = Ceph.name("versioned");
  private static final String KEY = "attic/terraform.tfstate";

  private static Ceph ceph;

  @BeforeAll
  static void fill() {
    ceph = new Ceph();
    ceph.bucket(PLAIN).object(PLAIN, KEY, States.PLAIN.getBytes(UTF_8));
    ceph.object(PLAIN, "empty.tfstate", new byte[0]);
    ceph.object(PLAIN, "encrypted.tfstate", States.ENCRYPTED.getBytes(UTF_8));
    ceph.bucket(VERSIONED).versioned(VERSIONED);
    ceph.object(VERSIONED, KEY, States.PLAIN.getBytes(UTF_8));
  }

  @AfterAll
  static void empty() {
    ceph.delete(PLAIN);
    ceph.delete(VERSIONED);
    ceph.close();
  }

  private static S3Collector collector() {
    return new S3Collector(Ceph.settings(Ceph.first()), Clock.systemUTC());
  }

  private static Sample look(S3Settings settings, String bucket) {
    try (S3Collector collector = new S3Collector(settings, Clock.systemUTC())) {
      return collector.look(List.of(bucket), 1).samples().getFirst();
    }
  }

  @Test
  void a_bucket_is_listed_and_found_in_both_samples() {
    try (S3Collector collector = collector()) {
      S3Evidence evidence = collector.sample(List.of(PLAIN, VERSIONED), 2, () -> {});
      assertThat(evidence.samples()).hasSize(2);
      for (Sample sample : evidence.samples()) {
        assertThat(sample.list().outcome()).as(Records.text(evidence)).isEqualTo(Outcome.OK);
        assertThat(sample.list().requestId()).startsWith("tx");
        assertThat(sample.owner()).isEqualTo("gate");
        assertThat(sample.listed()).contains(PLAIN, VERSIONED);
        assertThat(sample.buckets())
            .allMatch(view -> view.head().ok() && view.confirmation() == null);
      }
      assertThat(Records.text(evidence)).doesNotContain(Ceph.accessKey(), Ceph.secretKey());
    }
  }

  @Test
  void absence_is_known_by_its_code_though_the_message_is_empty() {
    BucketView view = look(Ceph.settings(Ceph.first()), "not-there").buckets().getFirst();
    assertThat(view.head().outcome()).isEqualTo(Outcome.NOT_FOUND);
    assertThat(view.head().code()).isNull();
    Attempt confirmation = requireNonNull(view.confirmation());
    assertThat(confirmation.outcome()).isEqualTo(Outcome.NOT_FOUND);
    assertThat(confirmation.code()).isEqualTo("NoSuchBucket");
    assertThat(confirmation.detail()).isNull();
    try (S3Collector collector = collector()) {
      StateObjectEvidence none = collector.stateObject("attic", PLAIN, "none.tfstate");
      assertThat(none.head().outcome()).isEqualTo(Outcome.NOT_FOUND);
      assertThat(requireNonNull(none.confirmation()).code()).isEqualTo("NoSuchKey");
      StateObjectEvidence lost = collector.stateObject("attic", "not-there", KEY);
      assertThat(requireNonNull(lost.confirmation()).code()).isEqualTo("NoSuchBucket");
    }
  }

  /** Ceph gives anybody a list, an empty one. */
  @Test
  void a_request_that_lost_its_signature_sees_no_empty_list() throws IOException {
    try (FaultServer unsigned = FaultServer.before(Ceph.first())) {
      unsigned.fault((request, out) -> {
        out.write(unsigned.pass(request.without("authorization")));
        return true;
      });
      Sample sample = look(Ceph.settings(unsigned.uri()), PLAIN);
      assertThat(sample.list().status()).isEqualTo(200);
      assertThat(sample.list().outcome()).isEqualTo(Outcome.DENIED);
      assertThat(sample.list().detail()).contains("anonymous");
      assertThat(sample.listed()).isNull();
      assertThat(sample.buckets().getFirst().head().outcome()).isEqualTo(Outcome.DENIED);
    }
  }

  @Test
  void wrong_keys_are_no_absence() {
    Sample secret =
        look(StrictS3.settings(Ceph.first(), Ceph.accessKey(), "canary-wrong", null), PLAIN);
    assertThat(secret.list().outcome()).isEqualTo(Outcome.DENIED);
    assertThat(secret.list().code()).isEqualTo("SignatureDoesNotMatch");
    Sample unknown =
        look(StrictS3.settings(Ceph.first(), "canary-key", "canary-wrong", null), PLAIN);
    assertThat(unknown.list().code()).isEqualTo("InvalidAccessKeyId");
    for (Sample sample : List.of(secret, unknown)) {
      assertThat(sample.listed()).isNull();
      assertThat(sample.buckets().getFirst().head().outcome()).isEqualTo(Outcome.DENIED);
      assertThat(sample.buckets().getFirst().confirmation()).isNull();
      assertThat(Records.text(sample)).doesNotContain("canary");
    }
  }

  /** Good keys of somebody who may not see the bucket: the list is good, and lacks it. */
  @Test
  void a_bucket_of_somebody_else_is_refused_and_not_absent() {
    Sample sample = look(Ceph.strangersSettings(), PLAIN);
    assertThat(sample.list().ok()).as(Records.text(sample)).isTrue();
    assertThat(sample.owner()).isEqualTo("stranger");
    assertThat(sample.listed()).isEmpty();
    assertThat(sample.buckets().getFirst().head().outcome()).isEqualTo(Outcome.DENIED);
    assertThat(sample.buckets().getFirst().confirmation()).isNull();
    try (S3Collector collector = new S3Collector(Ceph.strangersSettings(), Clock.systemUTC())) {
      StateObjectEvidence state = collector.stateObject("attic", PLAIN, KEY);
      assertThat(state.head().outcome()).isEqualTo(Outcome.DENIED);
      assertThat(state.body()).isNull();
      WriteProofEvidence proof = collector.writeProof(PLAIN);
      assertThat(proof.attempts()).hasSize(1);
      assertThat(proof.attempts().getFirst().code()).isEqualTo("AccessDenied");
      assertThat(proof.leftBehind()).isFalse();
    }
  }

  @Test
  void without_versions_a_second_create_is_refused() {
    try (S3Collector collector = collector()) {
      assertThat(collector.versioning(PLAIN).status()).isEqualTo(VersioningEvidence.Status.NONE);
      WriteProofEvidence proof = collector.writeProof(PLAIN);
      assertThat(proof.readBack()).as(Records.text(proof)).isTrue();
      assertThat(proof.conditional()).isTrue();
      assertThat(proof.gone()).isTrue();
      assertThat(proof.leftBehind()).isFalse();
      assertThat(proof.attempts().get(2).code()).isEqualTo("PreconditionFailed");
      assertThat(ceph.body(PLAIN, proof.key())).isNull();
    }
  }

  /** The trap: Ceph does not look at {@code If-None-Match} where it keeps versions. */
  @Test
  void with_versions_a_second_create_is_taken() {
    try (S3Collector collector = collector()) {
      assertThat(collector.versioning(VERSIONED).status())
          .isEqualTo(VersioningEvidence.Status.ENABLED);
      WriteProofEvidence proof = collector.writeProof(VERSIONED);
      assertThat(proof.readBack()).as(Records.text(proof)).isTrue();
      assertThat(proof.conditional()).isFalse();
      assertThat(proof.gone()).isTrue();
      assertThat(proof.leftBehind()).isFalse();
      assertThat(ceph.body(VERSIONED, proof.key())).isNull();
      // What a versioned bucket keeps of it is ours, and nothing else has got a version.
      assertThat(ceph.versions(VERSIONED).versions())
          .filteredOn(version -> !version.key().startsWith(OwnObjects.FOLDER))
          .singleElement()
          .matches(version -> version.key().equals(KEY));
    }
  }

  @Test
  void a_state_is_read_and_nothing_of_it_is_kept() {
    try (S3Collector collector = collector()) {
      StateObjectEvidence plain = collector.stateObject("attic", PLAIN, KEY);
      StateObjectEvidence.Body body = requireNonNull(plain.body());
      assertThat(body.shape()).as(Records.text(plain)).isEqualTo(Shape.PLAIN);
      assertThat(body.fault()).isNull();
      assertThat(body.serial()).isEqualTo(7);
      assertThat(body.lineageSha256()).isEqualTo(Sha256.of(States.LINEAGE.getBytes(UTF_8)));
      assertThat(plain.sha256()).isEqualTo(Sha256.of(States.PLAIN.getBytes(UTF_8)));
      assertThat(plain.versionId()).isNull();
      assertThat(Records.text(plain)).doesNotContain(States.CANARY);
      StateObjectEvidence versioned = collector.stateObject("attic", VERSIONED, KEY);
      assertThat(versioned.versionId()).isNotBlank();
      assertThat(versioned.sha256()).isEqualTo(plain.sha256());
      StateObjectEvidence empty = collector.stateObject("attic", PLAIN, "empty.tfstate");
      assertThat(requireNonNull(empty.body()).shape()).isEqualTo(Shape.EMPTY);
      StateObjectEvidence encrypted = collector.stateObject("attic", PLAIN, "encrypted.tfstate");
      assertThat(requireNonNull(encrypted.body()).shape()).isEqualTo(Shape.ENCRYPTED);
      assertThat(requireNonNull(encrypted.body()).serial()).isEqualTo(9);
    }
  }

  /** Workspaces have a colon in their keys, and a key may be whatever its owner likes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "env:/staging/attic/terraform.tfstate",
        "with space+plus/terraform.tfstate",
        "ünïcode/~tilde/(x)!*'/terraform.tfstate",
        "twice//slashed.tfstate",
        "percent%2Fencoded&a=b?c#d.tfstate",
      })
  void a_key_is_asked_for_as_it_is(String key) {
    ceph.object(PLAIN, key, States.PLAIN.getBytes(UTF_8));
    assertThat(ceph.versions(PLAIN).versions()).anyMatch(version -> version.key().equals(key));
    try (S3Collector collector = collector()) {
      StateObjectEvidence state = collector.stateObject("attic", PLAIN, key);
      assertThat(requireNonNull(state.body()).shape())
          .as(Records.text(state))
          .isEqualTo(Shape.PLAIN);
      assertThat(state.readBytes()).isEqualTo(state.announcedBytes());
    }
  }

  /** More than one of the pieces that Ceph keeps an object in. */
  @Test
  void a_large_state_is_read_to_its_end() {
    byte[] body = (States.PLAIN + " ".repeat(9 * 1024 * 1024)).getBytes(UTF_8);
    ceph.object(PLAIN, "large.tfstate", body);
    try (S3Collector collector = collector()) {
      StateObjectEvidence large = collector.stateObject("attic", PLAIN, "large.tfstate");
      assertThat(requireNonNull(large.body()).shape()).isEqualTo(Shape.PLAIN);
      assertThat(large.readBytes()).isEqualTo(body.length);
      assertThat(large.sha256()).isEqualTo(Sha256.of(body));
    }
  }

  /** A delete on top of versions: the versions are there, and there is no state. */
  @Test
  void a_state_under_a_delete_marker_is_absent() {
    String bucket = Ceph.name("marked");
    ceph.bucket(bucket).versioned(bucket).object(bucket, KEY, States.PLAIN.getBytes(UTF_8));
    try (S3Collector collector = collector();
        S3Access access = new S3Access(Ceph.settings(Ceph.first()), Clock.systemUTC())) {
      access.ask(
          "delete-object",
          bucket,
          Expected.NOTHING,
          client -> client.deleteObject(of -> of.bucket(bucket).key(KEY)));
      StateObjectEvidence state = collector.stateObject("attic", bucket, KEY);
      assertThat(state.head().outcome()).as(Records.text(state)).isEqualTo(Outcome.NOT_FOUND);
      assertThat(requireNonNull(state.confirmation()).code()).isEqualTo("NoSuchKey");
      assertThat(state.body()).isNull();
    } finally {
      ceph.delete(bucket);
    }
  }

  /** What the SDK adds unasked is refused here with 400; every write above goes without. */
  @Test
  void the_checksums_of_the_sdk_by_itself_would_be_refused() {
    S3Settings settings = Ceph.settings(Ceph.first());
    AwsBasicCredentials keys = AwsBasicCredentials.create(Ceph.accessKey(), Ceph.secretKey());
    Observation seen = new Observation(false);
    try (WireClient wire = new WireClient(settings.timeouts(), Trust.of(null));
        S3Client byItself =
            S3Client.builder()
                .httpClient(wire)
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(keys))
                .forcePathStyle(true)
                .build()) {
      assertThatThrownBy(() ->
              ScopedValue.where(Observation.CURRENT, seen)
                  .call(() ->
                      byItself.putObject(
                          to -> to.bucket(PLAIN).key("sum"), RequestBody.fromString("body"))))
          .isInstanceOf(S3Exception.class);
      assertThat(seen.status).isEqualTo(400);
      assertThat(S3Xml.read(seen.body).code()).isEqualTo("XAmzContentSHA256Mismatch");
    }
  }
}
