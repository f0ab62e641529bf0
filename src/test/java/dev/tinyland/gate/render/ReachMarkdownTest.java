package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachMarkdownTest {
  private static final List<String> EVENTS = List.of("push", "pull_request", "schedule");

  @Test
  void fifty_surfaces_and_twelve_scenarios_are_one_table_with_each_reason_once() {
    String text = new ReachMarkdown().render(matrix(50), RenderOptions.DEFAULTS);
    List<String> rows = text.lines().filter(line -> line.startsWith("| s")).toList();
    assertThat(rows).hasSize(100);
    List<String> cells = rows.subList(0, 50);
    assertThat(cells).allMatch(row -> row.chars().filter(c -> c == '|').count() == 14);
    assertThat(cells).allMatch(row -> row.length() < 300);
    assertThat(text).contains("| push<br>r0<br>t | push<br>r1<br>t |");
    assertThat(text.lines().filter(line -> line.matches("\\| \\d+ \\| reason .*"))).hasSize(7);
  }

  @Test
  void a_scenario_that_a_surface_does_not_have_is_an_empty_cell() {
    Report report =
        matrix(1)
            .withSurfaces(
                List.of(
                    surface("s1", List.of(cell("push", "tag", "one"))),
                    surface("s2", List.of(cell("release", "tag", "two"))),
                    surface("s3", List.of())));
    assertThat(new ReachMarkdown().render(report, RenderOptions.DEFAULTS))
        .contains("| s1 | ·<sup>1</sup> | |\n| s2 | | ·<sup>2</sup> |\n| s3 | | |\n")
        .contains("off, no trigger starts it |\n");
  }

  @Test
  void what_does_not_fit_is_counted() {
    String text = new ReachMarkdown(4096).render(matrix(200), RenderOptions.DEFAULTS);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(4096);
    assertThat(text).contains(" rows were left out:**");
  }

  private static Report matrix(int count) {
    List<Surface> surfaces = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < 12; column++) {
        String event = EVENTS.get(column / 4);
        cells.add(cell(event, "r" + column % 4, "reason " + (i + column) % 7 + " | x"));
      }
      surfaces.add(surface("s" + i, cells));
    }
    return Samples.clean().withSurfaces(surfaces);
  }

  private static Cell cell(String event, String ref, String because) {
    return new Cell(event, ref, "t", Cell.Can.NO, because, null);
  }

  private static Surface surface(String id, List<Cell> cells) {
    return new Surface(
        id,
        "attic-write",
        Span.at("a.yml", 3, 1),
        "attic push",
        Surface.State.OFF,
        List.of(),
        cells,
        List.of());
  }
}
