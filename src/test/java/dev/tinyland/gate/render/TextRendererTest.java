package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextRendererTest {
  private final TextRenderer renderer = new TextRenderer();

  @Test
  void a_finding_with_all_its_parts() {
    SourceFile file = new SourceFile("a.yml", "on: push\nrun: attic push x\n");
    Finding finding =
        new Finding(
            "some-rule",
            Level.ERROR,
            new Span("a.yml", 2, 6, 2, 18),
            "This pushes.",
            List.of("it is on"),
            "Remove it.",
            null,
            List.of(new Related(new Span("a.yml", 1, 1, 1, 3), "the trigger")),
            null);
    assertThat(render(Samples.of(List.of(finding), List.of(), file)))
        .isEqualTo(
            """
            error[some-rule]: This pushes.
              --> a.yml:2:6
               |
             2 | run: attic push x
               |      ^^^^^^^^^^^^
              ::: a.yml:1:1 the trigger
               |
               = because: it is on
               = help: Remove it.

            1 error, 0 warnings, 0 notes, 0 suppressed in 1 file; 0 write surfaces
            """);
  }

  @Test
  void findings_come_by_place_and_rule() {
    String text =
        render(
            Samples.of(
                List.of(
                    Samples.finding("b", Level.NOTE, Span.at("a", 2, 1), "4"),
                    Samples.finding("a", Level.ERROR, Span.at("b", 1, 1), "5"),
                    Samples.finding("b", Level.ERROR, Span.at("a", 1, 1), "2"),
                    Samples.finding("a", Level.NOTE, Span.at("a", 1, 1), "1"),
                    Samples.finding("a", Level.ERROR, Span.at("a", 1, 2), "3")),
                List.of()));
    assertThat(text.lines().filter(line -> line.contains("]: ")).map(line -> line.split(": ")[1]))
        .containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void the_last_line_says_what_was_looked_at_and_no_more_than_is_known() {
    assertThat(last(0, List.of())).isEqualTo("nothing was looked at: 0 files");
    assertThat(last(1, List.of()))
        .isEqualTo("no findings under profile quarantine: 1 file, 0 write surfaces");
    assertThat(last(12, List.of(surface(Cell.Can.NO), surface(Cell.Can.NO, Cell.Can.NO))))
        .isEqualTo(
            "no findings under profile quarantine: 12 files, 2 write surfaces, none can write");
    assertThat(last(12, List.of(surface(Cell.Can.NO), surface(Cell.Can.NO, Cell.Can.MAYBE))))
        .isEqualTo(
            "no findings under profile quarantine: 12 files, 2 write surfaces"
                + " (1 cannot write, 1 can write and no rule objects)");
    assertThat(last(12, List.of(surface())))
        .isEqualTo(
            "no findings under profile quarantine: 12 files, 1 write surface (1 with no trigger)");
  }

  @Test
  void a_run_that_could_not_read_a_file_is_not_called_clean() {
    String text =
        render(Samples.of(List.of(), List.of(new Problem(Span.at("a.yml", 1, 1), "A tab."))));
    assertThat(text)
        .isEqualTo(
            """
            problem: A tab.
              --> a.yml:1:1

            0 errors, 0 warnings, 0 notes, 0 suppressed, 1 problem in 1 file; 0 write surfaces
            """);
  }

  @Test
  void foreign_text_reaches_neither_the_terminal_nor_the_runner() {
    Hostile hostile = new Hostile(23);
    for (int round = 0; round < 1500; round++) {
      String path = hostile.text(4);
      SourceFile file = new SourceFile(path, hostile.text(40));
      int line = 1 + hostile.number(3);
      int column = 1 + hostile.number(30);
      Finding finding =
          new Finding(
              hostile.text(3),
              Level.ERROR,
              new Span(path, line, column, line + hostile.number(2), column + 3),
              hostile.text(15),
              List.of(hostile.text(40), hostile.text(3)),
              hostile.text(30),
              null,
              List.of(new Related(Span.at(path, 1, 1), hostile.text(9))),
              null);
      Report report =
          Samples.of(
              List.of(finding), List.of(new Problem(Span.at(path, 1, 1), hostile.text(9))), file);
      String text = renderer.render(report, RenderOptions.DEFAULTS.withWidth(50));
      assertThat(text.codePoints().noneMatch(c -> c != '\n' && Visible.isHidden(c)))
          .as(text)
          .isTrue();
      assertThat(RunnerCommands.read(text)).as(text).isEmpty();
      assertThat(text).doesNotContain("##[");
    }
  }

  @Test
  void colour_adds_escapes_and_nothing_else() {
    String plain = render(Samples.rich());
    String colored = renderer.render(Samples.rich(), RenderOptions.DEFAULTS.withColor(true));
    assertThat(plain).doesNotContain("\u001B");
    assertThat(colored).contains("\u001B[1;31merror");
    assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void words_wrap_but_never_so_that_a_line_becomes_a_command() {
    StringBuilder out = new StringBuilder("ab ");
    Wrap.append(out, "one two ::error::three four", 3, 12);
    assertThat(out.toString()).isEqualTo("ab one two ::error::three\n   four");
    assertThat(RunnerCommands.read(out.toString())).isEmpty();
    out.setLength(0);
    Wrap.append(out, "one two three  \u00A0 ::error::", 3, 12);
    assertThat(out.toString()).isEqualTo("one two\n   three  \u00A0 ::error::");
  }

  private String render(Report report) {
    return renderer.render(report, RenderOptions.DEFAULTS);
  }

  private String last(int files, List<Surface> surfaces) {
    Report report =
        new Report(
            "0.1.0", ".", "quarantine", files, surfaces, List.of(), List.of(), List.of(), Map.of());
    return render(report).stripTrailing();
  }

  private static Surface surface(Cell.Can... reach) {
    List<Cell> cells =
        java.util.Arrays.stream(reach)
            .map(can -> new Cell("push", "any", "any", can, "", null))
            .toList();
    return new Surface(
        "s1",
        "attic-write",
        Span.at("a", 1, 1),
        "attic push",
        Surface.State.OFF,
        List.of(),
        cells,
        List.of());
  }
}
