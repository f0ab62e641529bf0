package dev.tinyland.gate.runtime.s3;

import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * The cluster of {@code src/test/ceph/run}, and what a test needs to do there besides what gate
 * does: make buckets and objects, and look whether they are still there.
 */
public final class Ceph implements AutoCloseable {
  private final S3Access access;

  /** By way of the first gateway. */
  public Ceph() {
    this(settings(first()));
  }

  private Ceph(S3Settings settings) {
    access = new S3Access(settings, InstantSource.system());
  }

  /** The same as somebody else. */
  static Ceph stranger() {
    return new Ceph(strangersSettings());
  }

  public static URI first() {
    return URI.create(variable("GATE_CEPH_ENDPOINT"));
  }

  public static URI second() {
    return URI.create(variable("GATE_CEPH_SECOND_ENDPOINT"));
  }

  public static String accessKey() {
    return variable("GATE_CEPH_ACCESS_KEY_ID");
  }

  public static String secretKey() {
    return variable("GATE_CEPH_SECRET_ACCESS_KEY");
  }

  /** Of somebody else in the same cluster. */
  static S3Settings strangersSettings() {
    return StrictS3.settings(
        first(),
        variable("GATE_CEPH_STRANGERS_ACCESS_KEY_ID"),
        variable("GATE_CEPH_STRANGERS_SECRET_ACCESS_KEY"),
        null);
  }

  static S3Settings settings(URI endpoint) {
    return StrictS3.settings(endpoint, accessKey(), secretKey(), null);
  }

  /** Ends the second gateway as a machine that fails ends it, for good. */
  static void endSecond() {
    ProcessHandle gateway =
        ProcessHandle.of(Long.parseLong(variable("GATE_CEPH_SECOND_PID"))).orElseThrow();
    gateway.destroyForcibly();
    try {
      gateway.onExit().join();
    } catch (CompletionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: run src/test/ceph/run");
    }
    return value;
  }

  /** A name that no other test has. */
  public static String name(String start) {
    return start + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** What a command needs to look at this bucket. */
  public static Map<String, String> environment(URI endpoint, String bucket) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("TOFU_BACKEND_S3_ENDPOINT", endpoint.toString());
    environment.put("TOFU_BACKEND_S3_REGION", "us-east-1");
    environment.put("TOFU_BACKEND_S3_ACCESS_KEY_ID", accessKey());
    environment.put("TOFU_BACKEND_S3_SECRET_ACCESS_KEY", secretKey());
    environment.put("TOFU_BACKEND_S3_BUCKET", bucket);
    return environment;
  }

  /** Makes it; a bucket of one's own may be there already. */
  public Ceph bucket(String bucket) {
    ask(bucket, Expected.NOTHING, client -> client.createBucket(to -> to.bucket(bucket)));
    return this;
  }

  /** Versions are kept from now on. */
  public Ceph versioned(String bucket) {
    ask(
        bucket,
        Expected.NOTHING,
        client ->
            client.putBucketVersioning(to ->
                to.bucket(bucket)
                    .versioningConfiguration(with -> with.status(BucketVersioningStatus.ENABLED))));
    return this;
  }

  public Ceph object(String bucket, String key, byte[] body) {
    ask(
        bucket,
        Expected.OBJECT,
        client -> client.putObject(to -> to.bucket(bucket).key(key), RequestBody.fromBytes(body)));
    return this;
  }

  /** Null where there is none. */
  public byte @Nullable [] body(String bucket, String key) {
    Answer<ResponseBytes<GetObjectResponse>> answer =
        access.ask(
            "get-object",
            bucket,
            Expected.OBJECT,
            client -> client.getObjectAsBytes(of -> of.bucket(bucket).key(key)));
    if (answer.missing("NoSuchKey")) {
      return null;
    }
    return done(answer).asByteArray();
  }

  public List<String> buckets() {
    return done(access.ask("list-buckets", "", Expected.BUCKETS, S3Client::listBuckets))
        .buckets()
        .stream()
        .map(bucket -> bucket.name())
        .toList();
  }

  /** Every version with its key, also of what is deleted, and every delete marker. */
  public ListObjectVersionsResponse versions(String bucket) {
    return ask(
        bucket, Expected.NOTHING, client -> client.listObjectVersions(of -> of.bucket(bucket)));
  }

  /** Deletes a bucket with all that is in it. */
  public void delete(String bucket) {
    ListObjectVersionsResponse versions = versions(bucket);
    for (ObjectVersion version : versions.versions()) {
      ask(
          bucket,
          Expected.NOTHING,
          client ->
              client.deleteObject(
                  of -> of.bucket(bucket).key(version.key()).versionId(version.versionId())));
    }
    versions
        .deleteMarkers()
        .forEach(marker ->
            ask(
                bucket,
                Expected.NOTHING,
                client ->
                    client.deleteObject(
                        of -> of.bucket(bucket).key(marker.key()).versionId(marker.versionId()))));
    ask(bucket, Expected.NOTHING, client -> client.deleteBucket(of -> of.bucket(bucket)));
  }

  private <T> T ask(String bucket, Expected expected, S3Access.Request<T> request) {
    return done(access.ask("test", bucket, expected, request));
  }

  private static <T> T done(Answer<T> answer) {
    T value = answer.value();
    if (!answer.ok() || value == null) {
      throw new IllegalStateException(answer.attempt().toString());
    }
    return value;
  }

  @Override
  public void close() {
    access.close();
  }
}
