package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One job.
 *
 * @param span of the job's key
 * @param runsOn the value of {@code runs-on} as written
 * @param outputs of the job, by name
 * @param containers what the job's container and services are started with: options, entry points
 *     and commands
 * @param continueOnError true unless the key is absent or literally false
 * @param defaultShell of {@code defaults.run.shell}, the job's before the workflow's
 * @param defaultDirectory of {@code defaults.run.working-directory}, likewise
 */
public record Job(
    String id,
    Span span,
    List<String> needs,
    YamlNode.@Nullable Scalar condition,
    Env env,
    Matrix matrix,
    @Nullable YamlNode runsOn,
    Map<String, YamlNode.Scalar> outputs,
    List<YamlNode.Scalar> containers,
    @Nullable String defaultShell,
    YamlNode.@Nullable Scalar defaultDirectory,
    boolean continueOnError,
    Body body) {
  public Job {
    needs = List.copyOf(needs);
    outputs = Map.copyOf(outputs);
    containers = List.copyOf(containers);
  }

  /** What a job does. */
  public sealed interface Body {
    record Steps(List<Step> steps) implements Body {
      public Steps {
        steps = List.copyOf(steps);
      }
    }

    /**
     * A call of a reusable workflow.
     *
     * @param span of the call, from {@code uses} to the last value
     * @param inherit true for {@code secrets: inherit}
     */
    record Call(YamlNode.Scalar reference, Span span, Env with, Env secrets, boolean inherit)
        implements Body {}
  }
}
