package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.runtime.evidence.NarEvidence;
import java.time.Clock;
import java.util.List;

/** A program of its own, to be run with little memory: CACHE HASH. */
final class LargeNar {
  private LargeNar() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    NarOptions options = NarOptions.of(arguments[0], List.of(arguments[1]), List.of());
    NarEvidence evidence =
        NarCheck.run(options, null, NarProgress.NONE, Clock.systemUTC()).getFirst();
    System.out.println(Trial.verdict(evidence) + " " + Trial.body(evidence).narBytes() + " bytes");
    System.err.println((System.nanoTime() - start) / 1_000_000 + " ms");
  }
}
