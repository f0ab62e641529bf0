package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.runtime.evidence.NarEvidence;
import org.jspecify.annotations.Nullable;

/** Hears how far a check is. Called from several threads; what it hears is safe to print. */
public interface NarProgress {
  /** Says nothing. */
  NarProgress NONE = new NarProgress() {};

  /** A body is about to be read; {@code bytes} is its length where the server says. */
  default void body(String storeHash, @Nullable Long bytes) {}

  /** More of a body was read; called about once for each megabyte of the archive. */
  default void read(String storeHash, long receivedBytes, long narBytes) {}

  /** A path is done. */
  default void done(NarEvidence evidence, int done, int known) {}
}
