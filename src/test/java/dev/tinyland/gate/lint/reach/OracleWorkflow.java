package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Coercion;
import dev.tinyland.gate.lint.expression.Conditions;
import dev.tinyland.gate.lint.expression.ContextScope;
import dev.tinyland.gate.lint.expression.EvaluationException;
import dev.tinyland.gate.lint.expression.Evaluator;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.expression.Scope;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A small random workflow: job {@code first} with an output, job {@code second} that needs it, has
 * a matrix, variables and a step that puts something out, and writes in its last step. It knows how
 * it is written down, and by plain evaluation whether a concrete run writes.
 */
record OracleWorkflow(
    String triggers,
    String firstIf,
    String firstOutput,
    List<String> matrix,
    String secondIf,
    String workflowEnv,
    String jobEnv,
    String stepIf,
    String stepOutput,
    String writeEnv,
    String writeIf) {

  private static final List<String> EVERYWHERE =
      List.of(
          "github.event_name",
          "github.ref",
          "github.ref_name",
          "github.ref_type",
          "github.base_ref",
          "github.head_ref",
          "inputs.flag",
          "inputs.mode",
          "inputs.text",
          "github.event.inputs.flag",
          "github.event.inputs.text",
          "vars.X",
          "vars.X",
          "vars.Y",
          "github.repository",
          "github.repository_owner",
          "github.event.number",
          "github.event.pull_request.number",
          "github.event.pull_request.base.ref",
          "github.event.pull_request.head.repo.full_name",
          "github.event.pull_request.merged",
          "github.event.repository.default_branch");

  static OracleWorkflow random(Random random) {
    int size = random.nextInt(3);
    List<String> pool = new ArrayList<>();
    for (int i = 0; i < 2 + size; i++) {
      pool.add(EVERYWHERE.get(random.nextInt(EVERYWHERE.size())));
    }
    List<String> inSecond = with(pool, "needs.first.outputs.o", "needs.first.result");
    List<String> inSteps = with(inSecond, "matrix.m", "env.E", "env.J");
    List<String> inWrite = with(inSteps, "steps.s.outputs.o", "steps.s.outcome", "env.W");
    String secret = random.nextInt(4) == 0 ? "secrets.T != ''" : "vars.X";
    return new OracleWorkflow(
        triggers(random),
        maybe(random, pool, 3, 1),
        new RandomCondition(random, pool).next(0),
        random.nextInt(3) == 0 ? List.of("a", "b") : List.of("a"),
        maybe(random, inSecond, 2, 1),
        random.nextBoolean() ? secret : new RandomCondition(random, pool).name(),
        new RandomCondition(random, inSecond).next(0),
        maybe(random, inSteps, 3, 1),
        new RandomCondition(random, inSteps).name(),
        new RandomCondition(random, inWrite.subList(0, inWrite.size() - 1)).next(0),
        new RandomCondition(random, inWrite).next(random.nextInt(3)));
  }

  private static List<String> with(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return all;
  }

  private static String maybe(Random random, List<String> names, int oneOf, int depth) {
    return random.nextInt(oneOf) == 0 ? new RandomCondition(random, names).next(depth) : "";
  }

  private static String triggers(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> "  push:\n";
      case 1 -> "  push:\n    branches: [main, dev]\n";
      case 2 -> "  push:\n    branches: ['release/**', '!release/a*']\n    tags: ['v*']\n";
      case 3 -> "  pull_request:\n    branches: [main, 'release/*']\n";
      case 4 -> "  pull_request:\n    types: [closed]\n";
      default ->
          "  workflow_dispatch:\n    inputs:\n      flag: {type: boolean}\n"
              + "      mode: {type: choice, options: [a, b], required: true}\n"
              + "      text: {type: string}\n";
    };
  }

  String yaml() {
    StringBuilder yaml = new StringBuilder("on:\n" + triggers);
    yaml.append("env:\n  E: ").append(fenced(workflowEnv));
    yaml.append("jobs:\n  first:\n    runs-on: x\n");
    condition(yaml, "    ", firstIf);
    yaml.append("    outputs:\n      o: ").append(fenced(firstOutput));
    yaml.append("    steps:\n      - run: make\n");
    yaml.append("  second:\n    needs: first\n    runs-on: x\n");
    condition(yaml, "    ", secondIf);
    yaml.append("    strategy:\n      matrix:\n        m: ").append(matrix).append('\n');
    yaml.append("    env:\n      J: ").append(fenced(jobEnv));
    yaml.append("    steps:\n      - id: s\n        run: echo \"o=$O\" >> \"$GITHUB_OUTPUT\"\n");
    yaml.append("        env:\n          O: ").append(fenced(stepOutput));
    condition(yaml, "        ", stepIf);
    yaml.append("      - run: attic push cache result\n        env:\n          W: ");
    yaml.append(fenced(writeEnv));
    condition(yaml, "        ", writeIf);
    return yaml.toString();
  }

  private static void condition(StringBuilder yaml, String indent, String condition) {
    if (!condition.isEmpty()) {
      yaml.append(indent).append("if: ").append(quoted(condition)).append('\n');
    }
  }

  private static String fenced(String expression) {
    return quoted("${{ " + expression + " }}") + "\n";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }

  private static final Map<String, Expression> PARSED = new HashMap<>();
  private static final Map<String, Template> TEMPLATES = new HashMap<>();

  /** What is decided while the jobs run. */
  record Course(String firstResult, String stepOutcome, String status, String matrix) {}

  /**
   * Whether the last step runs, given the contexts of the run and its course; null where a value
   * that is no condition cannot be worked out, which stops the job or step.
   */
  @Nullable Boolean writes(Map<String, @Nullable Object> run, Course course) {
    Map<String, @Nullable Object> contexts = new LinkedHashMap<>(run);
    contexts.put("needs", Map.of());
    contexts.put("env", Map.of());
    contexts.put("matrix", Map.of());
    contexts.put("steps", Map.of());
    try {
      boolean ran = holds(firstIf, contexts, "success");
      String result = ran ? course.firstResult() : "skipped";
      Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
      if (ran) {
        Map<String, @Nullable Object> inFirst = new LinkedHashMap<>(contexts);
        inFirst.put("env", Map.of("E", text(workflowEnv, contexts)));
        outputs.put("o", text(firstOutput, inFirst));
      }
      contexts.put("needs", Map.of("first", Map.of("result", result, "outputs", outputs)));
      if (!holds(secondIf, contexts, result)) {
        return false;
      }
      contexts.put("matrix", Map.of("m", course.matrix()));
      Map<String, @Nullable Object> env = new LinkedHashMap<>();
      env.put("E", text(workflowEnv, contexts));
      env.put("J", text(jobEnv, contexts));
      contexts.put("env", env);
      Map<String, @Nullable Object> step = new LinkedHashMap<>();
      boolean stepRan = holds(stepIf, contexts, "success");
      step.put("outcome", stepRan ? course.stepOutcome() : "skipped");
      step.put("outputs", stepRan ? Map.of("o", text(stepOutput, contexts)) : Map.of());
      contexts.put("steps", Map.of("s", step));
      Map<String, @Nullable Object> own = new LinkedHashMap<>(env);
      own.put("W", text(writeEnv, contexts));
      contexts.put("env", own);
      return holds(writeIf, contexts, course.status());
    } catch (EvaluationException e) {
      return null;
    }
  }

  private static boolean holds(
      String condition, Map<String, @Nullable Object> contexts, String status) {
    try {
      Expression expression = PARSED.get(condition);
      if (expression == null) {
        expression = Conditions.parse(condition).expression();
        PARSED.put(condition, expression);
      }
      return Evaluator.truth(expression, new Concrete(contexts, status)).isTrue();
    } catch (ExpressionSyntaxException e) {
      throw new IllegalStateException(condition, e);
    } catch (EvaluationException e) {
      return false;
    }
  }

  private static String text(String expression, Map<String, @Nullable Object> contexts)
      throws EvaluationException {
    try {
      Template template = TEMPLATES.get(expression);
      if (template == null) {
        template = Template.parse("${{ " + expression + " }}");
        TEMPLATES.put(expression, template);
      }
      return Coercion.toDisplayString(template.evaluate(new Concrete(contexts, "success")));
    } catch (ExpressionSyntaxException e) {
      throw new IllegalStateException(expression, e);
    }
  }

  /** Contexts of one run; a skipped need is neither a success nor a failure. */
  private record Concrete(Map<String, @Nullable Object> contexts, String status) implements Scope {
    @Override
    public Value context(String name) {
      return ContextScope.of(Collections.singletonMap(name, contexts.get(name)), null)
          .context(name);
    }

    @Override
    public Value function(String name, List<Value> arguments, Expression.Call call) {
      return Value.Bool.of(name.equals("always") || name.equals(status));
    }
  }
}
