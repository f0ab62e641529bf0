package dev.tinyland.gate.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final Path WORKSPACE = Path.of("/github/workspace");

  @Test
  void the_worst_comes_first_then_the_place_and_what_is_suppressed_never() {
    Span first = new Span("a.yml", 1, 1, 1, 2);
    Span second = new Span("b.yml", 1, 1, 3, 2);
    Report report =
        Reports.of(
            List.of(
                Reports.finding(Level.NOTE, first, "n"),
                Reports.finding(Level.ERROR, second, "e2"),
                Reports.finding(Level.WARNING, first, "w"),
                Reports.finding(Level.ERROR, first, "e1"),
                Reports.finding(Level.ERROR, first, "no").withSuppressed("a reason")),
            new Problem(Span.at("c.yml", 7, 1), "no YAML"));
    assertThat(Notes.of(report, WORKSPACE))
        .extracting(note -> note.level() + " " + note.message())
        .containsExactly("ERROR e1", "ERROR e2", "ERROR no YAML", "WARNING w", "NOTE n");
  }

  @Test
  void columns_are_of_one_line_only() {
    Report report =
        Reports.of(
            List.of(
                Reports.finding(Level.ERROR, new Span("a", 1, 4, 1, 9), "one"),
                Reports.finding(Level.ERROR, new Span("a", 2, 4, 3, 9), "two")));
    List<Note> notes = Notes.of(report, WORKSPACE);
    assertThat(notes.getFirst()).isEqualTo(new Note(Level.ERROR, "a", 1, 1, 4, 9, "a-rule", "one"));
    assertThat(notes.getLast())
        .isEqualTo(new Note(Level.ERROR, "a", 2, 3, null, null, "a-rule", "two"));
  }

  @Test
  void paths_are_of_the_repository_or_left_out() {
    assertThat(Notes.inRepository("./.github/x.yml", WORKSPACE)).isEqualTo(".github/x.yml");
    assertThat(Notes.inRepository("/github/workspace/a/b", WORKSPACE)).isEqualTo("a/b");
    assertThat(Notes.inRepository("/etc/passwd", WORKSPACE)).isNull();
    assertThat(Notes.inRepository("a/../../x", WORKSPACE)).isNull();
    assertThat(Notes.inRepository("a\0b", WORKSPACE)).isNull();
    assertThat(Notes.inRepository("", WORKSPACE)).isNull();
  }

  @Test
  void facts_and_help_are_lines_and_hidden_characters_are_shown() {
    Finding finding =
        new Finding(
            "r",
            Level.ERROR,
            Span.at("a", 1, 1),
            "A\nB \u001B[31m",
            List.of("one", "two"),
            "do",
            null,
            List.of(),
            null);
    assertThat(Notes.of(Reports.of(List.of(finding)), WORKSPACE).getFirst().message())
        .isEqualTo("A\\nB \\u001B[31m\nbecause: one\nbecause: two\nhelp: do");
  }

  @Test
  void what_github_would_refuse_as_too_long_is_cut_between_characters() {
    Finding finding =
        new Finding(
            "r".repeat(300),
            Level.ERROR,
            Span.at("a", 1, 1),
            "💥".repeat(40_000),
            List.of(),
            null,
            null,
            List.of(),
            null);
    Note note = Notes.of(Reports.of(List.of(finding)), WORKSPACE).getFirst();
    assertThat(note.title()).hasSize(255).endsWith("r…");
    assertThat(note.message()).endsWith("💥…");
    assertThat(note.message().getBytes(StandardCharsets.UTF_8).length).isLessThan(64_000);
  }

  @Test
  void a_mark_is_read_back_and_nothing_else_is_one() {
    Mark mark = new Mark("0123abcd", 7);
    assertThat(Mark.in(mark.text())).isEqualTo(mark);
    assertThat(Mark.in(mark.text() + "\n")).isEqualTo(mark);
    assertThat(Mark.in(null)).isNull();
    assertThat(Mark.in("<!-- gate page x after y -->")).isNull();
    assertThat(Mark.in("<!-- gate page x -->")).isNull();
    assertThat(Mark.in("text")).isNull();
  }
}
