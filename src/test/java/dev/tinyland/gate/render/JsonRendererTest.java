package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@code gate.lint/1} and {@code gate.reach/1}: other people's scripts. */
class JsonRendererTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void the_fields_of_lint_are_those_of_the_contract_in_its_order() throws Exception {
    JsonNode root = lint(Samples.rich(), RenderOptions.DEFAULTS);
    assertThat(names(root))
        .containsExactly(
            "schema",
            "version",
            "root",
            "profile",
            "summary",
            "surfaces",
            "findings",
            "problems",
            "remarks");
    assertThat(root.path("schema").asText()).isEqualTo("gate.lint/1");
    assertThat(names(root.path("summary")))
        .containsExactly("files", "errors", "warnings", "notes", "suppressed", "historical");
    JsonNode surface = root.path("surfaces").path(0);
    assertThat(names(surface))
        .containsExactly(
            "id",
            "kind",
            "path",
            "line",
            "column",
            "endLine",
            "endColumn",
            "what",
            "state",
            "via",
            "reach",
            "gatedBy",
            "way");
    assertThat(names(surface.path("way").path(0)))
        .containsExactly("kind", "name", "path", "line", "conditions");
    assertThat(names(root.path("surfaces").path(1))).doesNotContain("way");
    assertThat(names(surface.path("via").path(0))).containsExactly("path", "line");
    assertThat(names(surface.path("reach").path(0)))
        .containsExactly("event", "ref", "trust", "can", "because");
    JsonNode finding = root.path("findings").path(2);
    assertThat(names(finding))
        .containsExactly(
            "rule",
            "level",
            "path",
            "line",
            "column",
            "endLine",
            "endColumn",
            "message",
            "surface",
            "related",
            "suppressed",
            "because",
            "help");
    JsonNode fix = root.path("findings").path(0).path("fix");
    assertThat(names(fix)).containsExactly("description", "edits");
    assertThat(names(fix.path("edits").path(0)))
        .containsExactly("path", "line", "column", "endLine", "endColumn", "replacement");
    assertThat(names(finding.path("related").path(0))).containsExactly("path", "line", "message");
    assertThat(names(root.path("problems").path(0)))
        .containsExactly("path", "line", "column", "message");
  }

  @Test
  void a_suppressed_finding_is_listed_with_its_reason_and_counted_apart() throws Exception {
    JsonNode root = lint(Samples.rich(), RenderOptions.DEFAULTS);
    assertThat(root.path("summary").path("errors").asInt()).isEqualTo(3);
    assertThat(root.path("summary").path("suppressed").asInt()).isEqualTo(1);
    assertThat(root.path("findings").findValuesAsText("suppressed"))
        .contains("migration until 2026-12-31, see the plan")
        .hasSize(6);
  }

  @Test
  void the_proof_of_a_cell_is_there_when_asked_for() throws Exception {
    JsonNode without = lint(Samples.rich(), RenderOptions.DEFAULTS);
    assertThat(without.findValue("reach").findValue("conditions")).isNull();
    JsonNode with =
        MAPPER.readTree(
            new ReachJson().render(Samples.rich(), RenderOptions.DEFAULTS.withWitness(true)));
    assertThat(names(with)).containsExactly("schema", "version", "root", "profile", "surfaces");
    assertThat(with.path("schema").asText()).isEqualTo("gate.reach/1");
    JsonNode conditions = with.path("surfaces").path(1).path("reach").path(1).path("conditions");
    assertThat(names(conditions.path(0)))
        .containsExactly("path", "line", "expr", "context", "status");
    assertThat(conditions.path(0).path("context").path("github").path("event_name").asText())
        .isEqualTo("push");
  }

  @Test
  void any_text_survives_and_none_of_it_is_a_command_for_the_runner() throws Exception {
    Hostile hostile = new Hostile(5);
    for (int round = 0; round < 500; round++) {
      String message = hostile.text(20);
      Finding finding = Samples.finding("r", Level.ERROR, Span.at("a", 1, 1), message);
      String text =
          new JsonRenderer()
              .render(Samples.of(List.of(finding), List.of()), RenderOptions.DEFAULTS);
      assertThat(MAPPER.readTree(text).path("findings").path(0).path("message").asText())
          .isEqualTo(message);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).as(text).isTrue();
      assertThat(RunnerCommands.read(text)).as(text).isEmpty();
    }
  }

  private static JsonNode lint(Report report, RenderOptions options) throws Exception {
    return MAPPER.readTree(new JsonRenderer().render(report, options));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
