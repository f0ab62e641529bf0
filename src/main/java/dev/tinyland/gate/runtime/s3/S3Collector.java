package dev.tinyland.gate.runtime.s3;

import dev.tinyland.gate.render.Visible;
import dev.tinyland.gate.runtime.evidence.Attempt;
import dev.tinyland.gate.runtime.evidence.S3Evidence;
import dev.tinyland.gate.runtime.evidence.ScratchEvidence;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import dev.tinyland.gate.runtime.evidence.VersioningEvidence;
import dev.tinyland.gate.runtime.evidence.WriteProofEvidence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks an S3-compatible server, one request after the other, and writes down what it saw. A refusal
 * or a failure is evidence as well; nothing is thrown because of a server.
 */
public final class S3Collector implements AutoCloseable {
  /** Up to which size the body of a state is read. */
  public static final long LARGEST_STATE = 64L * 1024 * 1024;

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final S3Settings settings;
  private final S3Access access;
  private final Buckets buckets;
  private final StateObjects states;
  private final OwnObjects objects;
  private final ScratchBuckets scratch;

  /**
   * @throws S3SettingsException where the CA bundle cannot be read
   */
  public S3Collector(S3Settings settings, InstantSource clock) {
    this(settings, clock, LARGEST_STATE);
  }

  S3Collector(S3Settings settings, InstantSource clock, long largestState) {
    this.settings = settings;
    this.access = new S3Access(settings, clock);
    this.buckets = new Buckets(access);
    this.states = new StateObjects(access, largestState);
    this.objects = new OwnObjects(access);
    this.scratch = new ScratchBuckets(access, buckets, clock);
  }

  /**
   * Looks once at the list and at each bucket. Samples with an odd number ask for the list first,
   * those with an even number last, so that around a pause, and what is looked at on disk
   * meanwhile, it is list, head, head, list.
   *
   * @param expected the buckets that have to be there
   * @param number from 1
   */
  public S3Evidence look(List<String> expected, int number) {
    expected.forEach(S3Collector::requireName);
    return evidence(expected, List.of(buckets.sample(number, expected)));
  }

  /**
   * Looks several times, with a pause in between. Who interrupts the pause gets the samples up to
   * there, and a thread that stays interrupted.
   *
   * @param expected the buckets that have to be there
   * @param samples at least 1
   */
  public S3Evidence sample(List<String> expected, int samples, Pause between) {
    expected.forEach(S3Collector::requireName);
    List<S3Evidence.Sample> seen = new ArrayList<>();
    try {
      for (int number = 1; number <= samples; number++) {
        if (number > 1) {
          between.await();
        }
        seen.add(buckets.sample(number, expected));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return evidence(expected, seen);
  }

  private S3Evidence evidence(List<String> expected, List<S3Evidence.Sample> samples) {
    return new S3Evidence(
        settings.endpoint().toString(),
        settings.region(),
        settings.credentials().origin(),
        expected,
        samples);
  }

  /** Looks at the state of a stack, and reads its body once. */
  public StateObjectEvidence stateObject(String stack, String bucket, String key) {
    return stateObject(stack, bucket, key, true);
  }

  /**
   * The same.
   *
   * @param body whether it is read
   */
  public StateObjectEvidence stateObject(String stack, String bucket, String key, boolean body) {
    requireName(bucket);
    return states.look(stack, bucket, key, body);
  }

  /** Asks for the versioning of a bucket. */
  public VersioningEvidence versioning(String bucket) {
    requireName(bucket);
    return buckets.versioning(bucket);
  }

  /**
   * Writes, reads, writes again, deletes and misses one object of our own, under {@code
   * .gloriousflywheel/state-authority-probe/}.
   */
  public WriteProofEvidence writeProof(String bucket) {
    return writeProof(bucket, probeKey());
  }

  /**
   * The same.
   *
   * @param key of {@link #probeKey}, for whoever has to name the object before it may be there
   */
  public WriteProofEvidence writeProof(String bucket, String key) {
    requireName(bucket);
    return objects.prove(bucket, key);
  }

  /** A key for an object of our own, which was never used. */
  public static String probeKey() {
    return OwnObjects.key();
  }

  /** Makes a bucket with a name of its own, after proving that there is none of that name. */
  public ScratchEvidence createScratch() {
    return createScratch(scratchName());
  }

  /**
   * The same.
   *
   * @param bucket of {@link #scratchName}, for whoever has to name it before it may be there
   */
  public ScratchEvidence createScratch(String bucket) {
    requireName(bucket);
    return scratch.create(bucket);
  }

  /** A name for a bucket of our own, which was never used. */
  public String scratchName() {
    return scratch.name();
  }

  /** Asks again for a scratch bucket: whether it is listed, and a HEAD. */
  public ScratchEvidence observeScratch(String bucket) {
    requireName(bucket);
    return scratch.observe(bucket);
  }

  /**
   * Deletes a scratch bucket and proves that it is gone.
   *
   * @throws IllegalArgumentException for a bucket that this collector did not see itself make
   */
  public ScratchEvidence deleteScratch(String bucket) {
    return scratch.delete(bucket);
  }

  /**
   * For a shutdown hook: stops what is under way, which then ends without asking anything more, and
   * deletes what this collector has made and not deleted yet. There is nothing to do after a run
   * that came to its end.
   *
   * @return what was asked for that; empty where nothing was left
   */
  public List<Attempt> cleanUp() {
    access.takeOver(GRACE.toMillis());
    List<Attempt> attempts = new ArrayList<>(objects.cleanUp());
    attempts.addAll(scratch.cleanUp());
    return attempts;
  }

  /** What this collector has made, or may have written, and not deleted yet. */
  public List<String> left() {
    List<String> targets = new ArrayList<>(objects.left());
    targets.addAll(scratch.left());
    return targets;
  }

  private static void requireName(String bucket) {
    if (!isName(bucket)) {
      throw new S3SettingsException(Visible.line(bucket) + " is no name of a bucket");
    }
  }

  /** Whether it is a name of a bucket, and nothing that the SDK takes for something else. */
  public static boolean isName(String bucket) {
    boolean good = bucket.length() >= 3 && bucket.length() <= 63;
    for (int i = 0; good && i < bucket.length(); i++) {
      char c = bucket.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean inside = i > 0 && i < bucket.length() - 1;
      good = word || (inside && (c == '-' || c == '.'));
    }
    return good;
  }

  @Override
  public void close() {
    access.close();
  }
}
