package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Template;
import dev.tinyland.gate.lint.expression.Truth;
import dev.tinyland.gate.lint.expression.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A job that another one needs: whether it ran, how it ended, what it put out.
 *
 * @param condition what must hold for it to run
 * @param outputs its output templates; null where they cannot be followed (a matrix, a call)
 * @param end the site after its last step
 */
public record NeededJob(
    String id, Constraint condition, @Nullable Map<String, Template> outputs, Supplier<Site> end) {
  private static final Domain RESULT =
      Domain.closed(
          Domain.Choice.NORMAL_COURSE,
          List.of(Values.of("success"), Values.of("failure"), Values.of("cancelled")));

  /** {@code success}, {@code failure}, {@code cancelled} or {@code skipped}. */
  Value result(World world) {
    Truth ran = condition.truth(world);
    if (ran.isFalse()) {
      return Values.of("skipped");
    }
    Value result = world.free(condition.site().own("needs." + id + ".result"), RESULT);
    return ran.isUnknown() ? Either.of(ran, result, Values.of("skipped")) : result;
  }

  /** An output; null when the job did not run. */
  Value output(String name, World world) {
    Truth ran = condition.truth(world);
    if (ran.isFalse()) {
      return Value.NULL;
    }
    Value output = world.nested(() -> written(name, world));
    return ran.isUnknown() ? Either.of(ran, output, Value.NULL) : output;
  }

  private Value written(String name, World world) {
    if (outputs == null) {
      return world.free(condition.site().own("needs." + id + ".outputs." + name));
    }
    for (Map.Entry<String, Template> output : outputs.entrySet()) {
      if (output.getKey().equalsIgnoreCase(name)) {
        return Values.asString(Values.evaluate(output.getValue(), end.get().scope(world)));
      }
    }
    return Value.NULL;
  }

  /** The {@code needs} context of a job. */
  static Context context(List<NeededJob> direct) {
    Set<String> ids = new LinkedHashSet<>();
    for (NeededJob job : direct) {
      ids.add(job.id());
    }
    return new Context() {
      @Override
      public Value get(String key, World world) {
        for (NeededJob job : direct) {
          if (job.id().equalsIgnoreCase(key)) {
            return Context.object(job.facts(), world);
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
          case "result" -> result(world);
          case "outputs" -> Context.object((name, w) -> output(name, w), world);
          default -> Value.NULL;
        };
  }
}
