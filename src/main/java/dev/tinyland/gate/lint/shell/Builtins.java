package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builtins and functions: what changes the shell itself. */
final class Builtins {
  private static final int MOST_FRAMES = 14;

  private final Run run;
  private final Walker walker;
  private final Launcher launcher;

  /** The function that is entered. */
  private Scope.@Nullable Frame frame;

  Builtins(Run run, Walker walker, Launcher launcher) {
    this.run = run;
    this.walker = walker;
    this.launcher = launcher;
  }

  /** A command with its expanded words. */
  record Call(List<Word> argv, ShellNode.Simple simple, Expander.Variant variant, Scope scope) {
    public Call {
      argv = List.copyOf(argv);
    }

    Call tail(int from) {
      return new Call(argv.subList(from, argv.size()), simple, variant, scope);
    }

    List<Word> arguments() {
      return argv.subList(1, argv.size());
    }
  }

  Outcome dispatch(Call call) {
    String name = call.argv().get(0).literal();
    if (name == null) {
      return unknownName(call);
    }
    Variables.Function function = run.state.functions.get(name);
    if (function == null) {
      return builtin(call, name);
    }
    Outcome called = call(function, call);
    if (function.certain()) {
      return called;
    }
    builtin(call, name);
    return Outcome.UNKNOWN;
  }

  private Outcome builtin(Call call, String name) {
    Scope scope = call.scope();
    List<Word> argv = call.argv();
    switch (name) {
      case "true", ":" -> {
        return Outcome.DONE;
      }
      case "false" -> {
        return Outcome.FAILED;
      }
      case "exit" -> {
        return Outcome.GONE;
      }
      case "return" -> {
        return returned(call);
      }
      case "break", "continue" -> {
        return Outcome.GONE;
      }
      case "test", "[" -> {
        boolean bracket = name.equals("[") && "]".equals(argv.get(argv.size() - 1).literal());
        return TestReader.read(argv.subList(1, argv.size() - (bracket ? 1 : 0)), false);
      }
      case "command", "builtin" -> {
        return inShell(call, name);
      }
      case "exec" -> {
        return exec(call);
      }
      case "eval" -> {
        return launcher.evaluate(call.arguments(), scope);
      }
      case "source", "." -> {
        return source(call);
      }
      case "trap" -> trap(call);
      case "set" -> ShellState.set(run.state, call.arguments());
      case "shift" -> ShellState.shift(run.state, call.arguments());
      case "export", "declare", "typeset", "readonly", "local" -> declare(call, name);
      case "unset" -> ShellState.unset(run.state, call.arguments());
      case "read", "mapfile", "readarray", "getopts", "let" ->
          ShellState.read(run.state, name, call.arguments());
      case "printf" -> {
        ShellState.printf(run.state, argv);
        external(call);
      }
      default -> {
        external(call);
      }
    }
    return opaque(call);
  }

  private void external(Call call) {
    launcher.external(call.argv(), call.scope(), call.simple().start(), call.simple().end());
  }

  private Outcome opaque(Call call) {
    ShellNode.Simple simple = call.simple();
    return Outcome.of(
        new ShellCondition.Opaque(
            run.excerpt(simple.start(), simple.end()), simple.start(), simple.end()));
  }

  /** A command from a variable or an expression: {@code if $PUSH; then}. */
  private Outcome unknownName(Call call) {
    external(call);
    Word word = call.argv().get(0);
    if (call.argv().size() > 1 || !Conditions.isComparable(word)) {
      return opaque(call);
    }
    String text = word.display();
    return new Outcome(
        ShellCondition.ALWAYS,
        Conditions.not(Conditions.same(word, Word.of("false", word.start(), word.end()), text)),
        Conditions.not(Conditions.same(word, Word.of("true", word.start(), word.end()), text)));
  }

  /** {@code command} and {@code builtin}: the same shell, but no functions. */
  private Outcome inShell(Call call, String name) {
    int from = 1;
    while (from < call.argv().size()) {
      String text = call.argv().get(from).literal();
      if (text == null || !text.startsWith("-")) {
        break;
      }
      if (name.equals("command") && (text.contains("v") || text.contains("V"))) {
        return opaque(call);
      }
      from++;
    }
    if (from >= call.argv().size()) {
      return Outcome.DONE;
    }
    Call inner = call.tail(from);
    String command = inner.argv().get(0).literal();
    return command == null ? unknownName(inner) : builtin(inner, command);
  }

  private Outcome exec(Call call) {
    if (call.argv().size() == 1) {
      for (Redirection redirection : call.scope().redirections()) {
        if (redirection.isOutput()) {
          run.state.output = FileKind.of(redirection.target());
        }
      }
      return Outcome.DONE;
    }
    external(call);
    return Outcome.GONE;
  }

  private Outcome source(Call call) {
    external(call);
    Word text = call.scope().input();
    boolean input = call.argv().size() > 1 && "/dev/stdin".equals(call.argv().get(1).literal());
    if (input && text != null) {
      return launcher.evaluate(List.of(text), call.scope());
    }
    // The file may set and define anything; that it ends the script would only hide commands.
    run.state.loseAll();
    return Outcome.UNKNOWN;
  }

  private void trap(Call call) {
    for (Word word : call.arguments()) {
      String literal = word.literal();
      if (literal == null || !literal.startsWith("-") || literal.equals("-")) {
        if (literal == null || (!literal.equals("-") && !literal.isEmpty())) {
          run.traps.add(List.of(word));
        }
        return;
      }
    }
  }

  private void declare(Call call, String name) {
    Variables state = run.state;
    boolean export = name.equals("export");
    boolean local = !export && !name.equals("readonly");
    boolean reference = false;
    for (Word word : call.arguments()) {
      String text = word.literal();
      if (text != null && text.startsWith("-")) {
        export |= text.indexOf('x') > 0;
        local &= text.indexOf('g') < 0;
        reference |= text.indexOf('n') > 0 && !export;
        continue;
      }
      if (text != null && Parts.isName(text)) {
        declareName(state, text, local, export);
      } else if (Unwrapper.isAssignment(word)) {
        String prefix = word.literalPrefix();
        String variable = prefix.substring(0, prefix.indexOf('='));
        declareName(state, variable, local, export);
        Word value = Placeholders.after(word, variable.length() + 1);
        state.bind(variable, List.of(Variables.Choice.scalar(value)));
      } else if (text == null) {
        state.loseAll();
      }
    }
    for (Assignment assignment : call.simple().declared()) {
      declareName(state, assignment.name(), local, export);
      walker.commands().assign(assignment, call.variant(), export);
    }
    if (reference) {
      state.loseAll();
    }
  }

  private void declareName(Variables state, String name, boolean local, boolean export) {
    if (local && frame != null) {
      frame.locals.add(name);
    }
    if (export) {
      state.exported.add(name);
    }
  }

  private Outcome returned(Call call) {
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
  private Outcome call(Variables.Function function, Call call) {
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

  private Outcome enter(ShellNode.Function definition, Call call) {
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
