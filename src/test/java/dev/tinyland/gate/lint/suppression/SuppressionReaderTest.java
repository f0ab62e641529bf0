package dev.tinyland.gate.lint.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments that suppress, in texts of any kind. */
class SuppressionReaderTest {
  private static SuppressionReader.Read yaml(String text) {
    return SuppressionReader.read(new SourceFile("w.yml", text));
  }

  private static SuppressionReader.Read page(String text) {
    return SuppressionReader.read(new SourceFile("p.md", text));
  }

  private static List<String> lines(SuppressionReader.Read read) {
    assertThat(read.mistakes()).isEmpty();
    return read.suppressions().stream()
        .map(each -> each.span().line() + ": " + each.first() + "-" + each.last())
        .toList();
  }

  @Test
  void a_comment_has_rules_a_date_and_a_reason() {
    SuppressionReader.Read read =
        yaml("steps:\n  - run: x  # gate: allow[one, two] until 2026-12-31 it is so\n");
    assertThat(read.mistakes()).isEmpty();
    assertThat(read.suppressions())
        .containsExactly(
            new Suppression(
                new Span("w.yml", 2, 15, 2, 62),
                0,
                0,
                List.of("one", "two"),
                LocalDate.of(2026, 12, 31),
                "it is so"));
    assertThat(read.suppressions().getFirst().shown()).isEqualTo("it is so (until 2026-12-31)");
  }

  @Test
  void the_last_day_is_one_on_which_it_holds() {
    Suppression until = yaml("# gate: allow[x] until 2026-02-28 y").suppressions().getFirst();
    assertThat(until.expired(LocalDate.of(2026, 2, 28))).isFalse();
    assertThat(until.expired(LocalDate.of(2026, 3, 1))).isTrue();
    Suppression ever = yaml("# gate: allow[x] y").suppressions().getFirst();
    assertThat(ever.expired(LocalDate.MAX)).isFalse();
    assertThat(ever.shown()).isEqualTo("y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# gate: allow[x             | the bracket is not closed",
        "# gate: allow[] why         | the brackets name no rule",
        "# gate: allow[ , ] why      | the brackets name no rule",
        "# gate: allow[x]            | there is no reason behind the brackets",
        "# gate: allow[x] --         | there is no reason behind the brackets",
        "# gate: allow[x] until 2026-12-31 | there is no reason behind the brackets",
        "# gate: allow[x] until      | there is no date behind `until`",
        "# gate: allow[x] until May  | `May` is no date such as 2026-12-31",
        "# gate: allow[x] until 2026-02-30 y | `2026-02-30` is no date such as 2026-12-31",
        "# gate: allow[x] until 2026-2-3 y   | `2026-2-3` is no date such as 2026-12-31",
        "# gate: allow[x] until 2026-12-3x y | `2026-12-3x` is no date such as 2026-12-31",
      })
  void what_cannot_be_understood_is_a_mistake(String text, String message) {
    SuppressionReader.Read read = yaml("a: b\n" + text + "\n");
    assertThat(read.suppressions()).isEmpty();
    assertThat(read.mistakes()).extracting(Mistake::message).containsExactly(message);
    assertThat(read.mistakes().getFirst().span().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# gate: allow only main",
        "# the gate: allow[x] y",
        "#! gate: allow[x] y",
        "run: echo \"# gate: allow[x] y\"",
        "run: echo '# gate: allow[x] y'",
        "a#gate: allow[x] y",
        "a# gate: allow[x] y",
        "gate: allow[x] y",
        "<!-- gate: allow[x] y -->",
        "# gate: allowed[x] y",
      })
  void other_text_is_none(String text) {
    SuppressionReader.Read read = yaml(text);
    assertThat(read.suppressions()).isEmpty();
    assertThat(read.mistakes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#gate: allow[x] y",
        "## gate: allow[x] y",
        "\t# gate: allow[x] y",
        "name: it's # gate: allow[x] y",
        "run: echo \"a\" 'b' # gate: allow[x] y",
        "# gate: allow [x] y",
        "# gate: allow[x]y",
      })
  void comments_come_in_several_forms(String text) {
    assertThat(yaml(text).suppressions()).hasSize(1);
  }

