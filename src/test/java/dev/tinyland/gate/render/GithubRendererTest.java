package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GithubRendererTest {
  private final GithubRenderer renderer = new GithubRenderer();

  @Test
  void the_oracle_sees_both_grammars() {
    assertThat(RunnerCommands.read("  ::error file=a,line=2::b%0Ac\nx ##[group]y\n::nonsense::z"))
        .containsExactly(
            new RunnerCommands.Command("error", Map.of("file", "a", "line", "2"), "b\nc"),
            new RunnerCommands.Command("group", Map.of(), "y"));
  }

  @Test
  void a_span_of_one_line_has_columns_and_a_longer_one_has_not() {
    List<Finding> findings =
        List.of(
            Samples.finding("rule", Level.ERROR, new Span("a.yml", 2, 3, 2, 9), "One."),
            Samples.finding("rule", Level.NOTE, new Span("a.yml", 4, 3, 6, 1), "Two."));
    assertThat(RunnerCommands.read(render(findings)))
        .containsExactly(
            new RunnerCommands.Command(
                "error",
                Map.of(
                    "file",
                    "a.yml",
                    "line",
                    "2",
                    "endLine",
                    "2",
                    "col",
                    "3",
                    "endColumn",
                    "9",
                    "title",
                    "rule"),
                "One."),
            new RunnerCommands.Command(
                "notice",
                Map.of("file", "a.yml", "line", "4", "endLine", "6", "title", "rule"),
                "Two."));
  }

  @Test
  void the_runner_reads_back_exactly_what_was_meant() {
    Hostile hostile = new Hostile(7);
    for (int round = 0; round < 3000; round++) {
      String message = hostile.text(12);
      String because = hostile.text(8);
      String help = hostile.text(8);
      String path = "dir/" + hostile.text(6);
      // The runner trims the list of properties, so the last one must not end in a space.
      String rule = "rule-" + hostile.text(4) + ".";
      Finding finding =
          Samples.finding(
              rule, Level.WARNING, Span.at(path, 1, 1), message, List.of(because), help);
      String problem = hostile.text(12);
      String log =
          renderer.render(
              Samples.of(
                  List.of(finding), List.of(new Problem(new Span(path, 3, 1, 4, 1), problem))),
              RenderOptions.DEFAULTS);
      Map<String, String> place = new HashMap<>(Map.of("file", Visible.line(path)));
      place.putAll(Map.of("line", "1", "endLine", "1", "col", "1", "endColumn", "1"));
      place.put("title", Visible.line(rule));
      assertThat(RunnerCommands.read(log))
          .as("round %d: %s", round, log)
          .containsExactly(
              new RunnerCommands.Command(
                  "error",
                  Map.of(
                      "file",
                      Visible.line(path),
                      "line",
                      "3",
                      "endLine",
                      "4",
                      "title",
                      "could not be read"),
                  Visible.line(problem)),
              new RunnerCommands.Command(
                  "warning",
                  place,
                  Visible.line(message)
                      + "\nbecause: "
                      + Visible.line(because)
                      + "\nhelp: "
                      + Visible.line(help)));
    }
  }

  @Test
  void at_most_nine_of_a_level_and_a_line_that_says_how_many_more() {
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= 9; line++) {
      findings.add(
          Samples.finding("rule", Level.WARNING, Span.at("a.yml", line, 1), "Nine of these."));
    }
    for (int line = 1; line <= 12; line++) {
      findings.add(Samples.finding("rule", Level.ERROR, Span.at("a.yml", line, 1), "More."));
    }
    List<RunnerCommands.Command> capped = RunnerCommands.read(render(findings));
    assertThat(capped).hasSize(9 + 1 + 9);
    assertThat(capped.get(9).data())
        .isEqualTo("3 more errors are not annotated here; the full report lists them all");
    assertThat(capped.get(9).properties()).containsExactly(Map.entry("title", "gate"));
    assertThat(
            RunnerCommands.read(
                renderer.render(
                    Samples.of(findings, List.of()),
                    RenderOptions.DEFAULTS.withAnnotationsCapped(false))))
        .hasSize(21);
  }

  @Test
  void a_message_is_cut_where_the_runner_would_cut_it_and_between_characters() {
    String long1 = "x".repeat(4094) + "💥💥";
    String data =
        RunnerCommands.read(
                render(List.of(Samples.finding("r", Level.ERROR, Span.at("a", 1, 1), long1))))
            .getFirst()
            .data();
    assertThat(data).isEqualTo("x".repeat(4094) + "…");
  }

  @Test
  void what_is_suppressed_is_no_annotation_and_a_clean_run_still_says_what_it_saw() {
    assertThat(RunnerCommands.read(renderer.render(Samples.rich(), RenderOptions.DEFAULTS)))
        .hasSize(6)
        .noneMatch(command -> "12".equals(command.properties().get("line")));
    String clean = renderer.render(Samples.clean(), RenderOptions.DEFAULTS);
    assertThat(RunnerCommands.read(clean)).isEmpty();
    assertThat(clean).startsWith("no findings under profile quarantine: 12 files");
  }

  private String render(List<Finding> findings) {
    return renderer.render(Samples.of(findings, List.of()), RenderOptions.DEFAULTS);
  }
}
