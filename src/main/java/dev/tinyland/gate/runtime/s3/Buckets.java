package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.S3Evidence.BucketView;
import dev.tinyland.gate.runtime.evidence.S3Evidence.Sample;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** What an endpoint says of its buckets. */
final class Buckets {
  private final S3Access access;

  Buckets(S3Access access) {
    this.access = access;
  }

  /** The list, and what it holds; the last two are null where there is no list to trust. */
  record Listing(Attempt attempt, @Nullable List<String> names, @Nullable String owner) {}

  Sample sample(int number, List<String> expected) {
    List<BucketView> views = new ArrayList<>();
    Listing listing;
    if (number % 2 == 1) {
      listing = list();
      expected.forEach(bucket -> views.add(view(bucket)));
    } else {
      expected.forEach(bucket -> views.add(view(bucket)));
      listing = list();
    }
    return new Sample(number, listing.attempt(), listing.names(), listing.owner(), views);
  }

  Listing list() {
    Answer<ListBucketsResponse> answer =
        access.ask("list-buckets", "", Expected.BUCKETS, client -> client.listBuckets());
    ListBucketsResponse response = answer.value();
    if (!answer.ok() || response == null) {
      return new Listing(answer.attempt(), null, null);
    }
    if (response.continuationToken() != null && !response.continuationToken().isEmpty()) {
      return new Listing(
          with(answer.attempt(), Outcome.OTHER, "the list goes on, which is not read"), null, null);
    }
    List<String> names = new ArrayList<>();
    for (Bucket bucket : response.buckets()) {
      String name = access.text(bucket.name());
      if (name != null) {
        names.add(name);
      }
    }
    String owner = response.owner().id();
    if (owner == null || owner.isBlank()) {
      owner = response.owner().displayName();
    }
    return new Listing(answer.attempt(), names, access.text(owner));
  }

  /** A HEAD; a 404 of it is confirmed by a request whose answer has a body. */
  BucketView view(String bucket) {
    Answer<?> head = head(bucket);
    Attempt confirmation = head.outcome() == Outcome.NOT_FOUND ? confirm(bucket).attempt() : null;
    return new BucketView(bucket, head.attempt(), confirmation);
  }

  Answer<?> head(String bucket) {
    return access.ask(
        "head-bucket",
        bucket,
        Expected.NOTHING,
        client -> client.headBucket(request -> request.bucket(bucket)));
  }

  Answer<?> confirm(String bucket) {
    return access.ask(
        "list-objects",
        bucket,
        Expected.OBJECTS,
        client -> client.listObjectsV2(request -> request.bucket(bucket).maxKeys(1)));
  }

  VersioningEvidence versioning(String bucket) {
    Answer<GetBucketVersioningResponse> answer =
        access.ask(
            "get-bucket-versioning",
            bucket,
            Expected.VERSIONING,
            client -> client.getBucketVersioning(request -> request.bucket(bucket)));
    return new VersioningEvidence(bucket, answer.attempt(), status(answer));
  }

  private static Status status(Answer<GetBucketVersioningResponse> answer) {
    GetBucketVersioningResponse response = answer.value();
    if (answer.outcome() == Outcome.NOT_IMPLEMENTED) {
      return Status.NOT_IMPLEMENTED;
    }
    if (!answer.ok() || response == null) {
      return Status.UNKNOWN;
    }
    BucketVersioningStatus status = response.status();
    if (status == null) {
      return response.statusAsString() == null ? Status.NONE : Status.UNKNOWN;
    }
    return switch (status) {
      case ENABLED -> Status.ENABLED;
      case SUSPENDED -> Status.SUSPENDED;
      case UNKNOWN_TO_SDK_VERSION -> Status.UNKNOWN;
    };
  }

  static Attempt with(Attempt attempt, Outcome outcome, @Nullable String detail) {
    return new Attempt(
        attempt.operation(),
        attempt.target(),
        attempt.attempt(),
        outcome,
        attempt.status(),
        attempt.code(),
        attempt.requestId(),
        attempt.milliseconds(),
        attempt.observedAt(),
        detail);
  }
}
