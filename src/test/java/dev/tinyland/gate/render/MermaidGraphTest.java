package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Hop;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * That Mermaid itself reads these graphs, and shows each label as it stands, was tried with its own
 * parser and renderer; here the form that it reads is held.
 */
class MermaidGraphTest {
  private static final String LABEL =
      "\"(?:[\\p{L}\\p{Nd} ,'()/?·●◐…._:=!-]|#\\d+;|#quot;|<br/>)*\"";
  private static final Pattern LINE =
      Pattern.compile(
          "flowchart TD"
              + "|  classDef (yes|maybe|no) [a-z:,#0-9 -]+"
              + "|  (root|[th]\\d+)(\\[|\\[\\[|\\(\\[|\\[\\()"
              + LABEL
              + "(\\]|\\]\\]|\\]\\)|\\)\\])(:::(yes|maybe|no))?"
              + "|  (root|[th]\\d+) (-->|-\\.->)(\\|"
              + LABEL
              + "\\|)? (root|h\\d+)");

  private static final List<Cell.Can> CANS = List.of(Cell.Can.values());
  private static final List<Hop.Kind> KINDS = List.of(Hop.Kind.values());

  @Test
  void a_label_keeps_common_text_readable() {
    assertThat(MermaidText.label("github.event_name == 'push' ? x : y, ./a-b/c.yml:12"))
        .isEqualTo("\"github.event_name == 'push' ? x #58; y,<br/>./a-b/c.yml:12\"");
    assertThat(MermaidText.label("${{ a && b[0] }}", "\"q\" `c` <b>"))
        .isEqualTo(
            "\"#36;#123;#123; a #38;#38; b#91;0#93; #125;#125;<br/>"
                + "#quot;q#quot; #96;c#96; #60;b#62;\"");
  }

  @Test
  void what_mermaid_would_read_as_something_else_is_taken_apart() {
    assertThat(MermaidText.label("1. a")).isEqualTo("\"1#46; a\"");
    assertThat(MermaidText.label("- a")).isEqualTo("\"#45; a\"");
    assertThat(MermaidText.label("https://x.y www.x.y")).isEqualTo("\"https#58;//x.y www#46;x.y\"");
    assertThat(MermaidText.label("direction LR")).isEqualTo("\"#100;irection LR\"");
    assertThat(MermaidText.label("$$x$$ fa:fa-car \\n"))
        .isEqualTo(
            "\"#36;#8203;#36;x#36;#8203;#36; fa#58;#8203;fa#45;car #92;#8203;n\""
                .replace("fa#45;car", "fa-car"));
    assertThat(MermaidText.label("_a_ a_b *c* a--b"))
        .isEqualTo("\"#95;a#95; a_b #42;c#42; a#45;#45;b\"");
  }

  @Test
  void a_long_label_is_cut_between_characters() {
    String label = MermaidText.label("💥".repeat(1000));
    assertThat(label).endsWith("…\"").hasSizeLessThan(2000);
    assertThat(label).doesNotContain("#55357;");
  }

  @Test
  void every_line_is_a_statement_whatever_the_text() {
    Hostile hostile = new Hostile(61);
    for (int round = 0; round < 500; round++) {
      String graph = MermaidGraph.of(surface(hostile));
      assertThat(graph.lines()).allMatch(line -> LINE.matcher(line).matches());
    }
  }

  @Test
  void scenarios_that_are_kept_out_for_the_same_reason_share_a_node() {
    Surface surface =
        new Surface(
            "s1",
            "attic-write",
            Span.at("a.yml", 3, 1),
            "attic push",
            Surface.State.ON,
            List.of(),
            List.of(
                new Cell("push", "tag", "any", Cell.Can.NO, "the filter", null),
                new Cell("push", "other-branch", "any", Cell.Can.NO, "the filter", null)),
            List.of("env.A"));
    assertThat(MermaidGraph.of(surface))
        .contains("t1([\"push, tag, any<br/>push, other-branch, any\"]):::no\n")
        .contains("t1 -.->|\"does not: the filter\"| root\n")
        .contains("root -->|\"env.A\"| h1\n")
        .doesNotContain("t2");
  }

  private static Surface surface(Hostile hostile) {
    List<Cell> cells = new ArrayList<>();
    for (int i = hostile.number(6); i > 0; i--) {
      Cell.Can can = CANS.get(hostile.number(3));
      cells.add(
          new Cell(hostile.text(3), hostile.text(3), hostile.text(3), can, hostile.text(9), null));
    }
    List<Hop> way = new ArrayList<>();
    for (int i = hostile.number(5); i > 0; i--) {
      Hop.Kind kind = KINDS.get(hostile.number(5));
      Span span = Span.at(hostile.text(4), 1, 1);
      way.add(new Hop(kind, hostile.text(9), span, List.of(hostile.text(20), hostile.text(2))));
    }
    return new Surface(
        "s1",
        "attic-write",
        Span.at(hostile.text(4), 3, 1),
        hostile.text(9),
        Surface.State.ON,
        List.of(),
        cells,
        List.of(hostile.text(9)),
        way);
  }
}
