package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Unknown;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Matrix;
import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the sites of workflows, jobs, steps and what they call. */
public final class Sites {
  private static final Status NORMAL = new Status.OfStep("status@");

  private Sites() {}

  /** The workflow that a trigger starts. */
  public static Site workflow(Env env) {
    Map<String, Context> contexts = new HashMap<>();
    contexts.put("github", GithubContext.INSTANCE);
    contexts.put("inputs", DispatchInputs.INSTANCE);
    contexts.put("secrets", Secrets.OF_REPOSITORY);
    contexts.put("vars", Secrets.VARIABLES);
    contexts.put("runner", Secrets.runner(""));
    return layered(new Site("", "", contexts, new EnvChain.Empty(), NORMAL), env);
  }

  /** An action that is looked at on its own: its caller's variables are not in sight. */
  public static Site action() {
    Map<String, Context> contexts = new HashMap<>();
    contexts.put("github", GithubContext.INSTANCE);
    contexts.put("inputs", DispatchInputs.INSTANCE);
    contexts.put("secrets", Context.empty());
    contexts.put("vars", Context.empty());
    contexts.put("needs", Context.empty());
    contexts.put("runner", Secrets.runner(""));
    return new Site("", "", contexts, new EnvChain.Unseen(new EnvChain.Empty()), NORMAL);
  }

  /** A workflow called from a job. Of the caller's variables it sees none. */
  public static Site calledWorkflow(
      Site job, String key, List<Input> declared, Job.Body.Call call, Env env) {
    Templates.Named with = Templates.of(call.with());
    Templates.Named secrets = Templates.of(call.secrets());
    Map<String, Context> contexts = new HashMap<>();
    contexts.put("github", GithubContext.INSTANCE);
    contexts.put(
        "inputs",
        new BoundInputs(
            declared, with.values(), defaults(declared), with.dynamic(), job, false, key));
    Context handedOn = job.context("secrets");
    contexts.put(
        "secrets",
        call.inherit() && handedOn != null ? handedOn : Secrets.mapped(secrets.values(), job));
    contexts.put("vars", Secrets.VARIABLES);
    contexts.put("runner", Secrets.runner(""));
    return layered(new Site(key, "", contexts, new EnvChain.Empty(), NORMAL), env);
  }

  /** A composite action called from a step. It sees the caller's variables, but no secrets. */
  public static Site calledAction(Site step, String key, Action action, Env given) {
    Templates.Named with = Templates.of(given);
    Site inside =
        step.with(
            "inputs",
            new BoundInputs(
                action.inputs(),
                with.values(),
                defaults(action.inputs()),
                with.dynamic(),
                step,
                true,
                key));
    inside = inside.with("secrets", Context.empty()).with("vars", Context.empty());
    inside = inside.with("needs", Context.empty()).with("steps", StepFacts.context(List.of()));
    return new Site(key, inside.job(), inside.contexts(), inside.env(), NORMAL);
  }

  /**
   * Where the switch of an action that is not in sight is evaluated.
   *
   * @param unknownWhenOmitted inputs whose default is not known
   * @param exact values that count in exactly this spelling only
   */
  public static Site knownAction(
      Site step,
      String what,
      Env given,
      Set<String> unknownWhenOmitted,
      Map<String, List<String>> exact) {
    Templates.Named with = Templates.of(given);
    Context inputs =
        new BoundInputs(null, with.values(), Map.of(), with.dynamic(), step, true, what);
    Context read =
        (key, world) -> {
          boolean omitted = given.get(key) == null && !with.dynamic();
          if (omitted && containsIgnoringCase(unknownWhenOmitted, key)) {
            return world.free("default of " + key + "@" + what);
          }
          return exactly(inputs.get(key, world), exact.getOrDefault(key, List.of()));
        };
    return step.with("inputs", read);
  }

