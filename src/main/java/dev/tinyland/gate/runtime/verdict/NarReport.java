package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.NarEvidence;
import java.util.List;

/** {@code attic-nar-integrity-check}: do the paths of the cache arrive whole? */
public final class NarReport {
  public static final String COMMAND = "attic-nar-integrity-check";

  private NarReport() {}

  /** The verdict on all paths together; it never says anything of the state authority. */
  public static VerdictReport of(List<NarEvidence> seen) {
    Verdict verdict = NarVerdict.of(seen);
    NextSafeStep step = verdict instanceof Verdict.Proven ? NextSafeStep.GO_ON : NextSafeStep.CACHE;
    return VerdictReport.of(COMMAND, verdict, Authority.NONE, step);
  }
}
