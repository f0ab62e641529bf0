package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.surface.Root;
import dev.tinyland.gate.lint.workflow.Action;
import dev.tinyland.gate.lint.workflow.Env;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.workflow.Job;
import dev.tinyland.gate.lint.workflow.Step;
import dev.tinyland.gate.lint.workflow.Trigger;
import dev.tinyland.gate.lint.workflow.Workflow;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a confirmation that is written down on the way to a write: a value named like one that
 * holds a token, in the file that is started or in one that it calls.
 */
final class HardCoded {
  private final Analysis analysis;

  private HardCoded(Analysis analysis) {
    this.analysis = analysis;
  }

  static @Nullable Span find(Probe probe, Judged write, Analysis analysis) {
    HardCoded search = new HardCoded(analysis);
    Span found = search.in(probe.root(), false);
    for (Related via : write.site().via()) {
      for (Root other : analysis.roots()) {
        if (found == null && other.file().path().equals(via.span().path())) {
          found = search.in(other, true);
        }
      }
    }
    if (found == null && Probe.mentionsToken(write.site().what(), analysis)) {
      found = write.site().place();
    }
    return found;
  }

  private @Nullable Span in(Root root, boolean called) {
    Span found = called ? inDefaults(root) : null;
    if (found != null) {
      return found;
    }
    return switch (root) {
      case Root.OfWorkflow(Workflow workflow) -> in(workflow);
      case Root.OfAction(Action action) ->
          action.runs() instanceof Action.Runs.Composite(List<Step> steps) ? in(steps) : null;
    };
  }

  /** A default is a value only for callers that give none. */
  private @Nullable Span inDefaults(Root root) {
    List<Input> inputs = List.of();
    if (root instanceof Root.OfWorkflow(Workflow workflow)) {
      Trigger trigger = workflow.trigger(Probe.BY_CALL);
      inputs = trigger == null ? List.of() : trigger.inputs();
    } else if (root instanceof Root.OfAction(Action action)) {
      inputs = action.inputs();
    }
    for (Input input : inputs) {
      if (input.defaultValue() != null && Probe.isToken(input.defaultValue().display(), analysis)) {
        return input.defaultValue().span();
      }
    }
    return null;
  }

  private @Nullable Span in(Workflow workflow) {
    Span found = in(workflow.env());
    for (Job job : workflow.jobs()) {
      found = found == null ? in(job.env()) : found;
      if (found == null) {
        found =
            switch (job.body()) {
              case Job.Body.Steps(List<Step> steps) -> in(steps);
              case Job.Body.Call call -> in(call.with());
            };
      }
    }
    return found;
  }

  private @Nullable Span in(List<Step> steps) {
    for (Step step : steps) {
      Span found = in(step.env());
      if (found == null) {
        found =
            switch (step.body()) {
              case Step.Body.Uses(var _, Env with) -> in(with);
              case Step.Body.Run(YamlNode.Scalar script, var _) -> inScript(script);
              case Step.Body.Other() -> null;
            };
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Span in(Env env) {
    for (Map.Entry<String, YamlNode.Scalar> entry : env.entries().entrySet()) {
      String value = entry.getValue().value();
      boolean handedOn = Probe.isConfirmation(value);
      if (Probe.isConfirmation(entry.getKey())
          && !handedOn
          && Probe.mentionsToken(value, analysis)) {
        return entry.getValue().span();
      }
    }
    return null;
  }

  /** {@code CONFIRM=token}, {@code --confirm token} and the like, but no comparison. */
  private @Nullable Span inScript(YamlNode.Scalar script) {
    String text = script.value().toLowerCase(Locale.ROOT);
    for (String token : analysis.policy().confirmTokens().values()) {
      String word = token.toLowerCase(Locale.ROOT);
      for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (isGiven(text, at)) {
          return script.spanOf(at, at + word.length());
        }
      }
    }
    return null;
  }

  /** Whether a name with {@code confirm} in it, and not the value of one, stands before. */
  private static boolean isGiven(String text, int at) {
    int end = at;
    while (end > 0 && "\"'= ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
      start--;
    }
    boolean value = start > 0 && (text.charAt(start - 1) == '$' || text.charAt(start - 1) == '{');
    return !value && end < at && Probe.isConfirmation(text.substring(start, end));
  }
}
