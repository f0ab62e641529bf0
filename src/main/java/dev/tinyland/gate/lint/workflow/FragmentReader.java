package dev.tinyland.gate.lint.workflow;

import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a piece of a workflow as pages show it: a whole one, its jobs, one job, some steps, one
 * step; or an action, or a job of GitLab.
 */
public final class FragmentReader {
  private static final List<String> GITLAB = List.of("script", "before_script", "after_script");

  private FragmentReader() {}

  /** What a piece of YAML turns out to be. */
  public sealed interface Fragment {
    /** A workflow; one of GitLab has its scripts as steps. */
    record OfWorkflow(Workflow workflow, boolean gitlab) implements Fragment {}

    record OfAction(Action action) implements Fragment {}

    /** Values without what they are given to: a bare {@code with:}, or what stands in one. */
    record OfInputs(YamlNode.Mapping inputs) implements Fragment {}
  }

  /**
   * The piece, or null where it is nothing that runs.
   *
   * @param unspecified the trigger of what names none
   */
  public static @Nullable Fragment read(
      SourceFile file, YamlDocument document, Trigger unspecified) {
    return switch (document.root()) {
      case YamlNode.Mapping mapping -> ofMapping(file, document, mapping, unspecified);
      case YamlNode.Sequence sequence ->
          ofSteps(file, sequence, StepReader.read(sequence), unspecified);
      case YamlNode.Scalar _ -> null;
      case null -> null;
    };
  }

  private static @Nullable Fragment ofMapping(
      SourceFile file, YamlDocument document, YamlNode.Mapping root, Trigger unspecified) {
    if (root.get("runs") instanceof YamlNode.Mapping) {
      Action action = ActionReader.read(file, document, new ArrayList<>());
      return action == null ? null : new Fragment.OfAction(action);
    }
    if (root.get("jobs") != null) {
      Workflow whole = WorkflowReader.read(file, document, new ArrayList<>());
      return whole == null ? null : new Fragment.OfWorkflow(triggered(whole, unspecified), false);
    }
    if (root.get("steps") instanceof YamlNode.Sequence || isCall(root)) {
      Job job = WorkflowReader.job(root.entries().getFirst().key(), root, null);
      return workflow(file, List.of(job), unspecified, false);
    }
    if (root.get("uses") != null || root.get("run") != null) {
      return ofSteps(file, root, List.of(StepReader.step(root)), unspecified);
    }
    if (root.get("with") instanceof YamlNode.Mapping inputs) {
      return new Fragment.OfInputs(inputs);
    }
    List<Job> jobs = jobs(root);
    if (!jobs.isEmpty()) {
      return workflow(file, jobs, unspecified, false);
    }
    List<Job> gitlab = gitlabJobs(root);
    return gitlab.isEmpty()
        ? new Fragment.OfInputs(root)
        : workflow(file, gitlab, unspecified, true);
  }

  private static @Nullable Fragment ofSteps(
      SourceFile file, YamlNode node, List<Step> steps, Trigger unspecified) {
    if (steps.isEmpty()) {
      return null;
    }
    return workflow(file, List.of(job("example", node, steps)), unspecified, false);
  }

  /** A workflow whose only step hands inputs to an action that is not shown with them. */
  public static Workflow calling(
      SourceFile file, String reference, YamlNode.Mapping inputs, Trigger unspecified) {
    YamlNode.Scalar first = inputs.entries().getFirst().key();
    Step step =
        Step.of(inputs.span(), new Step.Body.Uses(first.saying(reference), Nodes.env(inputs)));
    List<Job> jobs = List.of(job("example", inputs, List.of(step)));
    return new Workflow(file, null, List.of(unspecified), Env.NONE, jobs);
  }

  /** A job that does nothing but the steps. */
  public static Job job(String id, YamlNode node, List<Step> steps) {
    return new Job(
        id,
        node.span(),
        List.of(),
        null,
        Env.NONE,
        new Matrix.None(),
        null,
        Map.of(),
        List.of(),
        null,
        null,
        false,
        new Job.Body.Steps(steps));
  }

  private static Fragment workflow(
      SourceFile file, List<Job> jobs, Trigger unspecified, boolean gitlab) {
    return new Fragment.OfWorkflow(
        new Workflow(file, null, List.of(unspecified), Env.NONE, jobs), gitlab);
  }

  private static Workflow triggered(Workflow workflow, Trigger unspecified) {
    return workflow.triggers().isEmpty()
        ? new Workflow(
            workflow.file(), workflow.name(), List.of(unspecified), workflow.env(), workflow.jobs())
        : workflow;
  }

  private static boolean isCall(YamlNode.Mapping job) {
    String reference = Nodes.text(job, "uses");
    return reference != null && reference.contains("/.github/workflows/");
  }

  /** Jobs without the {@code jobs:} above them. */
  private static List<Job> jobs(YamlNode.Mapping root) {
    List<Job> jobs = new ArrayList<>();
    for (YamlNode.Entry entry : root.entries()) {
      if (entry.value() instanceof YamlNode.Mapping settings
          && (settings.get("steps") instanceof YamlNode.Sequence
              || settings.get("runs-on") != null
              || isCall(settings))) {
        jobs.add(WorkflowReader.job(entry.key(), settings, null));
      }
    }
    return jobs;
  }

  /** Everything with a script, and the inputs of an included component that are one. */
  private static List<Job> gitlabJobs(YamlNode.Mapping root) {
    List<Job> jobs = new ArrayList<>();
    addScripts("default", root, jobs);
    for (YamlNode.Entry entry : root.entries()) {
      if (entry.value() instanceof YamlNode.Mapping settings) {
        addScripts(entry.key().value(), settings, jobs);
      } else if (entry.key().value().equals("include")
          && entry.value() instanceof YamlNode.Sequence includes) {
        for (YamlNode include : includes.items()) {
          if (Nodes.get(include, "inputs") instanceof YamlNode.Mapping inputs) {
            addScripts("component", inputs, jobs);
          }
        }
      }
    }
    return jobs;
  }

  private static void addScripts(String id, YamlNode.Mapping settings, List<Job> to) {
    List<Step> steps = new ArrayList<>();
    for (String key : GITLAB) {
      List<YamlNode.Scalar> scripts = new ArrayList<>();
      Nodes.addScalars(settings.get(key), scripts);
      for (YamlNode.Scalar script : scripts) {
        steps.add(StepReader.script(script));
      }
    }
    if (!steps.isEmpty()) {
      to.add(job(id, settings, steps));
    }
  }
}
