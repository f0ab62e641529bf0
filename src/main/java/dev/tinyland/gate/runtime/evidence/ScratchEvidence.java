package dev.tinyland.gate.runtime.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look at a bucket that was made for one run, in one phase of its life.
 *
 * @param bucket for example {@code gf-rca-20260507005853-918208ce}
 * @param done of {@link Phase#CREATE}: whether this run saw itself make it, after S3 had said that
 *     there is none; of {@link Phase#DELETE}: whether S3 says that there is none any more, by a
 *     HEAD and by a GET; of {@link Phase#OBSERVE}: whether a HEAD found it; null where that could
 *     not be found out
 * @param listed whether the list of all buckets holds it; null where there was no list
 * @param leftBehind whether it is, or may be, there after this phase
 */
public record ScratchEvidence(
    String bucket,
    Phase phase,
    List<Attempt> attempts,
    @Nullable Boolean done,
    @Nullable Boolean listed,
    boolean leftBehind) {
  public ScratchEvidence {
    attempts = List.copyOf(attempts);
  }

  /** The phases of its life. */
  public enum Phase {
    CREATE,
    OBSERVE,
    DELETE
  }
}
