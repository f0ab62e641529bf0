package dev.tinyland.gate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.rule.Rules;
import dev.tinyland.gate.render.Format;
import dev.tinyland.gate.render.RenderOptions;
import dev.tinyland.gate.render.Renderers;
import dev.tinyland.gate.report.Hop;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.RuleInfo;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema describes what is printed, and all of it. */
class LintSchemaTest {
  private static final Path FILE = Pages.REFERENCE.resolve("lint.schema.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Validator VALIDATOR = new ValidatorFactory().createValidator();
  private static final URI SCHEMA = VALIDATOR.registerSchema(Pages.read(FILE));

  /** Refuses properties that the schema does not name, so that none is added without a word. */
  private static final URI STRICT = VALIDATOR.registerSchema(strict());

  @TempDir Path empty;

  @Test
  void the_schema_can_refuse() {
    String good = CommandRun.of("lint", "--format", "json", empty.toString()).out();
    accepts(SCHEMA, good);
    accepts(STRICT, good);
    refuses(SCHEMA, good.replace("gate.lint/1", "gate.lint/2"));
    refuses(SCHEMA, good.replace("gate.lint/1", "gate.reach/2"));
    refuses(SCHEMA, good.replace("\"problems\"", "\"troubles\""));
    refuses(SCHEMA, good.replace("\"files\": 0", "\"files\": -1"));
    String grown = good.replace("\"problems\"", "\"extra\": 1, \"problems\"");
    accepts(SCHEMA, grown);
    refuses(STRICT, grown);
  }

  @Test
  void every_example_of_every_page_is_valid_as_lint_and_as_reach() throws IOException {
    RenderOptions options = RenderOptions.DEFAULTS.withWitness(true);
    int witnesses = 0;
    int fixes = 0;
    int hops = 0;
    for (Report report : reports()) {
      String lint = Renderers.of(Format.JSON).render(report, RenderOptions.DEFAULTS);
      accepts(STRICT, lint);
      assertThat(MAPPER.readTree(lint).path("schema").asText()).isEqualTo("gate.lint/1");
      fixes += MAPPER.readTree(lint).findValues("fix").size();
      String reach = Objects.requireNonNull(Renderers.reach(Format.JSON)).render(report, options);
      accepts(STRICT, reach);
      JsonNode tree = MAPPER.readTree(reach);
      assertThat(tree.path("schema").asText()).isEqualTo("gate.reach/1");
      witnesses += tree.findValues("context").size();
      hops += tree.findValues("way").size();
    }
    assertThat(witnesses).isGreaterThan(10);
    assertThat(fixes).isGreaterThan(5);
    assertThat(hops).isGreaterThan(10);
  }

  @Test
  void a_path_that_does_not_exist_is_a_valid_problem() throws IOException {
    String out =
        CommandRun.of("lint", "--format", "json", empty.resolve("none.yml").toString()).out();
    accepts(STRICT, out);
    assertThat(MAPPER.readTree(out).path("problems")).hasSize(1);
  }

  @Test
  void the_words_of_the_schema_are_those_of_the_program() throws IOException {
    JsonNode definitions = MAPPER.readTree(Pages.read(FILE)).path("$defs");
    assertThat(words(definitions.at("/profile/enum"))).isEqualTo(words(Profile.values()));
    assertThat(words(definitions.at("/level/enum"))).isEqualTo(words(Level.values()));
    assertThat(words(definitions.at("/hop/properties/kind/enum")))
        .isEqualTo(words(Hop.Kind.values()));
    assertThat(words(definitions.at("/cell/properties/ref/enum")))
        .isEqualTo(words(Scenario.Ref.values()));
    assertThat(words(definitions.at("/cell/properties/trust/enum")))
        .isEqualTo(words(Scenario.Trust.values()));
  }

  private static List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    for (RuleInfo rule : Rules.infos()) {
      RulePage page = RulePage.read(Pages.RULES.resolve(rule.id() + ".md"));
      for (Example example : page.examples()) {
        for (Profile profile : Profile.values()) {
          reports.add(example.lint(profile));
        }
      }
    }
    return reports;
  }

  private static void accepts(URI schema, String json) {
    Validator.Result result = VALIDATOR.validate(schema, json);
    assertThat(result.isValid())
        .as(() -> json + "\n" + result.getErrors().stream().map(LintSchemaTest::shown).toList())
        .isTrue();
  }

  private static String shown(dev.harrel.jsonschema.Error error) {
    return error.getInstanceLocation() + ": " + error.getError();
  }

  private static void refuses(URI schema, String json) {
    assertThat(VALIDATOR.validate(schema, json).isValid()).as(json).isFalse();
  }

  private static String strict() {
    try {
      ObjectNode root = (ObjectNode) MAPPER.readTree(Pages.read(FILE));
      root.put("$id", "urn:gate:strict");
      close(root);
      return root.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode schema && schema.path("properties").isObject()) {
      schema.put("additionalProperties", false);
    }
    node.forEach(LintSchemaTest::close);
  }

  private static List<String> words(JsonNode array) {
    List<String> words = new ArrayList<>();
    array.forEach(item -> words.add(item.asText()));
    return words;
  }

  private static List<String> words(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
