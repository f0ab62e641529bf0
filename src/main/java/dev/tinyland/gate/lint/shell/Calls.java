package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions: each is entered at its call, with its arguments. */
final class Calls {
  private static final int MOST_FRAMES = 14;

  private final Run run;
  private final Walker walker;

  /** The function that is entered. */
  private Scope.@Nullable Frame frame;

  Calls(Run run, Walker walker) {
    this.run = run;
    this.walker = walker;
  }

  /** The function's caller gets its own value of the name back. */
  void local(String name) {
    if (frame != null) {
      frame.locals.add(name);
    }
  }

  /** {@code return}. */
  Outcome returned(Builtins.Call call) {
    Scope.Frame current = call.scope().frame();
    if (current == null) {
      return Outcome.GONE;
    }
    ShellCondition reached = ShellCondition.ALWAYS;
    for (ShellCondition guard : call.scope().since(current.entered)) {
      reached = Conditions.and(reached, guard);
    }
    String status = call.argv().size() > 1 ? call.argv().get(1).literal() : null;
    Outcome way =
        "0".equals(status) ? Outcome.DONE : status == null ? Outcome.UNKNOWN : Outcome.FAILED;
    current.returned = current.returned.or(way.under(reached));
    Variables state = run.state.copy();
    current.state =
        current.state == null
            ? state
            : Variables.join(current.state, ShellCondition.ALWAYS, state, ShellCondition.ALWAYS);
    return Outcome.GONE;
  }

  /** Enters a function with the arguments of a call. */
  Outcome call(Variables.Function function, Builtins.Call call) {
    Outcome outcome = Outcome.GONE;
    Variables before = run.state;
    Variables joined = null;
    for (ShellNode.Function definition : function.definitions()) {
      run.state = before.copy();
      outcome = outcome.or(enter(definition, call));
      joined =
          joined == null
              ? run.state
              : Variables.join(joined, ShellCondition.ALWAYS, run.state, ShellCondition.ALWAYS);
    }
    run.state = joined == null ? before : joined;
    return function.definitions().size() == 1
        ? outcome
        : new Outcome(ShellCondition.ALWAYS, outcome.succeeds(), outcome.fails());
  }

  private Outcome enter(ShellNode.Function definition, Builtins.Call call) {
    Scope scope = call.scope();
    String shown = shown(call.argv());
    int depth = 0;
    for (Scope.Frame f = scope.frame(); f != null; f = f.caller) {
      if (f.function.start() == definition.start() && f.call.equals(shown)) {
        return recursion(definition);
      }
      depth++;
    }
    if (depth >= MOST_FRAMES) {
      run.troubles.add(call.simple().start(), "function calls nested too deeply to follow");
      return recursion(definition);
    }
    if (!run.call(call.simple().start())) {
      return recursion(definition);
    }
    run.called.add(definition);
    Scope.Frame entered = new Scope.Frame(definition, shown, scope.frame(), scope.guardCount());
    Scope.Frame outer = frame;
    Variables before = run.state.copy();
    @Nullable List<Word> outerArguments = run.state.arguments;
    run.state.arguments = List.copyOf(call.arguments());
    frame = entered;
    Outcome body = walker.walk(definition.body(), scope.inFrame(entered).redirected(List.of()));
    frame = outer;
    Variables after = run.state;
    if (entered.state != null) {
      after = Variables.join(entered.state, entered.returned.proceeds(), after, body.proceeds());
    }
    for (String local : entered.locals) {
      List<Variables.Choice> old = before.bindings.get(local);
      if (old == null) {
        after.bindings.remove(local);
      } else {
        after.bindings.put(local, old);
      }
    }
    after.arguments = outerArguments;
    run.state = after;
    return body.or(entered.returned);
  }

  /** What is not entered again may have set its variables again. */
  private Outcome recursion(ShellNode.Function definition) {
    for (String name : AssignedNames.in(definition.body(), run.state.functions.keySet()).names()) {
      run.state.lose(name);
    }
    return Outcome.UNKNOWN;
  }

  private static String shown(List<Word> argv) {
    StringBuilder out = new StringBuilder();
    for (Word word : argv) {
      out.append(word.display()).append('\n');
    }
    return out.toString();
  }

  /** Enters a function that nothing calls, with unknown variables. */
  void enterUncalled(ShellNode.Function definition) {
    run.called.add(definition);
    Variables before = run.state;
    run.state = before.copy();
    run.state.loseAll();
    run.state.arguments = null;
    Scope.Frame entered = new Scope.Frame(definition, definition.name(), null, 0);
    Scope.Frame outer = frame;
    frame = entered;
    walker.walk(definition.body(), Scope.TOP.neverCalled().inFrame(entered));
    frame = outer;
    run.state = before;
  }
}
