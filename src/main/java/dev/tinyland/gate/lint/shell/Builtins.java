package dev.tinyland.gate.lint.shell;

import java.util.List;

/** Builtins and functions: what changes the shell itself. */
final class Builtins {
  private final Run run;
  private final Walker walker;
  private final Launcher launcher;

  private final Calls calls;

  Builtins(Run run, Walker walker, Launcher launcher) {
    this.run = run;
    this.walker = walker;
    this.launcher = launcher;
    this.calls = new Calls(run, walker);
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

  Calls calls() {
    return calls;
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
    Outcome called = calls.call(function, call);
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
        String status = argv.size() > 1 ? argv.get(1).literal() : null;
        if (run.scriptDepth == 0 && (status == null || status.equals("0"))) {
          run.exits.add(reached(scope));
        }
        return Outcome.GONE;
      }
      case "return" -> {
        return calls.returned(call);
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
      case "cd", "pushd", "popd" -> {
        external(call);
        Directories.change(run.state, argv);
      }
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

  private static ShellCondition reached(Scope scope) {
    ShellCondition reached = ShellCondition.ALWAYS;
    for (ShellCondition guard : scope.guardList()) {
      reached = Conditions.and(reached, guard);
    }
    return reached;
  }

  private Outcome exec(Call call) {
    if (call.argv().size() == 1) {
      for (Redirection redirection : call.scope().around().redirections()) {
        if (redirection.isOutput()) {
          run.state.output = FileKind.of(redirection.target());
        }
      }
      return Outcome.DONE;
    }
    external(call);
    if (run.scriptDepth == 0) {
      run.exits.add(reached(call.scope()));
    }
    return Outcome.GONE;
  }

  private Outcome source(Call call) {
    external(call);
    Word text = call.scope().input();
    boolean input = call.argv().size() > 1 && "/dev/stdin".equals(call.argv().get(1).literal());
    if (input && text != null) {
      return launcher.evaluate(List.of(text), call.scope());
    }
    ShellNode.Simple simple = call.simple();
    Outcome read =
        launcher.programs().source(call.argv(), call.scope(), simple.start(), simple.end());
    if (read != null) {
      return read;
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
    if (local) {
      calls.local(name);
    }
    if (export) {
      state.exported.add(name);
    }
  }
}
