package dev.tinyland.gate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tinyland.gate.json.JsonSyntaxException;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded, what it matches, and what goes. */
class BaselineTest {
  private static final List<RuleInfo> RULES =
      List.of(
          new RuleInfo("soft", "Soft", Level.WARNING, true, "0.1.0"),
          new RuleInfo("hard", "Hard", Level.ERROR, false, "0.1.0"));

  /** Each finding is {@code rule line} or {@code rule line endLine}. */
  private static Report report(String text, String... findings) {
    List<Finding> all = new ArrayList<>();
    for (String finding : findings) {
      String[] words = finding.split(" ", -1);
      int line = Integer.parseInt(words[1]);
      int end = words.length > 2 ? Integer.parseInt(words[2]) : line;
      all.add(
          new Finding(
              words[0],
              Level.ERROR,
              new Span("a.yml", line, 1, end, 2),
              "m",
              List.of(),
              null,
              null,
              List.of(),
              null));
    }
    return new Report(
        "0.1.0",
        ".",
        "quarantine",
        1,
        List.of(),
        all,
        List.of(),
        RULES,
        Map.of("a.yml", new SourceFile("a.yml", text)));
  }

  private static List<Boolean> suppressed(Report report) {
    return report.findings().stream()
        .map(each -> Finding.IN_BASELINE.equals(each.suppressed()))
        .toList();
  }

  @Test
  void what_was_recorded_does_not_count_also_when_its_lines_have_moved() {
    Baseline baseline = Baseline.of(report("a\n  b  c\n", "soft 2"));
    Baseline.Compared moved = baseline.compared(report("x\ny\na\nb c\nd\n", "soft 4", "soft 3"));
    assertThat(suppressed(moved.report())).containsExactly(true, false);
    assertThat(moved.added()).hasSize(1);
    assertThat(suppressed(baseline.compared(report("a\nbc\n", "soft 2")).report()))
        .containsExactly(false);
  }

  @Test
  void all_lines_of_a_finding_count() {
    Baseline baseline = Baseline.of(report("a\nb\nc\nd\n", "soft 2 3"));
    assertThat(suppressed(baseline.compared(report("b\nc\nx\n", "soft 1 2")).report()))
        .containsExactly(true);
    assertThat(suppressed(baseline.compared(report("b\nx\n", "soft 1 2")).report()))
        .containsExactly(false);
  }

  @Test
  void findings_that_are_alike_are_counted() {
    Baseline baseline = Baseline.of(report("a\na\n", "soft 1", "soft 2"));
    assertThat(baseline.entries()).extracting(Entry::ordinal).containsExactly(1, 2);
    Baseline.Compared three = baseline.compared(report("a\na\na\n", "soft 1", "soft 2", "soft 3"));
    assertThat(suppressed(three.report())).containsExactly(true, true, false);
    Baseline.Compared one = baseline.compared(report("a\n", "soft 1"));
    assertThat(baseline.shrunk(one, path -> true).entries())
        .extracting(Entry::ordinal)
        .containsExactly(1);
  }

  @Test
  void what_is_gone_goes_and_nothing_is_added() {
    Baseline baseline = Baseline.of(report("a\nb\n", "soft 1", "soft 2"));
    Report now = report("b\nc\n", "soft 1", "soft 2");
    Baseline.Compared compared = baseline.compared(now);
    Baseline shrunk = baseline.shrunk(compared, path -> true);
    assertThat(shrunk.entries()).hasSize(1);
    assertThat(baseline.entries()).containsAll(shrunk.entries());
    assertThat(suppressed(shrunk.compared(now).report())).containsExactly(true, false);
    assertThat(baseline.shrunk(compared, path -> false)).isEqualTo(baseline);
  }

  @Test
  void rules_that_cannot_be_suppressed_are_neither_recorded_nor_matched() {
    Report report = report("a\n", "hard 1");
    assertThat(Baseline.of(report).entries()).isEmpty();
    Baseline forged = new Baseline(List.of(new Entry("a.yml", "hard", lines("a\n"), 1)));
    Baseline.Compared compared = forged.compared(report);
    assertThat(suppressed(compared.report())).containsExactly(false);
    assertThat(compared.fixed()).containsExactly("hard");
  }

  private static String lines(String text) {
    return Baseline.of(report(text, "soft 1")).entries().getFirst().lines();
  }

  @Test
  void what_a_comment_suppresses_is_not_recorded() {
    Report report = report("a\n", "soft 1");
    Report commented =
        report.withFindings(List.of(report.findings().getFirst().withSuppressed("so")));
    assertThat(Baseline.of(commented).entries()).isEmpty();
    Baseline.Compared compared = Baseline.of(report).compared(commented);
    assertThat(compared.report().findings().getFirst().suppressed()).isEqualTo("so");
  }

  @Test
  void the_text_has_one_entry_a_line_and_is_sorted() {
    Baseline baseline =
        new Baseline(
            List.of(
                new Entry("b.yml", "soft", "02", 1),
                new Entry("a \"b\".yml", "soft", "01", 2),
                new Entry("a \"b\".yml", "soft", "01", 1)));
    assertThat(baseline.text())
        .isEqualTo(
            """
            {
              "schema": "gate.baseline/1",
              "findings": [
                {"path":"a \\"b\\".yml","rule":"soft","lines":"01","ordinal":1},
                {"path":"a \\"b\\".yml","rule":"soft","lines":"01","ordinal":2},
                {"path":"b.yml","rule":"soft","lines":"02","ordinal":1}
              ]
            }
            """);
    assertThat(BaselineReader.read(baseline.text())).isEqualTo(baseline);
    Baseline empty = new Baseline(List.of());
    assertThat(BaselineReader.read(empty.text())).isEqualTo(empty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]                                               | 1:1 not a baseline: no `schema` gate.baseline/1",
        "{\"schema\":\"gate.lint/1\"}                     | 1:1 not a baseline: no `schema` gate.baseline/1",
        "{\"schema\":\"gate.baseline/1\"}                 | 1:1 not a baseline: no list `findings`",
        "{\"schema\":\"gate.baseline/1\",\"findings\":[1]} | 1:41 an entry is an object",
        "{\"schema\":\"gate.baseline/1\",\"findings\":[{}]} | 1:41 the entry has no text `path`",
      })
  void what_is_no_baseline_is_refused_with_its_place(String text, String message) {
    assertThat(refusal(text.strip())).isEqualTo(message);
  }

  @Test
  void a_broken_entry_is_found_among_good_ones() {
    String text =
        new Baseline(List.of(new Entry("a, [{", "soft", "01", 1), new Entry("b", "soft", "02", 1)))
            .text();
    assertThat(refusal(text.replace("\"02\",\"ordinal\":1", "\"02\",\"ordinal\":0")))
        .isEqualTo("5:5 the entry has no `ordinal` from 1 on");
    assertThat(refusal(text.replace("},", "}"))).startsWith("5:");
    assertThat(refusal(text.substring(0, 40))).startsWith("3:");
  }

  private static String refusal(String text) {
    JsonSyntaxException[] thrown = new JsonSyntaxException[1];
    assertThatThrownBy(() -> BaselineReader.read(text))
        .isInstanceOfSatisfying(JsonSyntaxException.class, e -> thrown[0] = e);
    return thrown[0].line() + ":" + thrown[0].column() + " " + thrown[0].getMessage();
  }
}
