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
 * @param redirections of the enclosing simple command
 * @param certain false behind a command that is only taken for a wrapper
 */
record Scope(
    @Nullable Guards guards,
    boolean tested,
    boolean background,
    int stage,
    int stages,
    @Nullable FileKind output,
    @Nullable Word input,
    @Nullable Frame frame,
    List<Redirection> redirections,
    List<String> wrappers,
    boolean uncalled,
    boolean certain) {
  private static final int MOST_GUARDS = 48;

  static final Scope TOP =
      new Scope(null, false, false, 0, 1, null, null, null, List.of(), List.of(), false, true);

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
    return with(new Guards(guards, condition, count + 1), tested, background, output, input);
  }

  private Scope with(
      @Nullable Guards newGuards,
      boolean newTested,
      boolean newBackground,
      @Nullable FileKind newOutput,
      @Nullable Word newInput) {
    return new Scope(
        newGuards,
        newTested,
        newBackground,
        stage,
        stages,
        newOutput,
        newInput,
        frame,
        redirections,
        wrappers,
        uncalled,
        certain);
  }

  Scope asTested() {
    return tested ? this : with(guards, true, background, output, input);
  }

  Scope inBackground() {
    return with(guards, true, true, output, input);
  }

  Scope writingTo(@Nullable FileKind kind) {
    return kind == output ? this : with(guards, tested, background, kind, input);
  }

  Scope reading(@Nullable Word text) {
    return with(guards, tested, background, output, text);
  }

  Scope atStage(int number, int of) {
    return new Scope(
        guards,
        tested,
        background,
        number,
        of,
        output,
        input,
        frame,
        redirections,
        wrappers,
        uncalled,
        certain);
  }

  Scope inFrame(Frame entered) {
    return new Scope(
        guards,
        tested,
        background,
        stage,
        stages,
        output,
        input,
        entered,
        redirections,
        wrappers,
        uncalled,
        certain);
  }

  Scope redirected(List<Redirection> list) {
    return new Scope(
        guards,
        tested,
        background,
        stage,
        stages,
        output,
        input,
        frame,
        list,
        wrappers,
        uncalled,
        certain);
  }

  Scope wrapped(String wrapper, boolean known) {
    List<String> longer = new ArrayList<>(wrappers);
    longer.add(wrapper);
    return new Scope(
        guards,
        tested,
        background,
        stage,
        stages,
        output,
        input,
        frame,
        redirections,
        List.copyOf(longer),
        uncalled,
        certain && known);
  }

  /** A new script or substitution inside: what was peculiar to the command around it is gone. */
  Scope inside() {
    return new Scope(
        guards,
        tested,
        background,
        0,
        1,
        output,
        input,
        frame,
        List.of(),
        wrappers,
        uncalled,
        certain);
  }

  /** A shell of its own: what it exits or returns from is itself. */
  Scope asChild() {
    return new Scope(
        guards,
        false,
        background,
        stage,
        stages,
        output,
        input,
        frame,
        redirections,
        wrappers,
        uncalled,
        certain);
  }

  Scope neverCalled() {
    return new Scope(
        guards,
        tested,
        background,
        stage,
        stages,
        output,
        input,
        frame,
        redirections,
        wrappers,
        true,
        certain);
  }
}
