package dev.tinyland.gate.runtime.check;

import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.evidence.Manifest;
import dev.tinyland.gate.runtime.evidence.Question;
import dev.tinyland.gate.runtime.verdict.CanaryStep;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the steps of a stored canary are those of one run: all of them, once, in their order, and
 * each with a bundle that answers its question in its time. A green bundle of another step, or of
 * another day, is none of that.
 */
final class CanaryBundle {
  /** Seed 002: {@code rustfs-bucket-index-rca --bucket attic}. */
  private static final List<String> ATTIC = List.of("attic");

  private final Manifest canary;
  private int steps;
  private @Nullable Instant reached;

  CanaryBundle(Manifest canary) {
    this.canary = canary;
    this.reached = time(canary.startedAt());
  }

  /** The next step that the bundle names. */
  void next(CanaryStep step, List<String> faults) {
    steps++;
    if (step.number() != steps) {
      faults.add("step " + step.number() + " is in the place of step " + steps);
    }
  }

  /** After the last one. */
  void end(List<String> faults) {
    if (canary.complete() && steps != CanaryStep.values().length) {
      faults.add(steps + " steps are there, of " + CanaryStep.values().length);
    }
  }

  /**
   * Why the bundle is not that of the step, after the steps before it; null where it is.
   *
   * @throws IOException where its question cannot be read
   */
  @Nullable String difference(CanaryStep step, BundleReader stored) throws IOException {
    Manifest manifest = stored.manifest();
    List<String> words = new ArrayList<>();
    words.add(manifest.command());
    words.addAll(manifest.arguments());
    if (!String.join(" ", words).equals(step.command())) {
      return "is no bundle of " + step.command();
    }
    Question question = Judge.question(stored);
    if (step != CanaryStep.ATTIC_NAR && (question == null || !isOf(step, question))) {
      return "was asked something else";
    }
    if (!manifest.version().equals(canary.version())) {
      return "was written by another gate";
    }
    if (canary.complete() && !isInOrder(manifest)) {
      return "is not of the time of its step";
    }
    return null;
  }

  private static boolean isOf(CanaryStep step, Question question) {
    boolean scratch = step == CanaryStep.SCRATCH;
    return question.expectInterim() == (step == CanaryStep.READINESS)
        && question.scratchProbe() == scratch
        && question.strictMarkers() == scratch
        && question.body()
        && (step != CanaryStep.ATTIC_BUCKET || question.buckets().equals(ATTIC));
  }

  /** One after the other, within the time of the canary. */
  private boolean isInOrder(Manifest step) {
    Instant from = time(step.startedAt());
    Instant to = time(step.endedAt());
    Instant end = time(canary.endedAt());
    boolean inOrder =
        reached != null
            && from != null
            && to != null
            && end != null
            && !from.isBefore(reached)
            && !to.isBefore(from)
            && !end.isBefore(to);
    if (inOrder) {
      reached = to;
    }
    return inOrder;
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
