package dev.tinyland.gate.runtime.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.Attempt.Outcome;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarReportTest {
  private static NarEvidence absent(String hash, boolean asked) {
    return new NarEvidence(
        "http://127.0.0.1:1/main",
        hash,
        asked,
        true,
        List.of(
            new NarEvidence.Hop(
                "http://127.0.0.1:1", Evidences.attempt("narinfo", Outcome.NOT_FOUND))),
        null,
        null,
        null,
        List.of(),
        List.of(),
        null);
  }

  /** A bundle has the pieces as they came, which is another order each time. */
  @Test
  void the_order_in_which_paths_came_is_no_matter() {
    NarEvidence one = absent("a".repeat(32), false);
    NarEvidence two = absent("b".repeat(32), true);
    NarEvidence three = absent("c".repeat(32), true);
    VerdictReport report = NarReport.of(List.of(one, two, three));
    assertThat(report.reasons().getFirst().subject()).contains("b".repeat(32));
    assertThat(NarReport.of(List.of(three, two, one))).isEqualTo(report);
  }
}
