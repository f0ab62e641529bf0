package dev.tinyland.gate.lint.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is decided with unknown values holds for every value that they may have. */
final class UnknownSoundnessTest {
  private static final int ROUNDS = 8_000;
  private static final int COMPLETIONS = 12;

  private static final String CONTEXT =
      """
      {"github":{"event_name":"push","ref":"refs/heads/main","ref_name":"main","head_ref":"",
        "ref_protected":true,"run_number":42,
        "event":{"action":null,"forced":false,"size":3,"commits":[{"id":"c1","message":"one"}],
          "labels":[{"name":"bug"},{"name":"Attic"}],"inputs":{"push-cache":"false"}}},
       "inputs":{"push-cache":false,"confirm":"attic-publication-probe","profile":"small-check",
         "count":7,"none":null},
       "needs":{"build":{"result":"success","outputs":{"flag":"true"}},"test":{"result":"failure"}},
       "env":{"CI":"true","EMPTY":"","ZERO":"0","HEX":"0x1F","SPACE":" 12 "},
       "steps":{"probe":{"outputs":{"hit":"True"}}},
       "matrix":{"os":"ubuntu-latest","node":20,"flags":[true,null,0,"","a"],
         "nested":{"one":{"v":1},"two":[1,2]}},
       "vars":{"ATTIC":"https://attic.example"}}\
      """;

  private static final Value.Obj ROOT = (Value.Obj) JsonText.read(CONTEXT);

  private static final String[] HIDDEN = {
    "github.event_name",
    "github.ref",
    "github.ref_name",
    "github.head_ref",
    "github.ref_protected",
    "github.run_number",
    "github.event",
    "github.event.action",
    "github.event.commits",
    "github.event.labels",
    "github.event.inputs.push-cache",
    "inputs.push-cache",
    "inputs.confirm",
    "inputs.count",
    "inputs",
    "needs.build.result",
    "needs.build",
    "needs",
    "env.CI",
    "env.EMPTY",
    "env.HEX",
    "steps.probe.outputs.hit",
    "matrix.os",
    "matrix.flags",
    "matrix.nested",
    "vars.ATTIC"
  };

  private static final String[] VALUES = {
    "null",
    "true",
    "false",
    "\"\"",
    "0",
    "1",
    "7",
    "\"true\"",
    "\"false\"",
    "\"push\"",
    "\"PUSH\"",
    "\"pull_request\"",
    "\"refs/heads/main\"",
    "\"main\"",
    "\"a\"",
    "\"0\"",
    "\"success\"",
    "\"failure\"",
    "\"x\"",
    "\" 12 \"",
    "\"{\\\"a\\\":1}\"",
    "\"[1]\"",
    "[]",
    "[1,\"a\"]",
    "{\"result\":\"failure\",\"name\":\"bug\"}",
    "{}",
    "[{\"name\":\"Attic\",\"id\":\"c1\"}]",
    "{\"build\":{\"result\":\"success\"},\"name\":{\"name\":\"a\"}}",
    "-1",
    "1.5"
  };

  /** The context with some paths hidden, or filled with other values. */
  private static final class Scoped implements Scope {
    private final Map<String, Value> replaced;
    private final List<Value> tried = new ArrayList<>();
    private int textual;

    Scoped(Map<String, Value> replaced) {
      this.replaced = replaced;
    }

    @Override
    public Value context(String name) {
      Value value = replaced.get(name);
      return value != null ? value : node(name, ROOT.get(name));
    }

    private Value node(String path, Value value) {
      return value instanceof Value.Obj object ? new Node(path, object) : value;
    }

    @Override
    public Value function(String name, List<Value> arguments, Expression.Call call) {
      return Value.Bool.of(name.equals("success") || name.equals("always"));
    }

    @Override
    public void compared(Unknown unknown, Value other, Comparison how) {
      assertThat(unknown.isAtomic()).isTrue();
      tried.add(other);
      if (how == Comparison.PREFIX || how == Comparison.SUFFIX || how == Comparison.SUBSTRING) {
        textual++;
      }
    }

    private final class Node implements Value.Obj {
      private final String path;
      private final Value.Obj object;

      Node(String path, Value.Obj object) {
        this.path = path;
        this.object = object;
      }

      @Override
      public Value get(String key) {
        String below = path + "." + key;
        Value value = replaced.get(below);
        return value != null ? value : node(below, object.get(key));
      }

      @Override
      public @Nullable Set<String> keys() {
        return object.keys();
      }
    }
  }

  private static Map<String, Value> unknown(Set<String> names) {
    Map<String, Value> map = new LinkedHashMap<>();
    for (String name : names) {
      map.put(name, Unknown.of(name));
    }
    return map;
  }

  private static Map<String, Value> completion(Set<String> names, Random random) {
    Map<String, Value> map = new LinkedHashMap<>();
    for (String name : names) {
      map.put(name, JsonText.read(VALUES[random.nextInt(VALUES.length)]));
    }
    return map;
  }

  /** A name to hide; one that occurs in the text, where there is one. */
  private static String hidden(String text, Random random) {
    int start = random.nextInt(HIDDEN.length);
    for (int i = 0; i < HIDDEN.length; i++) {
      String name = HIDDEN[(start + i) % HIDDEN.length];
      if (text.contains(name)) {
        return name;
      }
    }
    return HIDDEN[start];
  }

