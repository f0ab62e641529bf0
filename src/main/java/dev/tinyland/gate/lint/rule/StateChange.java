package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command that works on protected state, or may.
 *
 * @param placed the command and its place in the order of the walk
 * @param given what else must hold for it to be such a command
 * @param works the protected stacks that it works on, or may
 * @param undecided the text that decides the stack, where it is only known in the run; else null
 */
record StateChange(
    Dominance.Placed placed,
    TofuCommand command,
    List<Constraint> given,
    List<Works> works,
    @Nullable String undecided) {
  /**
   * @param when what must hold for it to be this stack; null where it always is
   */
  record Works(String stack, @Nullable Constraint when) {}

  Operation operation() {
    return placed.operation();
  }

  /** Everything that holds in the runs that work on the stack. */
  List<Constraint> more(Works on) {
    Constraint when = on.when();
    return when == null ? given : Terms.plus(given, when);
  }

  /** The names of the stacks. */
  Set<String> stacks() {
    Set<String> stacks = new LinkedHashSet<>();
    for (Works on : works) {
      stacks.add(on.stack());
    }
    return stacks;
  }

  /** The same where one thing more holds. */
  StateChange given(Constraint more) {
    return new StateChange(placed, command, Terms.plus(given, more), works, undecided);
  }

  /** The command itself where it stands in the file that is started; the step where it does not. */
  Span span() {
    Operation operation = operation();
    return operation.via().isEmpty() ? operation.place() : operation.root();
  }
}