  @Test
  void a_comment_alone_is_about_the_next_line_that_is_none() {
    assertThat(lines(yaml("# gate: allow[x] y\nkey: 1\nother: 2\n"))).containsExactly("1: 2-2");
    assertThat(lines(yaml("# gate: allow[x] y\n# more\n# gate: allow[z] y\nkey: 1\n")))
        .containsExactly("1: 4-4", "3: 4-4");
    assertThat(lines(yaml("# gate: allow[x] y\n\nkey: 1\n"))).containsExactly("1: 2-2");
    assertThat(lines(yaml("key: 1\n# gate: allow[x] y"))).containsExactly("2: 3-3");
  }

  @Test
  void above_a_step_or_a_script_it_is_about_all_of_it() {
    String text =
        """
        steps:
          # gate: allow[x] y
          - name: a
            # gate: allow[x] y
            run: |
              one

              # gate: allow[x] y
              two
            env: {}
          - run: three
        """;
    assertThat(lines(yaml(text))).containsExactly("2: 3-10", "4: 5-9", "8: 9-9");
  }

  @Test
  void every_line_break_ends_a_line() {
    assertThat(lines(yaml("# gate: allow[x] y\r\n- a\r\n  b\r\n- c\r\n")))
        .containsExactly("1: 2-3");
    assertThat(yaml("# gate: allow[x] y\rkey: 1").suppressions().getFirst().reason())
        .isEqualTo("y");
  }

  @Test
  void in_markdown_it_is_a_comment_of_html() {
    assertThat(yaml("# gate: allow[x] y").suppressions()).hasSize(1);
    assertThat(page("# gate: allow[x] y").suppressions()).isEmpty();
    SuppressionReader.Read read = page("text <!-- gate: allow[x] y --> text\n");
    assertThat(read.suppressions())
        .containsExactly(
            new Suppression(new Span("p.md", 1, 11, 1, 27), 0, 0, List.of("x"), null, "y"));
  }

  @Test
  void in_markdown_it_is_about_the_fence_below() {
    String page =
        """
        <!-- gate: allow[x] y -->

        ```yaml
        # gate: allow[x] an example of a comment
        - run: z
        ```

        > <!-- gate: allow[x] y -->
        > ~~~sh
        > z
        > ~~~
        <!-- gate: allow[x] y -->
        A line.
        """;
    assertThat(lines(page(page))).containsExactly("1: 3-6", "8: 9-11", "12: 13-13");
  }

  @Test
  void in_markdown_what_is_shown_to_the_reader_is_none() {
    String page =
        """
        Write `<!-- gate: allow[x] y -->` above it, or

        ````markdown
        ```yaml
        ```
        <!-- gate: allow[x] y -->
        ````
        ``` not a fence `
        <!-- gate: allow[x] y -->
        """;
    assertThat(lines(page(page))).containsExactly("9: 11-11");
  }

  @Test
  void it_covers_places_on_its_line_and_below() {
    Suppression behind = yaml("a\nb # gate: allow[x] y\nc\n").suppressions().getFirst();
    assertThat(behind.covers(new Span("w.yml", 2, 1, 2, 2))).isTrue();
    assertThat(behind.covers(new Span("w.yml", 1, 1, 3, 2))).isTrue();
    assertThat(behind.covers(new Span("w.yml", 3, 1, 3, 2))).isFalse();
    assertThat(behind.covers(new Span("other.yml", 2, 1, 2, 2))).isFalse();
    Suppression above = yaml("# gate: allow[x] y\n- a\n  b\n- c\n").suppressions().getFirst();
    assertThat(above.covers(new Span("w.yml", 3, 1, 9, 2))).isTrue();
    assertThat(above.covers(new Span("w.yml", 4, 1, 4, 2))).isFalse();
  }
}
