package dev.tinyland.gate.lint.docs;

import dev.tinyland.gate.lint.markdown.Fence;
import dev.tinyland.gate.lint.markdown.Line;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.surface.Judge;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.KnowledgeBase;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.surface.Walk;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.FragmentReader;
import dev.tinyland.gate.lint.workflow.FragmentReader.Fragment;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.lint.yaml.YamlDocument;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlReader;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the code blocks of one page as workflows and scripts, and finds out what they write. What
 * says nothing of its trigger is taken to be started by any.
 */
final class ExampleReader {
  private final SourceFile page;
  private final Walk walk;
  private final Judge judge;
  private final KnowledgeBase knowledge;
  private final Trigger unspecified;

  ExampleReader(SourceFile page, Walk walk, Judge judge, KnowledgeBase knowledge) {
    this.page = page;
    this.walk = walk;
    this.judge = judge;
    this.knowledge = knowledge;
    this.unspecified = Trigger.of(Scenario.CALLER, Span.at(page.path(), 1, 1));
  }

  /** The whole file as a pipeline of GitLab; nothing where it is none, or nothing writes. */
  List<Example> pipeline() {
    return FragmentReader.read(page, YamlReader.read(page), unspecified)
            instanceof Fragment.OfWorkflow(Workflow workflow, boolean gitlab)
        ? ofRoot(
            gitlab ? Example.Kind.GITLAB : Example.Kind.FRAGMENT, new Root.OfWorkflow(workflow))
        : List.of();
  }

  /** The examples of a block; none for one that shows nothing to run, or nothing that writes. */
  List<Example> examples(Fence fence) {
    if (fence.lines().isEmpty() || Language.isUsage(fence)) {
      return List.of();
    }
    List<Line> lines = fence.lines();
    return switch (Language.of(fence)) {
      case YAML -> yaml(lines);
      case SHELL -> script(Example.Kind.COMMANDS, ScriptText.ofCommands(page, lines));
      case RECIPES -> script(Example.Kind.COMMANDS, ScriptText.ofRecipes(page, lines));
      case DIFF -> unsaid(YamlText.afterDiff(lines));
      case UNSAID -> unsaid(lines);
      case OTHER -> List.of();
    };
  }

  private List<Example> unsaid(List<Line> lines) {
    if (Prompts.in(lines)) {
      return script(Example.Kind.COMMANDS, ScriptText.ofCommands(page, lines));
    }
    return YamlText.isLikely(lines)
        ? yaml(lines)
        : script(Example.Kind.UNSAID, ScriptText.ofSome(page, lines, knowledge::beginsWithWrite));
  }

  private List<Example> script(Example.Kind kind, YamlNode.@Nullable Scalar script) {
    if (script == null) {
      return List.of();
    }
    Step step = Step.of(script.span(), new Step.Body.Run(script, null));
    Workflow workflow =
        new Workflow(
            page,
            null,
            List.of(unspecified),
            Env.NONE,
            List.of(FragmentReader.job("example", script, List.of(step))));
    return examples(kind, script.span(), judged(new Root.OfWorkflow(workflow)));
  }

  private static List<Example> examples(Example.Kind kind, Span span, List<Judged> judged) {
    return judged.isEmpty() ? List.of() : List.of(new Example(kind, span, judged, null));
  }

  private List<Example> yaml(List<Line> lines) {
    List<Example> examples = new ArrayList<>();
    for (SourceFile file : YamlText.files(page, lines)) {
      YamlDocument document = YamlReader.read(file);
      List<Example> found = fragment(file, document);
      examples.addAll(found);
      if (found.isEmpty()
          && !document.problems().isEmpty()
          && knowledge.mentionsWriter(file.text())) {
        Span span = document.problems().getFirst().span();
        String message = document.problems().getFirst().message();
        examples.add(
            new Example(Example.Kind.FRAGMENT, span, List.of(), new Example.Unread(span, message)));
      }
    }
    return examples;
  }

  private List<Example> fragment(SourceFile file, YamlDocument document) {
    return switch (FragmentReader.read(file, document, unspecified)) {
      case Fragment.OfWorkflow(Workflow workflow, boolean gitlab) -> {
        boolean whole = !workflow.triggers().contains(unspecified);
        Example.Kind kind =
            gitlab ? Example.Kind.GITLAB : whole ? Example.Kind.WHOLE : Example.Kind.FRAGMENT;
        yield ofRoot(kind, new Root.OfWorkflow(workflow));
      }
      case Fragment.OfAction(var action) -> ofRoot(Example.Kind.WHOLE, new Root.OfAction(action));
      case Fragment.OfInputs(YamlNode.Mapping inputs) -> ofInputs(file, inputs);
      case null -> List.of();
    };
  }

  private List<Example> ofRoot(Example.Kind kind, Root root) {
    List<Judged> judged = judged(root);
    return judged.isEmpty() ? List.of() : examples(kind, judged.getFirst().site().root(), judged);
  }

  /** Inputs of which one is the switch of a known action, on a page that speaks of the cache. */
  private List<Example> ofInputs(SourceFile file, YamlNode.Mapping inputs) {
    String reference = null;
    for (YamlNode.Entry entry : inputs.entries()) {
      String switched = knowledge.actionSwitchedBy(entry.key().value());
      reference = switched == null ? reference : switched;
    }
    if (reference == null || !page.text().toLowerCase(Locale.ROOT).contains("attic")) {
      return List.of();
    }
    return ofRoot(
        Example.Kind.FRAGMENT,
        new Root.OfWorkflow(FragmentReader.calling(file, reference, inputs, unspecified)));
  }

  private List<Judged> judged(Root root) {
    var found =
        switch (root) {
          case Root.OfWorkflow(Workflow workflow) -> walk.workflow(workflow);
          case Root.OfAction(var action) -> walk.action(action);
        };
    return judge.numbered(judge.drafts(root, found));
  }
}
