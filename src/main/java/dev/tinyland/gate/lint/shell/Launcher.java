package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** External commands: takes wrappers off, enters scripts in arguments, and notes what runs. */
final class Launcher {
  private static final int DEEPEST = 12;

  private final Run run;
  private final Walker walker;
  private final ProgramWalker programs;

  Launcher(Run run, Walker walker) {
    this.run = run;
    this.walker = walker;
    this.programs = new ProgramWalker(run, walker);
  }

  ProgramWalker programs() {
    return programs;
  }

  /** A command that is no function and no builtin of interest. */
  void external(List<Word> argv, Scope scope, int start, int end) {
    external(argv, scope, start, end, 0);
  }

  private void external(List<Word> argv, Scope scope, int start, int end, int depth) {
    List<Unwrapped> inner = depth < DEEPEST ? run.unwrapper.unwrap(argv, scope.input()) : List.of();
    if (depth >= DEEPEST) {
      run.troubles.add(start, "too many wrappers around a command");
    }
    String name = Unwrapper.name(argv.get(0));
    if (inner.isEmpty() || !Unwrapper.isTransparent(argv)) {
      emit(argv, scope, start, end);
    }
    if (inner.isEmpty()) {
      new FileOutput(run, scope, start, end).note(argv);
    }
    boolean started =
        isGuessed(inner)
            && !"source".equals(name)
            && !".".equals(name)
            && programs.start(argv, scope, start, end);
    if (started) {
      // It can be read, so nothing has to be guessed from its arguments.
      return;
    }
    if (name == null) {
      run.dynamic |= isUnknown(argv.get(0));
    }
    for (Unwrapped one : inner) {
      String wrapper = name == null ? argv.get(0).display() : name;
      switch (one) {
        case Unwrapped.Command command ->
            external(
                command.argv(), scope.wrapped(wrapper, command.known()), start, end, depth + 1);
        case Unwrapped.Source source ->
            child(
                source.words(), source.arguments(), source.errexit(), scope.wrapped(wrapper, true));
        case Unwrapped.Input input -> {
          Word text = scope.input();
          if (text != null) {
            child(
                List.of(text),
                input.arguments(),
                input.errexit(),
                scope.wrapped(wrapper, true).reading(null));
          }
        }
      }
    }
  }

  private static boolean isGuessed(List<Unwrapped> inner) {
    for (Unwrapped one : inner) {
      if (!(one instanceof Unwrapped.Command command) || command.known()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnknown(Word word) {
    for (WordPart part : word.parts()) {
      if (part instanceof WordPart.Literal literal && !literal.text().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  void emit(List<Word> argv, Scope scope, int start, int end) {
    NixCommand.Parsed nix =
        "nix".equals(Unwrapper.name(argv.get(0))) ? NixCommand.parse(argv) : null;
    run.invocations.add(
        new Invocation(
            argv,
            start,
            end,
            scope.guardList(),
            scope.background(),
            scope.around().stage(),
            scope.around().stages(),
            scope.around().wrappers(),
            nix == null ? null : nix.target(),
            scope.around().redirections(),
            scope.input(),
            scope.frame() == null ? null : scope.frame().function.name(),
            scope.around().uncalled(),
            scope.around().certain(),
            fatal(scope),
            scope.around().loop(),
            run.state.directories));
  }

  /** In a pipeline the last command decides, and with pipefail every one. */
  private boolean fatal(Scope scope) {
    Scope.Around around = scope.around();
    boolean decides = around.stage() == around.stages() - 1 || run.state.pipefail;
    return !scope.background() && run.state.errexit && decides && !around.lookedAt();
  }

  /** A script that another shell runs. */
  private void child(
      List<Word> words, @Nullable List<Word> arguments, boolean errexit, Scope scope) {
    ShellNode.Sequence body = parse(words);
    if (body == null) {
      return;
    }
    boolean ends = fatal(scope);
    int first = run.invocations.size();
    Variables before = run.state;
    run.state = before.forChild();
    run.state.errexit = errexit;
    run.state.arguments = arguments;
    run.scriptDepth++;
    walker.walk(body, scope.inside().asChild());
    run.scriptDepth--;
    run.state = before;
    if (ends) {
      LastCommands.makeFatal(body, run.invocations.subList(first, run.invocations.size()));
    }
  }

  /** Reads words, joined with blanks, as a script; {@code null} where a bound was hit. */
  ShellNode.@Nullable Sequence parse(List<Word> words) {
    int origin = words.get(0).start();
    ShellSource.Builder builder = new ShellSource.Builder(origin);
    for (Word word : words) {
      if (!builder.isEmpty()) {
        builder.appendAt(" ", word.start(), word.start());
      }
      builder.append(word);
    }
    if (run.scriptDepth >= DEEPEST) {
      run.troubles.add(origin, "scripts in scripts too deep to follow");
      return null;
    }
    if (!run.script(builder.length(), origin)) {
      return null;
    }
    return new ShellParser(builder.build(), run.troubles, 0).script();
  }

  /** {@code eval}: a script in this very shell. */
  Outcome evaluate(List<Word> words, Scope scope) {
    if (words.isEmpty()) {
      return Outcome.DONE;
    }
    List<Word> pieces = new ArrayList<>(words);
    boolean open = false;
    for (Word word : pieces) {
      open |= word.literal() == null;
    }
    ShellNode.Sequence body = parse(pieces);
    if (body == null) {
      return Outcome.UNKNOWN;
    }
    run.scriptDepth++;
    Outcome outcome = walker.walk(body, scope.inside());
    run.scriptDepth--;
    if (!open) {
      return outcome;
    }
    // The unknown piece may end the script, set anything or define functions.
    run.state.loseAll();
    run.dynamic = true;
    return Outcome.UNKNOWN;
  }
}
