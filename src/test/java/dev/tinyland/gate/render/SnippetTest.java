package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import org.junit.jupiter.api.Test;

class SnippetTest {
  @Test
  void carets_stand_under_the_columns() {
    assertThat(shown("key: value", 6, 11))
        .isEqualTo(
            """
            key: value
                 ^^^^^
            """);
  }

  @Test
  void an_empty_span_gets_one_caret_also_after_the_end() {
    assertThat(shown("key:", 5, 5)).isEqualTo("key:\n    ^\n");
    assertThat(shown("", 1, 1)).isEqualTo("\n^\n");
    assertThat(shown("ab", 9, 12)).isEqualTo("ab\n  ^\n");
  }

  @Test
  void tabs_are_four_cells_and_wide_characters_two() {
    assertThat(shown("\ta\tb: 日本 x", 4, 5)).isEqualTo("    a   b: 日本 x\n        ^\n");
    assertThat(shown("日本: x", 5, 6)).isEqualTo("日本: x\n      ^\n");
    assertThat(shown("💥: x", 1, 2)).isEqualTo("💥: x\n^^\n");
    assertThat(shown("e\u0301: x", 5, 6)).isEqualTo("e\u0301: x\n   ^\n");
  }

  @Test
  void an_escape_is_underlined_as_long_as_it_is_shown() {
    assertThat(shown("a\u202Eb", 2, 3)).isEqualTo("a\\u202Eb\n ^^^^^^\n");
    assertThat(shown("##[x]", 4, 5)).isEqualTo("##\\[x]\n    ^\n");
  }

  @Test
  void a_span_over_lines_shows_the_first_and_the_last() {
    SourceFile file = new SourceFile("a", "a:\n  - one\n  - two\n  - three\n\nb:\n");
    assertThat(shown(file, new Span("a", 2, 3, 6, 1), 80))
        .isEqualTo(
            """
              - one
              ^^^^^
            ...
              - three
              ^^^^^^^
            """);
    assertThat(shown(file, new Span("a", 2, 5, 3, 6), 80))
        .isEqualTo(
            """
              - one
                ^^^
              - two
              ^^^
            """);
    assertThat(shown(file, new Span("a", 4, 5, 6, 1), 80))
        .isEqualTo(
            """
              - three
                ^^^^^
            """);
  }

  @Test
  void a_long_line_is_cut_around_the_span() {
    String line = "a".repeat(100) + "SPAN" + "b".repeat(100);
    assertThat(shown(new SourceFile("a", line), new Span("a", 1, 101, 1, 105), 40))
        .isEqualTo(
            """
            …aaaaaaaaaaaaaaaaSPANbbbbbbbbbbbbbbbbbb…
                             ^^^^
            """);
    assertThat(shown(new SourceFile("a", line), new Span("a", 1, 1, 1, 3), 20))
        .isEqualTo("aaaaaaaaaaaaaaaaaaa…\n^^\n");
    assertThat(shown(new SourceFile("a", line), new Span("a", 1, 203, 1, 205), 20))
        .isEqualTo("…bbbbbbbbbbbbbbbbbbb\n                  ^^\n");
  }

  @Test
  void a_span_longer_than_the_width_is_underlined_to_the_edge() {
    String line = "x: " + "y".repeat(300);
    assertThat(shown(new SourceFile("a", line), new Span("a", 1, 4, 1, 304), 20))
        .isEqualTo("…: yyyyyyyyyyyyyyyy…\n   ^^^^^^^^^^^^^^^^^\n");
  }

  @Test
  void every_cut_fits_the_width_and_starts_where_the_span_starts() {
    Hostile hostile = new Hostile(11);
    for (int round = 0; round < 2000; round++) {
      String before = hostile.text(30).replaceAll("[\r\n]", "");
      String line = before + "\u25A0" + hostile.text(30).replaceAll("[\r\n]", "");
      int column = before.codePointCount(0, before.length()) + 1;
      SourceFile file = new SourceFile("a", line);
      Snippet.Row row =
          Snippet.of(file, new Span("a", 1, column, 1, column + 1), 40).rows().getFirst();
      int square = row.text().indexOf('\u25A0');
      assertThat(Cells.of(row.text())).as(row.text()).isLessThanOrEqualTo(40);
      assertThat(Cells.of(row.text().substring(0, square)))
          .as(row.text())
          .isEqualTo(row.caretStart());
      assertThat(row.caretLength()).isEqualTo(1);
    }
  }

  @Test
  void a_megabyte_on_one_line_costs_only_what_is_shown() {
    SourceFile file = new SourceFile("a", "ab💥".repeat(250_000));
    Snippet.Row row = Snippet.of(file, new Span("a", 1, 600_003, 1, 600_004), 40).rows().getFirst();
    assertThat(row.text()).startsWith("…").endsWith("…");
    assertThat(Cells.of(row.text())).isLessThanOrEqualTo(40);
    assertThat(row.caretLength()).isEqualTo(2);
  }

  @Test
  void a_line_that_does_not_exist_has_no_snippet() {
    assertThat(Snippet.of(new SourceFile("a", "x"), Span.at("a", 2, 1), 40).rows()).isEmpty();
  }

  private static String shown(String line, int column, int endColumn) {
    return shown(new SourceFile("a", line), new Span("a", 1, column, 1, endColumn), 80);
  }

  private static String shown(SourceFile file, Span span, int width) {
    StringBuilder out = new StringBuilder();
    for (Snippet.Row row : Snippet.of(file, span, width).rows()) {
      out.append(row.gapBefore() ? "...\n" : "").append(row.text()).append('\n');
      out.repeat(' ', row.caretStart()).repeat('^', row.caretLength()).append('\n');
    }
    return out.toString();
  }
}