  /** TRUE, FALSE or "fails". */
  private static String concrete(Expression expression, Map<String, Value> values) {
    try {
      return Evaluator.truth(expression, new Scoped(values)).kind().name();
    } catch (EvaluationException e) {
      return "fails";
    }
  }

  private static @Nullable String json(Value value) {
    return hasUnknown(value) ? null : JsonText.compact(value);
  }

  private static boolean hasUnknown(Value value) {
    return switch (value) {
      case Unknown unknown -> true;
      case Value.Arr array -> array.items().stream().anyMatch(UnknownSoundnessTest::hasUnknown);
      case Value.Obj object -> {
        Set<String> keys = object.keys();
        yield keys == null || keys.stream().anyMatch(key -> hasUnknown(object.get(key)));
      }
      default -> false;
    };
  }

  @Test
  void decidedMeansDecidedForEveryCompletion() throws Exception {
    Random random = new Random(42);
    ExpressionGenerator generator = new ExpressionGenerator(4711);
    int decided = 0;
    int undecided = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = i % 2 == 0 ? generator.expression() : generator.condition();
      Expression expression = ExpressionParser.parse(text);
      Set<String> names = new LinkedHashSet<>();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        names.add(hidden(text, random));
      }
      String truth = threeValued(expression, names);
      if (truth.equals("UNKNOWN")) {
        undecided++;
        continue;
      }
      decided++;
      for (int c = 0; c < COMPLETIONS; c++) {
        Map<String, Value> values = completion(names, random);
        String real = concrete(expression, values);
        boolean agrees = truth.equals(real) || (truth.equals("FALSE") && real.equals("fails"));
        assertThat(agrees)
            .as("%s with %s: %s, but %s for %s", text, names, truth, real, values)
            .isTrue();
      }
    }
    assertThat(decided).isGreaterThan(ROUNDS / 3);
    assertThat(undecided).isGreaterThan(ROUNDS / 20);
  }

  private static String threeValued(Expression expression, Set<String> names) {
    try {
      Truth truth = Evaluator.truth(expression, new Scoped(unknown(names)));
      if (truth.isUnknown()) {
        assertThat(truth.names().isEmpty() && truth.exact()).as(expression.text()).isFalse();
      }
      return truth.kind().name();
    } catch (EvaluationException e) {
      return "fails";
    }
  }

  @Test
  void aKnownValueIsTheValueOfEveryCompletion() throws Exception {
    Random random = new Random(43);
    ExpressionGenerator generator = new ExpressionGenerator(815);
    int known = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = generator.expression();
      Expression expression = ExpressionParser.parse(text);
      Set<String> names = Set.of(hidden(text, random));
      String value;
      try {
        value = json(Evaluator.evaluate(expression, new Scoped(unknown(names))));
      } catch (EvaluationException e) {
        value = "fails";
      }
      if (value == null) {
        continue;
      }
      known++;
      for (int c = 0; c < COMPLETIONS; c++) {
        Map<String, Value> values = completion(names, random);
        String real;
        try {
          real = json(Evaluator.evaluate(expression, new Scoped(values)));
        } catch (EvaluationException e) {
          real = "fails";
        }
        assertThat(real).as("%s with %s as %s", text, names, values).isEqualTo(value);
      }
    }
    assertThat(known).isGreaterThan(ROUNDS / 3);
  }

  /** The promise that the search for a witness rests on. */
  @Test
  void exactMeansThatTryingWhatWasComparedIsConclusive() throws Exception {
    Random random = new Random(44);
    ExpressionGenerator generator = new ExpressionGenerator(99);
    int conclusive = 0;
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = generator.condition();
      Expression expression = ExpressionParser.parse(text);
      String name = hidden(text, random);
      Scoped scope = new Scoped(unknown(Set.of(name)));
      Truth truth;
      try {
        truth = Evaluator.truth(expression, scope);
      } catch (EvaluationException e) {
        continue;
      }
      boolean oneName = truth.names().equals(Set.of(name));
      if (!truth.isUnknown() || !truth.exact() || !oneName || scope.textual > 1) {
        continue;
      }
      if (anyHolds(expression, name, scope.tried)) {
        found++;
        continue;
      }
      conclusive++;
      for (String json : VALUES) {
        String real = concrete(expression, Map.of(name, JsonText.read(json)));
        assertThat(real).as("%s with %s as %s", text, name, json).isNotEqualTo("TRUE");
      }
    }
    assertThat(found).isGreaterThan(100);
    assertThat(conclusive).isGreaterThan(10);
  }

  private static boolean anyHolds(Expression expression, String name, List<Value> compared) {
    List<Value> candidates = new ArrayList<>(compared);
    for (String json : List.of("\"\"", "\"fresh\"", "true", "false", "null", "0", "1", "{}")) {
      candidates.add(JsonText.read(json));
    }
    for (Value candidate : candidates) {
      if (concrete(expression, Map.of(name, candidate)).equals("TRUE")) {
        return true;
      }
    }
    return false;
  }
}
