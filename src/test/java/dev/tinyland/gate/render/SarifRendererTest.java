package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifRendererTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Validator VALIDATOR =
      new ValidatorFactory().withDialect(new Dialects.Draft4Dialect()).createValidator();
  private static final URI SCHEMA = VALIDATOR.registerSchema(schema());

  private final SarifRenderer renderer = new SarifRenderer(5000, rule -> null);

  @Test
  void the_schema_can_refuse() {
    assertThat(VALIDATOR.validate(SCHEMA, "{\"version\":\"2.1.0\",\"runs\":[{}]}").isValid())
        .isFalse();
  }

  @Test
  void every_report_is_valid_and_within_the_subset_of_github() throws Exception {
    check(render(Samples.rich(), RenderOptions.DEFAULTS));
    check(render(Samples.rich(), RenderOptions.DEFAULTS.withIncludeSuppressed(true)));
    check(render(Samples.clean(), RenderOptions.DEFAULTS));
    Hostile hostile = new Hostile(17);
    for (int round = 0; round < 25; round++) {
      String path = hostile.text(5);
      SourceFile file = new SourceFile(path, hostile.text(30));
      Finding finding =
          new Finding(
              "unlisted-rule",
              Level.WARNING,
              new Span(path, 1, 1 + hostile.number(9), 2, 3),
              hostile.text(20),
              List.of(hostile.text(5)),
              hostile.text(5),
              null,
              List.of(new Related(Span.at(path, 2, 1), "")),
              null);
      Problem problem = new Problem(Span.at(path, 1, 1), hostile.text(5));
      check(render(Samples.of(List.of(finding), List.of(problem), file), RenderOptions.DEFAULTS));
    }
  }

  @Test
  void no_results_are_a_list_all_the_same_because_that_closes_old_alerts() throws Exception {
    JsonNode run = run(render(Samples.clean(), RenderOptions.DEFAULTS));
    assertThat(run.path("results").isArray()).isTrue();
    assertThat(run.path("results")).isEmpty();
    assertThat(run.path("invocations").path(0).path("executionSuccessful").asBoolean()).isTrue();
  }

  @Test
  void a_problem_is_a_notification_and_the_run_did_not_succeed() throws Exception {
    JsonNode invocation = run(render(Samples.rich(), RenderOptions.DEFAULTS)).at("/invocations/0");
    assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("Key `on` is defined twice; GitHub refuses the file.");
  }

  @Test
  void suppressed_findings_are_left_out_unless_asked_for() throws Exception {
    assertThat(run(render(Samples.rich(), RenderOptions.DEFAULTS)).path("results"))
        .hasSize(5)
        .noneMatch(result -> result.has("suppressions"));
    JsonNode all = run(render(Samples.rich(), RenderOptions.DEFAULTS.withIncludeSuppressed(true)));
    assertThat(all.path("results")).hasSize(6);
    assertThat(all.findValue("suppressions").at("/0/justification").asText())
        .isEqualTo("migration until 2026-12-31, see the plan");
  }

  @Test
  void too_many_results_are_cut_to_the_worst_and_the_cut_is_told() throws Exception {
    List<Finding> findings = new ArrayList<>();
    findings.add(Samples.finding("r", Level.NOTE, Span.at("a", 1, 1), "Note."));
    findings.add(Samples.finding("r", Level.ERROR, Span.at("z", 1, 1), "Error."));
    findings.add(Samples.finding("r", Level.WARNING, Span.at("b", 1, 1), "Warning."));
    JsonNode run =
        run(
            new SarifRenderer(2, rule -> null)
                .render(Samples.of(findings, List.of()), RenderOptions.DEFAULTS));
    assertThat(run.path("results").findValuesAsText("level")).containsExactly("warning", "error");
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("Only the worst 2 of 3 results are here: code scanning would drop the others.");
  }

  @Test
  void a_place_is_an_encoded_path_on_one_line() throws Exception {
    assertThat(SarifTree.uri("./dir/a b#?[1]%é.yml"))
        .isEqualTo("dir/a%20b%23%3F%5B1%5D%25%C3%A9.yml");
    assertThat(SarifTree.uri("a:b/c.yml")).isEqualTo("a%3Ab/c.yml");
    assertThat(SarifTree.uri("/abs.yml")).isEqualTo("abs.yml");
    SourceFile file = new SourceFile("a", "ab: 💥\ncd: e\n");
    JsonNode place = MAPPER.valueToTree(SarifTree.place(new Span("a", 1, 2, 2, 4), file));
    assertThat(place.path("region").toString())
        .isEqualTo("{\"startLine\":1,\"startColumn\":2,\"endLine\":1,\"endColumn\":6}");
    assertThat(place.at("/contextRegion/endLine").asInt()).isEqualTo(2);
  }

  @Test
  void related_places_are_linked_by_number_and_the_way_is_a_code_flow() throws Exception {
    JsonNode result = run(render(Samples.rich(), RenderOptions.DEFAULTS)).at("/results/2");
    assertThat(result.at("/message/text").asText())
        .startsWith("Step `Bauen 🚀 und prüfen` writes")
        .endsWith(
            "\nSee [.github/actions/nix-job/action.yml:8](1),"
                + " [.github/actions/nix-job/action.yml:4](2).");
    assertThat(result.path("relatedLocations").findValuesAsText("id")).containsExactly("1", "2");
    assertThat(result.at("/codeFlows/0/threadFlows/0/locations")).hasSize(2);
  }

  @Test
  void foreign_text_is_no_link() {
    assertThat(SarifTree.escapeLinks("[a](b) \\")).isEqualTo("\\[a\\](b) \\\\");
    assertThat(SarifTree.escapeLinks("a[0] \\")).isEqualTo("a[0] \\");
  }

  @Test
  void a_rule_has_its_page_as_help_and_a_name_in_one_word() throws Exception {
    JsonNode rule =
        run(new SarifRenderer(5000, id -> "# " + id).render(Samples.rich(), RenderOptions.DEFAULTS))
            .at("/tool/driver/rules/2");
    assertThat(rule.path("name").asText()).isEqualTo("PushCacheDefaultOn");
    assertThat(rule.at("/help/markdown").asText()).isEqualTo("# push-cache-default-on");
    assertThat(rule.path("properties").has("security-severity")).isFalse();
  }

  private String render(Report report, RenderOptions options) {
    return renderer.render(report, options);
  }

  /** The schema, and then what GitHub demands beyond it. */
  private static void check(String sarif) throws Exception {
    Validator.Result valid = VALIDATOR.validate(SCHEMA, sarif);
    assertThat(valid.getErrors()).as(sarif).isEmpty();
    assertThat(valid.isValid()).isTrue();
    JsonNode root = MAPPER.readTree(sarif);
    assertThat(root.path("$schema").asText()).contains("sarif-schema-2.1.0.json");
    assertThat(root.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = run(sarif);
    JsonNode driver = run.at("/tool/driver");
    assertThat(driver.path("name").asText()).isNotEmpty();
    assertThat(run.at("/automationDetails/id").asText()).endsWith("/");
    for (JsonNode rule : driver.path("rules")) {
      assertThat(rule.path("id").asText()).isNotEmpty();
      assertThat(rule.path("name").asText()).isNotEmpty().hasSizeLessThan(256);
      assertThat(rule.at("/shortDescription/text").asText()).isNotEmpty().hasSizeLessThan(1025);
      assertThat(rule.at("/fullDescription/text").asText()).isNotEmpty().hasSizeLessThan(1025);
      assertThat(rule.at("/help/text").asText()).isNotEmpty();
      assertThat(rule.at("/properties/tags")).hasSizeBetween(1, 20);
    }
    for (JsonNode result : run.path("results")) {
      JsonNode rule = driver.path("rules").path(result.path("ruleIndex").asInt());
      assertThat(result.path("ruleId").asText()).isEqualTo(rule.path("id").asText());
      assertThat(result.at("/message/text").asText()).isNotEmpty();
      assertThat(result.path("locations")).hasSize(1);
      JsonNode place = result.at("/locations/0/physicalLocation");
      String uri = place.at("/artifactLocation/uri").asText();
      assertThat(uri).isNotEmpty().doesNotStartWith("/");
      assertThat(URI.create(uri).isAbsolute()).as(uri).isFalse();
      JsonNode region = place.path("region");
      assertThat(region.path("startLine").asInt()).isPositive();
      assertThat(region.path("endLine").asInt()).isEqualTo(region.path("startLine").asInt());
      assertThat(region.path("endColumn").asInt())
          .isGreaterThanOrEqualTo(region.path("startColumn").asInt());
      assertThat(result.path("relatedLocations").size()).isLessThanOrEqualTo(100);
      assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asText())
          .matches("[0-9a-f]+:[0-9]+");
    }
    assertThat(RunnerCommands.read(sarif)).isEmpty();
  }

  private static JsonNode run(String sarif) throws Exception {
    return MAPPER.readTree(sarif).path("runs").path(0);
  }

  private static String schema() {
    try {
      return Files.readString(Path.of("src/test/resources/sarif/sarif-schema-2.1.0.json"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
