package dev.tinyland.gate.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonWriter;
import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.policy.Configuration;
import dev.tinyland.gate.lint.policy.Mistakes;
import dev.tinyland.gate.lint.policy.Origin;
import dev.tinyland.gate.lint.policy.PolicyKeys;
import dev.tinyland.gate.lint.policy.PolicyReader;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of the configuration and its page agree with what reads it. */
class ConfigSchemaTest {
  static final List<Mistakes.Mistake> MISTAKES = Mistakes.ALL;
  private static final String TEXT = Pages.read(Pages.REFERENCE.resolve(ConfigSchema.FILE));
  private static final Validator VALIDATOR = new ValidatorFactory().createValidator();
  private static final URI SCHEMA = VALIDATOR.registerSchema(TEXT);
  private static final Path PAGE = Path.of("docs", "configuration.md");

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void the_schema_refuses_the_mistakes_that_it_can_see(Mistakes.Mistake mistake) {
    YamlNode root = YamlReader.read(new SourceFile("gate.yml", mistake.text())).root();
    assertThat(VALIDATOR.validate(SCHEMA, JsonWriter.compact(tree(root))).isValid())
        .as(mistake.text())
        .isEqualTo(!mistake.schemaSees());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "profile: downstream",
        "surfaces: [{ uses: '*/nix-cache', writes-when: true, post-step: false }]",
        "rules: { unreadable-file: error, suppression-unused: off }",
        "endpoints: ['localhost:8080', attic-cache]"
      })
  void both_accept_what_is_in_order(String text) {
    assertThat(read(text).problems()).isEmpty();
    accepts(text);
  }

  @Test
  void the_example_of_the_page_is_in_order_and_holds_every_key() {
    String text = example();
    PolicyReader.Read read = read(text);
    assertThat(read.problems()).isEmpty();
    accepts(text);
    assertThat(keys(text)).isEqualTo(PolicyKeys.ALL);
    Configuration all = read.configuration();
    assertThat(all.profile().origin()).isInstanceOf(Origin.Configured.class);
    assertThat(all.operatorLane().origin()).isInstanceOf(Origin.Configured.class);
    assertThat(all.confirmTokens().values())
        .allMatch(token -> token.origin() instanceof Origin.Configured);
    assertThat(all.surfaces()).hasSize(1);
    assertThat(all.allowedWriters()).hasSize(2);
    assertThat(all.docsHistorical()).hasSize(1);
    assertThat(all.levels()).hasSize(3);
  }

  @Test
  void the_keys_of_the_schema_are_those_of_the_reader() {
    Map<?, ?> root = map(JsonReader.read(TEXT));
    assertThat(names(root)).isEqualTo(Set.copyOf(PolicyKeys.ALL));
    Map<?, ?> properties = map(root.get("properties"));
    assertThat(names(map(properties.get("docs")))).isEqualTo(Set.copyOf(PolicyKeys.DOCS));
    assertThat(names(map(properties.get("confirm-tokens"))))
        .isEqualTo(Set.copyOf(PolicyKeys.PROBES));
    assertThat(names(map(map(properties.get("surfaces")).get("items"))))
        .isEqualTo(Set.copyOf(PolicyKeys.SURFACE));
    for (String key : PolicyKeys.ALL) {
      assertThat(messages(key + ":")).noneMatch(message -> message.startsWith("unknown key"));
    }
    for (String key : PolicyKeys.DOCS) {
      assertThat(messages("docs: { " + key + ": }")).noneMatch(ConfigSchemaTest::unknown);
    }
    for (String key : PolicyKeys.PROBES) {
      assertThat(messages("confirm-tokens: { " + key + ": }")).noneMatch(ConfigSchemaTest::unknown);
    }
    for (String key : PolicyKeys.SURFACE) {
      assertThat(messages("surfaces: [{ " + key + ": }]")).noneMatch(ConfigSchemaTest::unknown);
    }
    assertThat(messages("other:")).anyMatch(ConfigSchemaTest::unknown);
  }

  private static boolean unknown(String message) {
    return message.startsWith("unknown key");
  }

  private static PolicyReader.Read read(String text) {
    return PolicyReader.read(
        "gate.yml", text.getBytes(UTF_8), Linter.vocabulary(KnowledgeBaseReader.builtIn()));
  }

  private static List<String> messages(String text) {
    return read(text).problems().stream().map(Problem::message).toList();
  }

  private static void accepts(String text) {
    YamlNode root = YamlReader.read(new SourceFile("gate.yml", text)).root();
    Validator.Result result = VALIDATOR.validate(SCHEMA, JsonWriter.compact(tree(root)));
    assertThat(result.isValid())
        .as(() ->
            text + result.getErrors().stream().map(dev.harrel.jsonschema.Error::getError).toList())
        .isTrue();
  }

  private static String example() {
    String page = Pages.read(PAGE);
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    return page.substring(start, page.indexOf("```", start));
  }

  private static List<String> keys(String text) {
    YamlNode root = YamlReader.read(new SourceFile("gate.yml", text)).root();
    List<String> keys = new ArrayList<>();
    if (root instanceof YamlNode.Mapping mapping) {
      mapping.entries().forEach(entry -> keys.add(entry.key().value()));
    }
    return keys;
  }

  private static Set<?> names(Map<?, ?> schema) {
    return map(schema.get("properties")).keySet();
  }

  private static Map<?, ?> map(@Nullable Object tree) {
    return tree instanceof Map<?, ?> map ? map : Map.of();
  }

  /** As an editor hands YAML to a schema. */
  private static @Nullable Object tree(@Nullable YamlNode node) {
    return switch (node) {
      case null -> null;
      case YamlNode.Mapping mapping -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> map.put(entry.key().value(), tree(entry.value())));
        yield map;
      }
      case YamlNode.Sequence sequence -> {
        List<@Nullable Object> list = new ArrayList<>();
        sequence.items().forEach(item -> list.add(tree(item)));
        yield list;
      }
      case YamlNode.Scalar scalar ->
          switch (scalar.kind()) {
            case NULL -> null;
            case BOOL -> scalar.display().equals("true");
            case INT, FLOAT -> Double.valueOf(scalar.display());
            case STRING -> scalar.value();
          };
    };
  }
}
