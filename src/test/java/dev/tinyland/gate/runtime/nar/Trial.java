package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.runtime.evidence.NarEvidence;
import dev.tinyland.gate.runtime.verdict.NarVerdict;
import dev.tinyland.gate.runtime.verdict.Verdict;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** Runs a check in a test, with times that end it should it hang. */
final class Trial {
  static final Clock WALL = Clock.fixed(Instant.parse("2026-11-21T06:00:00Z"), ZoneOffset.UTC);
  static final NarOptions.Times TIMES = times(20_000, 60_000);

  private Trial() {}

  static NarOptions.Times times(long silence, long whole) {
    return new NarOptions.Times(
        Duration.ofSeconds(10), Duration.ofMillis(silence), Duration.ofMillis(whole));
  }

  static NarOptions options(String cache, Sample... samples) {
    List<String> hashes = List.of(samples).stream().map(sample -> sample.hash).toList();
    return NarOptions.of(cache, hashes, List.of()).withTimes(TIMES);
  }

  static List<NarEvidence> run(NarOptions options) throws IOException, InterruptedException {
    return NarCheck.run(options, null, NarProgress.NONE, WALL);
  }

  /** The one piece of a check of one path. */
  static NarEvidence one(NarOptions options) throws IOException, InterruptedException {
    List<NarEvidence> all = run(options);
    if (all.size() != 1) {
      throw new AssertionError(all);
    }
    return all.getFirst();
  }

  static NarEvidence.Body body(NarEvidence evidence) {
    return Objects.requireNonNull(evidence.body(), () -> evidence.toString());
  }

  static NarEvidence.Narinfo info(NarEvidence evidence) {
    return Objects.requireNonNull(evidence.info(), () -> evidence.toString());
  }

  /** The verdict's kind and the names of its reasons but for those that always come. */
  static String verdict(NarEvidence... evidence) {
    Verdict verdict = NarVerdict.of(List.of(evidence));
    return verdict.getClass().getSimpleName()
        + verdict.reasons().stream()
            .map(Verdict.Reason::name)
            .filter(name -> !name.equals("next-step") && !name.equals("not-state-authority"))
            .toList();
  }
}
