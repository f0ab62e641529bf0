package dev.tinyland.gate.runtime.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proof that an object can be written, read, written only once, and deleted, under a key of our
 * own.
 *
 * @param key was made for this run
 * @param conditional whether a second create was refused; null where it was not tried
 * @param readBack whether what was read is what was written; null where it was not read
 * @param leftBehind whether the object is, or may be, still there
 */
public record WriteProofEvidence(
    String bucket,
    String key,
    List<Attempt> attempts,
    @Nullable Boolean readBack,
    @Nullable Boolean conditional,
    @Nullable Boolean gone,
    boolean leftBehind) {
  public WriteProofEvidence {
    attempts = List.copyOf(attempts);
  }
}
