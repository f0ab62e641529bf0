package dev.tinyland.gate.runtime.verdict;

import dev.tinyland.gate.runtime.evidence.NarEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code attic-nar-integrity-check}: do the paths of the cache arrive whole? */
public final class NarReport {
  public static final String COMMAND = "attic-nar-integrity-check";

  private NarReport() {}

  /**
   * The verdict on all paths together, those first that were asked for; it never says anything of
   * the state authority. The order in which they came is no matter.
   */
  public static VerdictReport of(List<NarEvidence> seen) {
    List<NarEvidence> sorted = new ArrayList<>(seen);
    sorted.sort(
        Comparator.comparing((NarEvidence one) -> !one.asked())
            .thenComparing(NarEvidence::storeHash));
    Verdict verdict = NarVerdict.of(sorted);
    NextSafeStep step = verdict instanceof Verdict.Proven ? NextSafeStep.GO_ON : NextSafeStep.CACHE;
    return VerdictReport.of(COMMAND, verdict, Authority.NONE, step);
  }
}
