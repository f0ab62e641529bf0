package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workflow from YAML. It takes what it understands and leaves the checking of every key to
 * GitHub, but it never drops a file silently: what is not a workflow at all is a problem.
 */
public final class WorkflowReader {
  private WorkflowReader() {}

  /** Whether the document has the two keys that make a workflow. */
  public static boolean looksLikeWorkflow(YamlDocument document) {
    return Nodes.get(document.root(), "jobs") != null && Nodes.get(document.root(), "on") != null;
  }

  /** The workflow; problems found on the way are added to the list. */
  public static @Nullable Workflow read(
      SourceFile file, YamlDocument document, List<Problem> problems) {
    YamlNode root = document.root();
    if (!(root instanceof YamlNode.Mapping)) {
      if (document.problems().isEmpty()) {
        Span span = root == null ? Span.at(file.path(), 1, 1) : root.span();
        problems.add(new Problem(span, "not a workflow: the top level is not a mapping"));
      }
      return null;
    }
    if (document.problems().isEmpty()) {
      for (String key : List.of("on", "jobs")) {
        if (Nodes.get(root, key) == null) {
          problems.add(
              new Problem(Span.at(file.path(), 1, 1), "not a workflow: there is no `" + key + "`"));
        }
      }
    }
    return new Workflow(
        file,
        Nodes.text(root, "name"),
        TriggerReader.read(Nodes.get(root, "on")),
        Nodes.env(Nodes.get(root, "env")),
        jobs(Nodes.get(root, "jobs"), Nodes.get(Nodes.get(root, "defaults"), "run")));
  }

  private static List<Job> jobs(@Nullable YamlNode node, @Nullable YamlNode defaults) {
    List<Job> jobs = new ArrayList<>();
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.value() instanceof YamlNode.Mapping settings) {
          jobs.add(job(entry.key(), settings, defaults));
        }
      }
    }
    return jobs;
  }

  static Job job(YamlNode.Scalar key, YamlNode.Mapping job, @Nullable YamlNode ofWorkflow) {
    Map<String, YamlNode.Scalar> outputs = Nodes.env(job.get("outputs")).entries();
    YamlNode own = Nodes.get(job.get("defaults"), "run");
    String shell = Nodes.text(own, "shell");
    YamlNode.Scalar directory = Nodes.scalar(own, "working-directory");
    return new Job(
        key.value(),
        key.span(),
        Nodes.texts(job.get("needs")),
        Nodes.scalar(job, "if"),
        Nodes.env(job.get("env")),
        matrix(Nodes.get(job.get("strategy"), "matrix")),
        job.get("runs-on"),
        outputs,
        containers(job),
        shell == null ? Nodes.text(ofWorkflow, "shell") : shell,
        directory == null ? Nodes.scalar(ofWorkflow, "working-directory") : directory,
        StepReader.continuesOnError(job),
        body(job));
  }

  private static List<YamlNode.Scalar> containers(YamlNode.Mapping job) {
    List<@Nullable YamlNode> all = new ArrayList<>();
    all.add(job.get("container"));
    if (job.get("services") instanceof YamlNode.Mapping services) {
      for (YamlNode.Entry service : services.entries()) {
        all.add(service.value());
      }
    }
    List<YamlNode.Scalar> started = new ArrayList<>();
    for (@Nullable YamlNode container : all) {
      for (String key : List.of("options", "entrypoint", "command", "args")) {
        Nodes.addScalars(Nodes.get(container, key), started);
      }
    }
    return started;
  }

  private static Job.Body body(YamlNode.Mapping job) {
    YamlNode.Scalar reference = Nodes.scalar(job, "uses");
    if (reference == null) {
      return new Job.Body.Steps(StepReader.read(job.get("steps")));
    }
    YamlNode secrets = job.get("secrets");
    boolean inherit =
        secrets instanceof YamlNode.Scalar scalar
            && scalar.value().strip().equalsIgnoreCase("inherit");
    YamlNode with = job.get("with");
    Span span = reference.span();
    span = with == null ? span : span.to(with.span());
    span = secrets == null ? span : span.to(secrets.span());
    return new Job.Body.Call(
        reference, span, Nodes.env(with), inherit ? Env.NONE : Nodes.env(secrets), inherit);
  }

  private static Matrix matrix(@Nullable YamlNode node) {
    if (node == null) {
      return new Matrix.None();
    }
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return new Matrix.Dynamic("the matrix is computed at run time");
    }
    Map<String, List<YamlNode>> axes = new LinkedHashMap<>();
    List<Map<String, YamlNode>> include = new ArrayList<>();
    List<Map<String, YamlNode>> exclude = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      boolean special = key.equals("include") || key.equals("exclude");
      if (key.contains("${{") || !(entry.value() instanceof YamlNode.Sequence sequence)) {
        return new Matrix.Dynamic("the matrix is computed at run time");
      }
      if (special) {
        for (YamlNode item : sequence.items()) {
          if (!(item instanceof YamlNode.Mapping)) {
            return new Matrix.Dynamic("the matrix is computed at run time");
          }
          (key.equals("include") ? include : exclude).add(Nodes.mapping(item));
        }
      } else {
        axes.put(key, sequence.items());
      }
    }
    return Matrix.expand(axes, include, exclude);
  }
}