  private static boolean containsIgnoringCase(Set<String> names, String name) {
    for (String each : names) {
      if (each.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** Keeps {@code True} from being equal to {@code true}. */
  private static Value exactly(Value value, List<String> spellings) {
    String text = Values.text(value);
    if (text != null) {
      for (String spelling : spellings) {
        if (text.equalsIgnoreCase(spelling) && !text.equals(spelling)) {
          return Values.of(text + " (not exactly " + spelling + ")");
        }
      }
    }
    return value;
  }

  /** Where the condition of a job is evaluated. */
  public static Site jobCondition(
      Site workflow, Job job, List<NeededJob> direct, List<NeededJob> all) {
    Site site = workflow.with("needs", NeededJob.context(direct));
    return site.with(new Status.OfJob(all, workflow.own("run cancelled") + "@"));
  }

  /** Where the first step of a job is evaluated. */
  public static Site job(Site condition, Job job) {
    Site inJob = condition.inJob(job.id());
    Site site = inJob.with("steps", StepFacts.context(List.of())).with(NORMAL);
    site = site.with("runner", Secrets.runner(site.ownOfJob("")));
    site = site.with("matrix", matrix(job, site));
    return layered(site, job.env());
  }

  private static Context matrix(Job job, Site at) {
    return switch (job.matrix()) {
      case Matrix.None() -> Context.empty();
      case Matrix.Dynamic(_) ->
          (key, world) -> world.free(at.own("matrix." + key + "@" + job.id()));
      case Matrix.Combinations(List<Map<String, YamlNode>> all) -> {
        List<Map<String, EnvChain.ValueSource>> combinations = new ArrayList<>();
        for (Map<String, YamlNode> combination : all) {
          Map<String, EnvChain.ValueSource> values = new LinkedHashMap<>();
          combination.forEach((key, node) -> values.put(key, MatrixValues.source(node, at)));
          combinations.add(values);
        }
        yield new MatrixContext(at.own("matrix@" + job.id()), combinations);
      }
    };
  }

  /** Where a step's own keys are evaluated, its {@code env} included. */
  public static Site step(Site before, Env env, String statusName) {
    return layered(before, env).with(new Status.OfStep(statusName));
  }

  /** The site with one more mapping of variables. */
  public static Site layered(Site site, Env env) {
    Templates.Named named = Templates.of(env);
    if (named.values().isEmpty() && !named.dynamic()) {
      return site;
    }
    return site.with(new EnvChain.Layer(named.values(), named.dynamic(), site, site.env()));
  }

  /** The site after a step that may have set any variable. */
  public static Site afterUnseen(Site site) {
    return site.env() instanceof EnvChain.Unseen
        ? site
        : site.with(new EnvChain.Unseen(site.env()));
  }

  private static Map<String, Template> defaults(List<Input> declared) {
    Map<String, Template> defaults = new LinkedHashMap<>();
    for (Input input : declared) {
      Template template = input.defaultValue() == null ? null : Templates.of(input.defaultValue());
      if (template != null) {
        defaults.put(input.name(), template);
      }
    }
    return defaults;
  }

  /** What is written by an {@code echo name=value} under its conditions; null is not known. */
  public static EnvChain.Fact fact(
      List<Constraint> conditions, Site at, @Nullable Expression value) {
    return new EnvChain.Fact(
        conditions,
        world ->
            value == null
                ? Unknown.derived(Set.of(), false)
                : Values.asString(Values.evaluate(value, at.shellScope(world))));
  }

  /** The site with one more line of {@code GITHUB_ENV}. */
  public static Site afterWrite(Site site, String name, EnvChain.Fact fact) {
    return site.with(new EnvChain.Written(name, fact, site.env()));
  }

  /** The site with the facts of earlier steps. */
  public static Site withSteps(Site site, List<StepFacts> steps) {
    return site.with("steps", StepFacts.context(List.copyOf(steps)));
  }

  /** The text of an expression that is the same in every run; null where it is not. */
  public static @Nullable String fixedText(Site site, Expression expression) {
    World world = new World(Scenario.UNFIXED, "", Assumption.NONE);
    return Values.text(Values.evaluate(expression, site.shellScope(world)));
  }

  /** The variables whose text is the same in every run. */
  public static Map<String, String> fixedVariables(Site site) {
    Map<String, String> fixed = new LinkedHashMap<>();
    World world = new World(Scenario.UNFIXED, "", Assumption.NONE);
    Context env = site.env().forExpressions(site);
    for (String name : site.env().names()) {
      String text = Values.text(env.get(name, world));
      if (text != null && !RunnerVariables.isSet(name)) {
        fixed.put(name, text);
      }
    }
    return fixed;
  }
}
