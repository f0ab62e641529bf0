package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One action definition ({@code action.yml}).
 *
 * @param outputs of a composite action, by name
 */
public record Action(
    SourceFile file,
    @Nullable String name,
    List<Input> inputs,
    Map<String, YamlNode.Scalar> outputs,
    Runs runs) {
  public Action {
    inputs = List.copyOf(inputs);
    outputs = Map.copyOf(outputs);
  }

  /** How the action runs. */
  public sealed interface Runs {
    record Composite(List<Step> steps) implements Runs {
      public Composite {
        steps = List.copyOf(steps);
      }
    }

    /** JavaScript; {@code pre} and {@code post} run around the job's other steps. */
    record JavaScript(@Nullable String main, @Nullable String pre, @Nullable String post)
        implements Runs {}

    /**
     * A container.
     *
     * @param commands the texts of {@code entrypoint}, {@code args} and their like, in order
     */
    record Docker(@Nullable String image, List<YamlNode.Scalar> commands) implements Runs {
      public Docker {
        commands = List.copyOf(commands);
      }
    }

    record Unknown() implements Runs {}
  }

  public @Nullable Input input(String name) {
    for (Input input : inputs) {
      if (input.name().equalsIgnoreCase(name)) {
        return input;
      }
    }
    return null;
  }
}
