package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in a script control is.
 *
 * @param guards what must have held, innermost first
 * @param tested whether the status is looked at, so that a failure does not end the script
 * @param output the file that standard output goes to, {@code null} for none of them
 * @param input the text on standard input where it is known
 * @param frame the function that runs, {@code null} at the top
 */
record Scope(
    @Nullable Guards guards,
    boolean tested,
    boolean background,
    @Nullable FileKind output,
    @Nullable Word input,
    @Nullable Frame frame,
    Around around) {
  private static final int MOST_GUARDS = 48;

  static final Scope TOP =
      new Scope(
          null,
          false,
          false,
          null,
          null,
          null,
          new Around(0, 1, false, List.of(), List.of(), false, true, Invocation.Loop.NONE));

  /**
   * What is around a command itself.
   *
   * @param stage its place in a pipeline of so many stages, from 0
   * @param lookedAt whether more than a pipeline looks at the status
   * @param redirections of the enclosing simple command
   * @param wrappers the commands that start it, outermost first
   * @param uncalled whether it stands in a function that nothing calls
   * @param certain false behind a command that is only taken for a wrapper
   * @param loop how often the innermost loop around it that tries again, or else any, runs it
   */
  record Around(
      int stage,
      int stages,
      boolean lookedAt,
      List<Redirection> redirections,
      List<String> wrappers,
      boolean uncalled,
      boolean certain,
      Invocation.Loop loop) {
    Around asLookedAt() {
      return new Around(stage, stages, true, redirections, wrappers, uncalled, certain, loop);
    }

    Around within(Invocation.Loop other) {
      return new Around(stage, stages, lookedAt, redirections, wrappers, uncalled, certain, other);
    }
  }

  /** A list of guards that grows at its end. */
  record Guards(@Nullable Guards before, ShellCondition condition, int count) {}

  /** A function call that is under way. */
  static final class Frame {
    final ShellNode.Function function;
    final String call;
    final @Nullable Frame caller;
    final int entered;
    final List<String> locals = new ArrayList<>();
    Outcome returned = Outcome.GONE;
    @Nullable Variables state;

    Frame(ShellNode.Function function, String call, @Nullable Frame caller, int entered) {
      this.function = function;
      this.call = call;
      this.caller = caller;
      this.entered = entered;
    }
  }

  /** The guards, outermost first; one that never holds is always among them. */
  List<ShellCondition> guardList() {
    return since(0);
  }

  /** The guards after the first few. */
  List<ShellCondition> since(int first) {
    List<ShellCondition> list = new ArrayList<>();
    for (Guards g = guards; g != null && g.count() > first; g = g.before()) {
      list.add(g.condition());
    }
    Collections.reverse(list);
    return list;
  }

  int guardCount() {
    return guards == null ? 0 : guards.count();
  }

  Scope guarded(ShellCondition condition) {
    if (Conditions.isAlways(condition)) {
      return this;
    }
    int count = guardCount();
    boolean full = count >= MOST_GUARDS && !Conditions.isNever(condition);
    if (full || (guards != null && Conditions.isNever(guards.condition()))) {
      return this;
    }
    Guards more = new Guards(guards, condition, count + 1);
    return new Scope(more, tested, background, output, input, frame, around);
  }

  Scope asTested() {
    return tested && around.lookedAt
        ? this
        : new Scope(guards, true, background, output, input, frame, around.asLookedAt());
  }

  Scope inBackground() {
    return new Scope(guards, true, true, output, input, frame, around.asLookedAt());
  }

  Scope writingTo(@Nullable FileKind kind) {
    return kind == output
        ? this
        : new Scope(guards, tested, background, kind, input, frame, around);
  }

  Scope reading(@Nullable Word text) {
    return new Scope(guards, tested, background, output, text, frame, around);
  }

  Scope inFrame(Frame entered) {
    return new Scope(guards, tested, background, output, input, entered, around);
  }

  /** A shell of its own: what it exits or returns from is itself. */
  Scope asChild() {
    return new Scope(guards, false, background, output, input, frame, around);
  }

  /** Part of a pipeline: its status alone ends nothing. */
  Scope atStage(int number, int of) {
    Around there =
        new Around(
            number,
            of,
            around.lookedAt || tested,
            around.redirections,
            around.wrappers,
            around.uncalled,
            around.certain,
            around.loop);
    return new Scope(guards, true, background, output, input, frame, there);
  }

  Scope redirected(List<Redirection> list) {
    return in(
        new Around(
            around.stage,
            around.stages,
            around.lookedAt,
            list,
            around.wrappers,
            around.uncalled,
            around.certain,
            around.loop));
  }

  Scope wrapped(String wrapper, boolean known) {
    List<String> longer = new ArrayList<>(around.wrappers);
    longer.add(wrapper);
    return in(
        new Around(
            around.stage,
            around.stages,
            around.lookedAt,
            around.redirections,
            List.copyOf(longer),
            around.uncalled,
            around.certain && known,
            around.loop));
  }

  /** A new script or substitution inside: what was peculiar to the command around it is gone. */
  Scope inside() {
    return in(
        new Around(
            0,
            1,
            around.lookedAt,
            List.of(),
            around.wrappers,
            around.uncalled,
            around.certain,
            around.loop));
  }

  Scope neverCalled() {
    return in(
        new Around(
            around.stage,
            around.stages,
            around.lookedAt,
            around.redirections,
            around.wrappers,
            true,
            around.certain,
            around.loop));
  }

  /** In a loop; one that tries again is not forgotten in one that goes through a list. */
  Scope within(Invocation.Loop loop) {
    return around.loop == Invocation.Loop.AGAIN ? this : in(around.within(loop));
  }

  private Scope in(Around other) {
    return new Scope(guards, tested, background, output, input, frame, other);
  }
}
