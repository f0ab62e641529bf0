package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.lint.expression.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What later steps can ask of an earlier one: {@code steps.<id>}.
 *
 * @param condition what must hold for it to run
 * @param written its output lines in order, each under its conditions
 * @param outputs of a local composite action, evaluated at {@code inner}
 * @param unseen whether it may put out more than that
 */
public record StepFacts(
    String id,
    Constraint condition,
    List<Output> written,
    Map<String, Template> outputs,
    @Nullable Site inner,
    boolean unseen) {

  /** One line of {@code GITHUB_OUTPUT}. */
  public record Output(String name, EnvChain.Fact fact) {}

  private static final Domain RESULT =
      Domain.closed(
          Domain.Choice.NORMAL_COURSE,
          List.of(Values.of("success"), Values.of("failure"), Values.of("cancelled")));

  /** The {@code steps} context after these steps. */
  static Context context(List<StepFacts> steps) {
    Set<String> ids = new LinkedHashSet<>();
    for (StepFacts step : steps) {
      ids.add(step.id);
    }
    return new Context() {
      @Override
      public Value get(String key, World world) {
        for (StepFacts step : steps) {
          if (step.id.equalsIgnoreCase(key)) {
            return Context.object(step.facts(), world);
          }
        }
        return Value.NULL;
      }

      @Override
      public Set<String> keys(World world) {
        return ids;
      }
    };
  }

  private Context facts() {
    return (key, world) ->
        switch (key.toLowerCase(Locale.ROOT)) {
          case "outputs" -> Context.object(this::output, world);
          case "outcome", "conclusion" -> result(key.toLowerCase(Locale.ROOT), world);
          default -> Value.NULL;
        };
  }

  private Value result(String key, World world) {
    Truth ran = condition.truth(world);
    if (ran.isFalse()) {
      return Values.of("skipped");
    }
    Value result = world.free(condition.site().own("steps." + id + "." + key), RESULT);
    return ran.isUnknown() ? Either.of(ran, result, Values.of("skipped")) : result;
  }

  private Value output(String name, World world) {
    Truth ran = condition.truth(world);
    if (ran.isFalse()) {
      return Value.NULL;
    }
    Value output = world.nested(() -> lastWritten(name, written.size() - 1, world));
    return ran.isUnknown() ? Either.of(ran, output, Value.NULL) : output;
  }

  /** The last line that was really written wins. */
  private Value lastWritten(String name, int from, World world) {
    for (int i = from; i >= 0; i--) {
      Output output = written.get(i);
      if (output.name().equalsIgnoreCase(name)) {
        int before = i - 1;
        return Values.asString(output.fact().or(world, () -> lastWritten(name, before, world)));
      }
    }
    for (Map.Entry<String, Template> output : outputs.entrySet()) {
      if (output.getKey().equalsIgnoreCase(name) && inner != null) {
        return Values.asString(Values.evaluate(output.getValue(), inner.scope(world)));
      }
    }
    return unseen
        ? world.free(condition.site().own("steps." + id + ".outputs." + name))
        : Value.NULL;
  }
}
