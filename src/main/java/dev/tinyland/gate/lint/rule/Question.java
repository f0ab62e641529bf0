package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.expression.Expression;
import dev.tinyland.gate.lint.expression.Value;
import dev.tinyland.gate.lint.reach.Assumption;
import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.surface.Judged;
import dev.tinyland.gate.lint.workflow.Input;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks whether a write is possible while the inputs of its root are such and such. */
record Question(Judged judged, Analysis analysis) {
  /** A word that nobody compares anything with. */
  static final String UNRELATED = "zq-unrelated-7";

  /** The best that any scenario in which a confirmation can be asked for answers. */
  private Reach.Answer answer(List<Constraint> constraints, Map<String, String> inputs) {
    boolean undecided = false;
    for (Judged.Reached each : Probe.asked(judged)) {
      Reach.Answer answer =
          analysis.reach().ask(constraints, each.scenario(), assumption(), inputs);
      if (answer == Reach.Answer.POSSIBLE) {
        return answer;
      }
      undecided |= answer == Reach.Answer.UNDECIDED;
    }
    return undecided ? Reach.Answer.UNDECIDED : Reach.Answer.IMPOSSIBLE;
  }

  /** A write that runs only after success runs after steps that did all they had to. */
  private Assumption assumption() {
    for (Constraint constraint : judged.site().constraints()) {
      boolean condition =
          constraint.kind() == Constraint.Kind.JOB || constraint.kind() == Constraint.Kind.STEP;
      if (condition && !constraint.needsSuccess()) {
        return Assumption.NONE;
      }
    }
    return Assumption.SUCCESS;
  }

  /** What is known first narrows the search most; now and then the other way round decides more. */
  private Reach.Answer with(Expression... inputs) {
    Reach.Answer answer = answer(constraints(inputs), Map.of());
    return answer == Reach.Answer.UNDECIDED
        ? answer(turned(constraints(inputs), inputs.length), Map.of())
        : answer;
  }

  /** Whether it is proved that the write cannot happen while a chosen text is that of the input. */
  boolean impossibleFor(Input chosen, String text, Expression... inputs) {
    if (impossible(plus(is(chosen, text), inputs))) {
      return true;
    }
    // A text that is typed may be in capitals as well; of a list it is one of the entries.
    List<String> spellings =
        chosen.type() == Input.Type.CHOICE
            ? List.of(text)
            : List.of(text, text.toUpperCase(Locale.ROOT));
    for (String spelling : spellings) {
      Map<String, String> fixed = Map.of(chosen.name(), spelling);
      List<Constraint> constraints = constraints(inputs);
      if (answer(constraints, fixed) != Reach.Answer.IMPOSSIBLE
          && answer(turned(constraints, inputs.length), fixed) != Reach.Answer.IMPOSSIBLE) {
        return false;
      }
    }
    return true;
  }

  /** Whether the write can happen while an input is none of the texts. */
  boolean possibleBeyond(Input chosen, Collection<String> texts) {
    Reach.Answer answer = with(isNone(chosen, texts));
    if (answer != Reach.Answer.UNDECIDED) {
      return answer == Reach.Answer.POSSIBLE;
    }
    for (String text : List.of("", UNRELATED)) {
      if (answer(constraints(), Map.of(chosen.name(), text)) != Reach.Answer.IMPOSSIBLE) {
        return true;
      }
    }
    return false;
  }

  private static Expression[] plus(Expression first, Expression... rest) {
    Expression[] all = new Expression[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  /** The first few constraints as the last ones. */
  private static List<Constraint> turned(List<Constraint> constraints, int first) {
    List<Constraint> turned = new ArrayList<>(constraints.subList(first, constraints.size()));
    turned.addAll(constraints.subList(0, first));
    return turned;
  }

  /** Whether some assignment does it; what is not decided does not count. */
  boolean possible(Expression... inputs) {
    return with(inputs) == Reach.Answer.POSSIBLE;
  }

  /** Whether it is proved that none does. */
  boolean impossible(Expression... inputs) {
    return with(inputs) == Reach.Answer.IMPOSSIBLE;
  }

  /** Why it is possible, for a reader. */
  String because(Expression... inputs) {
    List<Constraint> constraints = constraints(inputs);
    for (Judged.Reached each : Probe.asked(judged)) {
      if (analysis.reach().possible(constraints, each.scenario(), assumption())) {
        return "it can write "
            + each.scenario().inWords()
            + ": "
            + analysis.reach().cell(constraints, each.scenario()).because();
      }
    }
    return "";
  }

  /** Whether leaving an input alone, or ticking nothing, keeps the write from happening. */
  boolean dependsOn(Input input) {
    return input.type() == Input.Type.BOOLEAN
        ? impossible(not(property(input)))
        : impossible(is(input, UNRELATED)) || impossible(is(input, ""));
  }

  private List<Constraint> constraints(Expression... inputs) {
    Constraint outermost = judged.site().constraints().getFirst();
    List<Constraint> constraints = new ArrayList<>();
    // First, so that the search starts from them.
    for (Expression input : inputs) {
      constraints.add(
          new Constraint(
              Constraint.Kind.STEP, outermost.span(), input, outermost.site(), input.text()));
    }
    constraints.addAll(judged.site().constraints());
    return constraints;
  }

  static Expression property(Input input) {
    return new Expression.Property(new Expression.Context("inputs", -1, -1), input.name(), -1, -1);
  }

  static Expression is(Input input, String text) {
    return new Expression.Binary(
        Expression.Operator.EQ,
        property(input),
        new Expression.Literal(new Value.Str(text), -1, -1),
        -1,
        -1);
  }

  static Expression not(Expression expression) {
    return new Expression.Not(expression, -1, -1);
  }

  /** That an input is none of the texts. */
  static Expression isNone(Input input, Collection<String> texts) {
    List<Expression> equal = new ArrayList<>();
    for (String text : texts) {
      equal.add(is(input, text));
    }
    return not(equal.size() == 1 ? equal.getFirst() : new Expression.Or(equal, -1, -1));
  }
}
