package dev.tinyland.gate.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.verdict.NextSafeStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
  @Test
  void a_sentence_ends_at_a_full_stop_before_a_capital() {
    assertThat(Sentences.of("Start no apply. Before 1.0.0-beta.9 it can, e.g. here, fail. Wait."))
        .containsExactly(
            "Start no apply.", "Before 1.0.0-beta.9 it can, e.g. here, fail.", "Wait.");
  }

  @ParameterizedTest
  @EnumSource
  void nothing_of_a_step_is_lost(NextSafeStep step) {
    assertThat(String.join(" ", Sentences.of(step.sentence()))).isEqualTo(step.sentence());
    assertThat(Sentences.of(step.sentence())).allMatch(sentence -> sentence.endsWith("."));
  }
}
