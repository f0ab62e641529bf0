package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an action definition from YAML. */
public final class ActionReader {
  private ActionReader() {}

  /** Whether the document has the key that makes an action. */
  public static boolean looksLikeAction(YamlDocument document) {
    return Nodes.get(document.root(), "runs") != null;
  }

  /** The action; problems found on the way are added to the list. */
  public static @Nullable Action read(
      SourceFile file, YamlDocument document, List<Problem> problems) {
    YamlNode root = document.root();
    if (!(root instanceof YamlNode.Mapping)) {
      if (document.problems().isEmpty()) {
        Span span = root == null ? Span.at(file.path(), 1, 1) : root.span();
        problems.add(new Problem(span, "not an action: the top level is not a mapping"));
      }
      return null;
    }
    YamlNode runs = Nodes.get(root, "runs");
    if (runs == null && document.problems().isEmpty()) {
      problems.add(new Problem(Span.at(file.path(), 1, 1), "not an action: there is no `runs`"));
    }
    return new Action(
        file,
        Nodes.text(root, "name"),
        TriggerReader.inputs(Nodes.get(root, "inputs")),
        outputs(Nodes.get(root, "outputs")),
        runs(runs));
  }

  private static Action.Runs runs(@Nullable YamlNode runs) {
    String using = Nodes.text(runs, "using");
    String kind = using == null ? "" : using.toLowerCase(Locale.ROOT);
    if (kind.equals("composite")) {
      return new Action.Runs.Composite(StepReader.read(Nodes.get(runs, "steps")));
    }
    if (kind.equals("docker")) {
      List<YamlNode.Scalar> commands = new ArrayList<>();
      for (String key : List.of("pre-entrypoint", "entrypoint", "args", "post-entrypoint", "env")) {
        Nodes.addScalars(Nodes.get(runs, key), commands);
      }
      return new Action.Runs.Docker(Nodes.text(runs, "image"), commands);
    }
    if (kind.startsWith("node")) {
      return new Action.Runs.JavaScript(
          Nodes.text(runs, "main"), Nodes.text(runs, "pre"), Nodes.text(runs, "post"));
    }
    return new Action.Runs.Unknown();
  }

  private static Map<String, YamlNode.Scalar> outputs(@Nullable YamlNode node) {
    Map<String, YamlNode.Scalar> outputs = new LinkedHashMap<>();
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        YamlNode.Scalar value = Nodes.scalar(entry.value(), "value");
        if (value != null) {
          outputs.put(entry.key().value(), value);
        }
      }
    }
    return outputs;
  }
}
