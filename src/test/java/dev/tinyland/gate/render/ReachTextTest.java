package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.report.Witness;
import dev.tinyland.gate.source.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReachTextTest {
  @Test
  void columns_line_up_also_with_wide_characters() {
    Surface surface =
        new Surface(
            "s1",
            "attic-write",
            Span.at("a.yml", 3, 1),
            "attic push",
            Surface.State.OFF,
            List.of(),
            List.of(
                new Cell("日本", "any", "any", Cell.Can.NO, "one", null),
                new Cell("push", "default-branch", "any", Cell.Can.MAYBE, "two", null)),
            List.of("a", "b"));
    assertThat(render(surface))
        .isEqualTo(
            """
            s1 a.yml:3 attic push (off)
              gated by a
              gated by b
              event  ref             trust  can    because
              日本   any             any    no     one
              push   default-branch  any    maybe  two

            1 write surface in 1 file
            """);
  }

  @Test
  void foreign_text_reaches_neither_the_terminal_nor_the_runner() {
    Hostile hostile = new Hostile(41);
    for (int round = 0; round < 1000; round++) {
      Span span = Span.at(hostile.text(3), 1, 1);
      Witness witness =
          new Witness(
              List.of(
                  new Witness.Condition(
                      span, hostile.text(9), Map.of(hostile.text(2), hostile.text(2)), "success")));
      Surface surface =
          new Surface(
              "s1",
              "attic-write",
              span,
              hostile.text(9),
              Surface.State.ON,
              List.of(new Related(span, hostile.text(9))),
              List.of(
                  new Cell(
                      hostile.text(2),
                      hostile.text(2),
                      "any",
                      Cell.Can.MAYBE,
                      hostile.text(30),
                      witness)),
              List.of(hostile.text(30)));
      String text = render(surface);
      assertThat(text.codePoints().noneMatch(c -> c != '\n' && Visible.isHidden(c)))
          .as(text)
          .isTrue();
      assertThat(RunnerCommands.read(text)).as(text).isEmpty();
      String markdown = new MarkdownRenderer().render(report(surface), RenderOptions.DEFAULTS);
      assertThat(RunnerCommands.read(markdown)).as(markdown).isEmpty();
      assertThat(markdown.lines().filter(line -> line.equals("</details>"))).hasSize(1);
    }
  }

  private static String render(Surface surface) {
    return new ReachText().render(report(surface), RenderOptions.DEFAULTS.withWitness(true));
  }

  private static Report report(Surface surface) {
    return new Report(
        "0.1.0", ".", "quarantine", 1, List.of(surface), List.of(), List.of(), List.of(), Map.of());
  }
}
