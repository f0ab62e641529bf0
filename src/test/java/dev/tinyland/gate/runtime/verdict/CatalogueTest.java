package dev.tinyland.gate.runtime.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The names, sentences and steps that reports are made of, and their page. */
class CatalogueTest {
  @Test
  void names_are_words_of_their_own() {
    Set<String> words = new HashSet<>();
    for (EvidenceClass each : EvidenceClass.values()) {
      assertThat(each.word()).matches("[a-z]+(-[a-z0-9]+)*");
      assertThat(words.add(each.word())).as(each.word()).isTrue();
      assertThat(each.meaning()).endsWith(".").doesNotContain("\n");
    }
  }

  @Test
  void classes_are_ordered_from_the_worst() {
    Standing last = Standing.REFUTED;
    for (EvidenceClass each : EvidenceClass.values()) {
      assertThat(each.standing()).as(each.word()).isLessThanOrEqualTo(last);
      last = each.standing();
    }
  }

  @Test
  void what_is_not_green_quotes_the_policy_and_has_a_step() {
    for (EvidenceClass each : EvidenceClass.values()) {
      boolean green = each.standing() == Standing.PROVEN;
      assertThat(each.step() == NextSafeStep.GO_ON).as(each.word()).isEqualTo(green);
      assertThat(green || each.policy() != Policy.NONE).as(each.word()).isTrue();
    }
  }

  @Test
  void sentences_of_the_policy_are_one_line_and_quoted_once() {
    Set<String> sentences = new HashSet<>();
    for (Policy policy : Policy.values()) {
      assertThat(policy.sentence()).doesNotContain("\n").doesNotContain("  ");
      assertThat(sentences.add(policy.sentence())).as(policy.name()).isTrue();
    }
  }

  /** The resource holds the paragraphs of the policy documents that gate quotes from. */
  @Test
  void every_sentence_of_the_policy_stands_there_word_for_word() throws IOException {
    List<String> sentences = new ArrayList<>();
    for (Policy policy : Policy.values()) {
      sentences.add(policy.sentence());
    }
    sentences.addAll(List.of(NarVerdict.FALLBACK, NarVerdict.NO_SUBSTITUTE, NarVerdict.BODY_PATH));
    List<String> passages = Files.readAllLines(Path.of("src/test/resources/policy-passages.txt"));
    for (String sentence : sentences) {
      assertThat(passages).as(sentence).anyMatch(passage -> passage.contains(sentence));
    }
  }

  @Test
  void no_step_tells_to_restart_or_to_heal() {
    for (NextSafeStep step : NextSafeStep.values()) {
      String text = step.sentence().toLowerCase(Locale.ROOT);
      assertThat(text.replace("never call admin heal", "").contains("call admin heal")).isFalse();
      assertThat(text).doesNotContain("systemctl").doesNotContain("rollout restart");
    }
  }

  @Test
  void a_report_is_json_and_back() {
    VerdictReport report =
        ReadinessVerdict.of(
            ReadinessVerdictTest.evidence(
                Evidences.cluster(), Evidences.coherent(), null, List.of()),
            true);
    String text = Records.text(report);
    assertThat(text).contains("\"schema\" : \"gate.verdict/1\"").contains("\"nonClaims\"");
    assertThat(Records.read(text, VerdictReport.class)).isEqualTo(report);
    VerdictReport plain = CanaryVerdictTest.report(CanaryStep.ATTIC_NAR, Standing.REFUTED);
    assertThat(Records.read(Records.text(plain), VerdictReport.class)).isEqualTo(plain);
  }

  @Test
  void the_page_lists_every_class_and_step() {
    Golden.in(Path.of("docs", "checks")).matches("verdicts.md", VerdictsPage.text());
  }
}
