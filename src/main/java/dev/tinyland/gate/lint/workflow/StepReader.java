package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a job or of a composite action. */
final class StepReader {
  private StepReader() {}

  static List<Step> read(@Nullable YamlNode steps) {
    List<Step> read = new ArrayList<>();
    addAll(steps, read);
    return read;
  }

  private static void addAll(@Nullable YamlNode steps, List<Step> to) {
    if (!(steps instanceof YamlNode.Sequence sequence)) {
      return;
    }
    for (YamlNode item : sequence.items()) {
      if (!(item instanceof YamlNode.Mapping mapping)) {
        continue;
      }
      if (mapping.get("parallel") instanceof YamlNode.Sequence nested) {
        addAll(nested, to);
      }
      to.add(step(mapping));
    }
  }

  /** A step that runs a script and has nothing else to it. */
  static Step script(YamlNode.Scalar script) {
    return Step.of(script.span(), new Step.Body.Run(script, null));
  }

  static Step step(YamlNode.Mapping step) {
    return new Step(
        step.span(),
        Nodes.text(step, "id"),
        Nodes.text(step, "name"),
        Nodes.scalar(step, "if"),
        Nodes.env(step.get("env")),
        body(step),
        continuesOnError(step),
        Nodes.scalar(step, "continue-on-error"),
        Nodes.scalar(step, "working-directory"));
  }

  static boolean continuesOnError(YamlNode.Mapping stepOrJob) {
    String text = Nodes.text(stepOrJob, "continue-on-error");
    return text != null && !text.equals("false");
  }

  private static Step.Body body(YamlNode.Mapping step) {
    YamlNode.Scalar reference = Nodes.scalar(step, "uses");
    if (reference != null) {
      return new Step.Body.Uses(reference, Nodes.env(step.get("with")));
    }
    YamlNode.Scalar script = Nodes.scalar(step, "run");
    if (script != null) {
      return new Step.Body.Run(script, Nodes.text(step, "shell"));
    }
    return new Step.Body.Other();
  }
}
