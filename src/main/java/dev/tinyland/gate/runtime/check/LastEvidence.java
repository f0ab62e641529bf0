package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.evidence.StateObjectEvidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The state objects as an earlier run saw them. */
public final class LastEvidence {
  private LastEvidence() {}

  /**
   * Reads them. A run that did not come to its end is good for what it saw.
   *
   * @throws IllegalArgumentException for a bundle whose pieces are not what was written, or that
   *     has no state object
   */
  public static List<StateObjectEvidence> of(Path folder) throws IOException {
    BundleReader bundle = BundleReader.open(folder);
    if (!bundle.changes().isEmpty()) {
      throw new IllegalArgumentException(bundle.changes().getFirst());
    }
    List<StateObjectEvidence> objects = bundle.all(Kind.STATE_OBJECT, StateObjectEvidence.class);
    if (objects.isEmpty()) {
      throw new IllegalArgumentException("it has no evidence of a state object");
    }
    return objects;
  }
}
