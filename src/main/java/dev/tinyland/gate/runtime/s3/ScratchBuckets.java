package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence.Phase;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Buckets of our own. A server may answer 200 to a second creation, so that only a bucket that was
 * proven absent, and whose creation succeeded after that, counts as made by this run.
 *
 * <p>Where somebody with the same keys makes a bucket of this random name between the two, no
 * answer of such a server tells whose it is: S3 has no creation under a condition, and the time in
 * the list is later than the proof for either. What is lost then is an empty bucket at most, since
 * S3 deletes none with an object in it, and nothing is ever emptied here but of our own object.
 */
final class ScratchBuckets {
  private static final String PREFIX = "gf-rca-";

  private final S3Access access;
  private final Buckets buckets;
  private final InstantSource clock;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  ScratchBuckets(S3Access access, Buckets buckets, InstantSource clock) {
    this.access = access;
    this.buckets = buckets;
    this.clock = clock;
  }

  /**
   * @param bucket a name of {@link #name}
   */
  ScratchEvidence create(String bucket) {
    List<Attempt> attempts = new ArrayList<>();
    if (!absent(bucket, attempts)) {
      return new ScratchEvidence(bucket, Phase.CREATE, attempts, false, null, false);
    }
    Answer<?> create =
        access.ask(
            "create-bucket",
            bucket,
            Expected.NOTHING,
            client -> client.createBucket(request -> request.bucket(bucket)),
            answer -> {
              if (answer.ok()) {
                made.add(bucket);
              }
            });
    attempts.add(create.attempt());
    if (!create.ok()) {
      Boolean done = create.mayHaveArrived() ? null : (Boolean) false;
      return new ScratchEvidence(
          bucket, Phase.CREATE, attempts, done, null, create.mayHaveArrived());
    }
    Boolean listed = listed(bucket, attempts);
    return new ScratchEvidence(bucket, Phase.CREATE, attempts, true, listed, true);
  }

  ScratchEvidence observe(String bucket) {
    List<Attempt> attempts = new ArrayList<>();
    Boolean listed = listed(bucket, attempts);
    Answer<?> head = buckets.head(bucket);
    attempts.add(head.attempt());
    Boolean there = head.ok() ? (Boolean) true : null;
    if (head.outcome() == Outcome.NOT_FOUND) {
      Answer<?> confirmation = buckets.confirm(bucket);
      attempts.add(confirmation.attempt());
      there = confirmation.missing("NoSuchBucket") ? (Boolean) false : null;
    }
    return new ScratchEvidence(
        bucket, Phase.OBSERVE, attempts, there, listed, !Boolean.FALSE.equals(there));
  }

  ScratchEvidence delete(String bucket) {
    if (!made.contains(bucket)) {
      throw new IllegalArgumentException("this run has not made the bucket " + bucket);
    }
    List<Attempt> attempts = new ArrayList<>();
    Boolean gone = remove(bucket, attempts);
    Boolean listed = listed(bucket, attempts);
    return new ScratchEvidence(
        bucket, Phase.DELETE, attempts, gone, listed, !Boolean.TRUE.equals(gone));
  }

  /** Tries once to delete what is left. */
  List<Attempt> cleanUp() {
    List<Attempt> attempts = new ArrayList<>();
    for (String bucket : List.copyOf(made)) {
      remove(bucket, attempts);
    }
    return attempts;
  }

  private @Nullable Boolean remove(String bucket, List<Attempt> attempts) {
    Answer<?> deleted =
        access.ask(
            "delete-bucket",
            bucket,
            Expected.NOTHING,
            client -> client.deleteBucket(request -> request.bucket(bucket)));
    attempts.add(deleted.attempt());
    Answer<?> head = buckets.head(bucket);
    attempts.add(head.attempt());
    if (head.outcome() != Outcome.NOT_FOUND) {
      return head.ok() ? (Boolean) false : null;
    }
    Answer<?> confirmation = buckets.confirm(bucket);
    attempts.add(confirmation.attempt());
    if (confirmation.missing("NoSuchBucket") && deleted.ok()) {
      made.remove(bucket);
      return true;
    }
    return confirmation.ok() ? (Boolean) false : null;
  }

  private boolean absent(String bucket, List<Attempt> attempts) {
    Answer<?> head = buckets.head(bucket);
    attempts.add(head.attempt());
    if (head.outcome() != Outcome.NOT_FOUND) {
      return false;
    }
    Answer<?> confirmation = buckets.confirm(bucket);
    attempts.add(confirmation.attempt());
    return confirmation.missing("NoSuchBucket");
  }

  private @Nullable Boolean listed(String bucket, List<Attempt> attempts) {
    Buckets.Listing listing = buckets.list();
    attempts.add(listing.attempt());
    List<String> names = listing.names();
    return names == null ? null : (Boolean) names.contains(bucket);
  }

  /** What this run has made and not deleted yet. */
  List<String> left() {
    return List.copyOf(made);
  }

  /** One that was never used. */
  String name() {
    String time =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(clock.instant());
    return PREFIX + time + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
