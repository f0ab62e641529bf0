package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Condition;
import dev.tinyland.gate.lint.expression.Conditions;
import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.ExpressionSyntaxException;
import dev.tinyland.gate.lint.surface.SwitchUse;
import dev.tinyland.gate.lint.workflow.Input;
import dev.tinyland.gate.lint.yaml.YamlEdits;
import dev.tinyland.gate.lint.yaml.YamlNode;
import dev.tinyland.gate.lint.yaml.YamlPath;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.source.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mends that rules share. Each is null where it is not mechanical: the value is written
 * elsewhere, is more than it looks like, or the file is laid out in a way that is not understood.
 */
final class Mends {
  private static final String OFF = "false";
  private static final Set<String> STEP_LISTS = Set.of("steps", "parallel");

  private Mends() {}

  /** A fix of one edit; null without it. */
  static @Nullable Fix of(String description, @Nullable Edit edit) {
    return edit == null ? null : new Fix(description, List.of(edit));
  }

  /** Puts the literal in the place of a value, for example of {@code push-cache}. */
  static @Nullable Fix literalFalse(Span value, String description, Documents documents) {
    YamlEdits edits = documents.edits(value.path());
    return edits == null ? null : of(description, edits.replace(value, OFF));
  }

  /** Gives an input of an action the default that keeps its write off. */
  static @Nullable Fix defaultFalse(Input input, Documents documents) {
    YamlEdits edits = documents.edits(input.span().path());
    if (edits == null) {
      return null;
    }
    List<YamlPath.Around> nodes = edits.around(input.span()).nodes();
    return nodes.size() > 1 && nodes.get(nodes.size() - 2).node() instanceof YamlNode.Mapping inputs
        ? of("write `default: \"false\"`", edits.set(inputs, OFF, input.name(), "default"))
        : null;
  }

  /** Sets the switch of a step that uses an action, whether the step sets it already or not. */
  static @Nullable Edit switchOff(SwitchUse use, Documents documents) {
    YamlEdits edits = documents.edits(use.step().path());
    YamlNode.Mapping step = edits == null ? null : stepAround(edits.around(use.step()));
    return edits == null || step == null ? null : edits.set(step, OFF, "with", use.input());
  }

  /**
   * Lets a step run also after a failure, as evidence has to.
   *
   * @param inStep any place in the step
   */
  static @Nullable Fix always(Span inStep, Documents documents) {
    YamlEdits edits = documents.edits(inStep.path());
    YamlNode.Mapping step = edits == null ? null : stepAround(edits.around(inStep));
    if (edits == null || step == null) {
      return null;
    }
    YamlNode condition = step.get("if");
    String wanted = condition == null ? "always()" : alwaysAnd(condition);
    return wanted == null
        ? null
        : of("run the step with `if: " + wanted + "`", edits.set(step, wanted, "if"));
  }

  /**
   * Pins a job to a runner label.
   *
   * @param job the span of the job's key
   */
  static @Nullable Fix lane(Span job, String label, Documents documents) {
    YamlEdits edits = documents.edits(job.path());
    List<YamlPath.Around> nodes = edits == null ? List.of() : edits.around(job).nodes();
    return edits != null
            && !nodes.isEmpty()
            && nodes.getLast().node() instanceof YamlNode.Mapping settings
            && settings.get("uses") == null
        ? of("write `runs-on: " + label + "`", edits.set(settings, label, "runs-on"))
        : null;
  }

  /** The innermost item of a list of steps. */
  private static YamlNode.@Nullable Mapping stepAround(YamlPath path) {
    YamlNode.Mapping step = null;
    for (int i = 0; i + 1 < path.nodes().size(); i++) {
      YamlNode.Entry list = path.nodes().get(i).entry();
      boolean steps = list != null && STEP_LISTS.contains(list.key().value());
      if (steps && path.nodes().get(i + 1).node() instanceof YamlNode.Mapping item) {
        step = item;
      }
    }
    return step;
  }

  /**
   * The condition without the success() that it asks for; null where it asks for another status.
   */
  private static @Nullable String alwaysAnd(YamlNode condition) {
    if (!(condition instanceof YamlNode.Scalar scalar) || scalar.value().indexOf('\n') >= 0) {
      return null;
    }
    try {
      Condition read = Conditions.parse(scalar.display());
      Expression written = read.written();
      boolean oneStatus =
          written instanceof Expression.Call(String name, _, _, _)
              && (name.equals("success") || name.equals("failure"));
      if (written == null || oneStatus) {
        return "always()";
      }
      if (!read.implicitSuccess() || read.isAlwaysTrue()) {
        return null;
      }
      String text = read.text();
      boolean fenced = text.startsWith("${{");
      String inner = fenced ? text.substring(3, text.length() - 2).strip() : text;
      String operand = written instanceof Expression.Or ? "(" + inner + ")" : inner;
      return fenced ? "${{ always() && " + operand + " }}" : "always() && " + operand;
    } catch (ExpressionSyntaxException e) {
      return null;
    }
  }
}
