package dev.tinyland.gate.lint.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.json.JsonReader;
import dev.tinyland.gate.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Compares our evaluator with the recorded answers of GitHub's own one (npm @actions/expressions).
 * The answers are made by src/test/expression-oracle/run.sh, which needs Node; this test does not.
 */
final class OracleCorpusTest {
  private static final String FOLDER = "/expression/";
  private static final long SEED = 20_261_120;
  private static final int GENERATED = 3_000;
  private static final int BROKEN = 300;

  @Test
  void ourAnswersAreGitHubs() throws Exception {
    Map<String, @Nullable Object> contexts = Trees.map(resource("oracle-contexts.json"));
    Map<String, Map<String, @Nullable Object>> exclusions = exclusions();
    Set<String> used = new LinkedHashSet<>();
    List<String> differences = new ArrayList<>();
    List<String> lines = lines("oracle-cases.jsonl");
    for (String line : lines) {
      Map<String, @Nullable Object> recorded = Trees.map(line);
      String difference = difference(recorded, contexts);
      String key = key(recorded);
      if (exclusions.containsKey(key)) {
        used.add(key);
        assertThat(difference).as("stale exclusion: %s", key).isNotNull();
        assertThat(answer(recorded, contexts))
            .as(key)
            .isEqualTo(JsonWriter.compact(exclusions.get(key).get("ours")));
      } else if (difference != null) {
        differences.add(difference);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(used).isEqualTo(exclusions.keySet());
    assertThat(lines).hasSizeGreaterThan(3_000);
  }

  /** The inputs are made again, so that a change of the generator cannot go by unrecorded. */
  @Test
  void theCorpusIsWhatTheGeneratorMakes() throws Exception {
    List<String> made = new ArrayList<>();
    for (Map<String, @Nullable Object> input : inputs()) {
      made.add(JsonWriter.compact(input));
    }
    if (Boolean.getBoolean("golden.update")) {
      Path file = Path.of("src/test/resources" + FOLDER + "oracle-cases.jsonl");
      Files.writeString(file, String.join("\n", made) + "\n");
      return;
    }
    List<String> recorded = new ArrayList<>();
    for (String line : lines("oracle-cases.jsonl")) {
      Map<String, @Nullable Object> map = Trees.map(line);
      Map<String, @Nullable Object> input = new LinkedHashMap<>();
      input.put("expr", map.get("expr"));
      input.put("context", map.get("context"));
      recorded.add(JsonWriter.compact(input));
    }
    assertThat(recorded).isEqualTo(made);
  }

  private static List<Map<String, @Nullable Object>> inputs() throws IOException {
    Set<Map<String, @Nullable Object>> inputs = new LinkedHashSet<>();
    for (Map<String, @Nullable Object> exclusion : exclusions().values()) {
      inputs.add(input(String.valueOf(exclusion.get("expr")), context(exclusion)));
    }
    for (String line : resource("oracle-handmade.txt").split("\n", -1)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        inputs.add(input(line, "base"));
        inputs.add(input(line, "pull"));
      }
    }
    ExpressionGenerator generator = new ExpressionGenerator(SEED);
    for (int i = 0; i < GENERATED; i++) {
      inputs.add(input(generator.expression(), i % 3 == 0 ? "pull" : "base"));
    }
    for (int i = 0; i < BROKEN; i++) {
      inputs.add(input(generator.broken(), "base"));
    }
    return List.copyOf(inputs);
  }

  private static Map<String, @Nullable Object> input(String expr, String context) {
    Map<String, @Nullable Object> input = new LinkedHashMap<>();
    input.put("expr", expr);
    input.put("context", context);
    return input;
  }

  private static String key(Map<String, @Nullable Object> recorded) {
    return recorded.get("expr") + " @ " + recorded.get("context");
  }

  /** What differs, or null. */
  private static @Nullable String difference(
      Map<String, @Nullable Object> recorded, Map<String, @Nullable Object> contexts) {
    String expr = String.valueOf(recorded.get("expr"));
    Object theirs = expected(recorded);
    Object ours = JsonReader.read(answer(recorded, contexts));
    if (recorded.containsKey("error")
        && ours instanceof Map<?, ?> map
        && map.containsKey("error")) {
      String error = syntaxError(expr);
      Object position = recorded.get("position");
      String wanted =
          position == null ? "" : kind(String.valueOf(recorded.get("error"))) + " at " + position;
      return error.equals(wanted)
          ? null
          : "%s\n  theirs: %s\n  ours:   %s".formatted(expr, wanted, error);
    }
    return Objects.equals(theirs, ours)
        ? null
        : "%s @ %s\n  theirs: %s\n  ours:   %s"
            .formatted(expr, recorded.get("context"), theirs, ours);
  }

  private static String syntaxError(String expr) {
    try {
      ExpressionParser.parse(expr);
      return "";
    } catch (ExpressionSyntaxException e) {
      return kind(e.reason()) + " at " + (double) e.position();
    }
  }

  /**
   * The two evaluators quote differently in the rest of the message, and do not agree on how to
   * call the last symbol of a text that ends too early.
   */
  private static String kind(String message) {
    int colon = message.indexOf(": '");
    String kind = colon < 0 ? message : message.substring(0, colon);
    return kind.equals("Unexpected end of expression") ? "Unexpected symbol" : kind;
  }

  private static Object expected(Map<String, @Nullable Object> recorded) {
    Map<String, @Nullable Object> want = new LinkedHashMap<>();
    if (recorded.containsKey("error")) {
      want.put("error", recorded.get("error"));
      return want;
    }
    Object value = recorded.containsKey("number") ? recorded.get("number") : recorded.get("value");
    want.put(
        "kind",
        switch (value) {
          case null -> "null";
          case Boolean bool -> "boolean";
          case String text -> recorded.containsKey("number") ? "number" : "string";
          case List<?> list -> "array";
          case Map<?, ?> map -> "object";
          default -> "number";
        });
    want.put("value", value);
    return want;
  }

  private static String answer(
      Map<String, @Nullable Object> recorded, Map<String, @Nullable Object> contexts) {
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("expr", recorded.get("expr"));
    request.put("context", contexts.get(String.valueOf(recorded.get("context"))));
    request.put("status", "success");
    return EvalJsonl.line(JsonWriter.compact(request));
  }

  private static Map<String, Map<String, @Nullable Object>> exclusions() throws IOException {
    Map<String, Map<String, @Nullable Object>> exclusions = new LinkedHashMap<>();
    for (String line : lines("oracle-exclusions.jsonl")) {
      Map<String, @Nullable Object> exclusion = Trees.map(line);
      assertThat(exclusion).containsKeys("expr", "reason", "ours");
      exclusions.put(exclusion.get("expr") + " @ " + context(exclusion), exclusion);
    }
    return exclusions;
  }

  private static String context(Map<String, @Nullable Object> exclusion) {
    return String.valueOf(exclusion.getOrDefault("context", "base"));
  }

  private static List<String> lines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : resource(name).split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = OracleCorpusTest.class.getResourceAsStream(FOLDER + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
