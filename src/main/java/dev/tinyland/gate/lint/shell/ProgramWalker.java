package dev.tinyland.gate.lint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enters scripts of the repository that commands start. */
final class ProgramWalker {
  private final Run run;
  private final Walker walker;

  ProgramWalker(Run run, Walker walker) {
    this.run = run;
    this.walker = walker;
  }

  /** Follows a command into a script of its own process; whether there is one to be read. */
  boolean start(List<Word> argv, Scope scope, int start, int end) {
    Program program = find(argv);
    if (program != null) {
      Variables before = run.state;
      boolean heeded = before.errexit && !scope.around().lookedAt();
      run.state = before.forChild();
      run.state.errexit = program.errexit();
      run.state.pipefail = false;
      run.state.arguments = program.arguments();
      Scope inside = heeded ? scope.inside() : scope.asTested().inside();
      walk(program, inside.asChild(), start, end);
      run.state = before;
    }
    return program != null;
  }

  /** Follows {@code source} into a script that runs in this very shell. */
  @Nullable Outcome source(List<Word> argv, Scope scope, int start, int end) {
    Program program = find(argv);
    if (program == null) {
      return null;
    }
    List<Word> arguments = run.state.arguments;
    if (program.arguments() != null && !program.arguments().isEmpty()) {
      run.state.arguments = program.arguments();
    }
    Outcome outcome = walk(program, scope.inside(), start, end);
    run.state.arguments = arguments;
    return outcome;
  }

  private @Nullable Program find(List<Word> argv) {
    String file = run.open.isEmpty() ? null : run.open.getLast().path();
    return run.options.programs().find(argv, folder(), file);
  }

  /** Where the shell is, relative to the root; {@code null} where that is not known. */
  private @Nullable String folder() {
    List<Word> directories = run.state.directories;
    String path = directories.size() == 1 ? directories.get(0).literal() : null;
    return path == null ? null : Folders.join(run.options.folder(), path);
  }

  private @Nullable Outcome walk(Program program, Scope scope, int start, int end) {
    if (run.isOpen(program)) {
      // A script that starts itself anew, in another environment for example, is no circle.
      if (!run.open.getLast().isSameAs(program)) {
        String circle = "it leads back to a script that is already open";
        run.passed.add(new Programs.Passed(program, start, end, circle, true));
      }
      return null;
    }
    String because = run.passedOver();
    if (because != null) {
      run.passed.add(new Programs.Passed(program, start, end, because, false));
      return null;
    }
    if (!run.script(program.text().text().length(), start)) {
      return null;
    }
    int base = Run.BASE * (run.entered.size() + 1);
    Troubles outer = run.troubles;
    run.troubles = new Troubles();
    int mark = run.entered.size();
    // Holds the place, so that scripts within get bases of their own.
    run.entered.add(new Programs.Entered(program, base, start, end, scope.guardList(), List.of()));
    if (!program.shell()) {
      run.troubles = outer;
      return null;
    }
    int invocations = run.invocations.size();
    int lines = run.fileLines.size();
    program
        .variables()
        .forEach((name, value) -> run.state.bind(name, List.of(Variables.Choice.scalar(value))));
    program.unknown().forEach(run.state::lose);
    ShellSource source = program.text().source(base);
    ShellNode.Sequence body = new ShellParser(source, run.troubles, 0).script();
    run.open.add(program);
    run.scriptDepth++;
    Outcome outcome = walker.walk(body, scope);
    run.scriptDepth--;
    run.open.removeLast();
    List<Trouble> troubles = run.troubles.all();
    run.troubles = outer;
    run.entered.set(
        mark, new Programs.Entered(program, base, start, end, scope.guardList(), troubles));
    if (troubles.isEmpty()) {
      return outcome;
    }
    distrust(scope, invocations, lines);
    return Outcome.UNKNOWN;
  }

  /** What was found in a script that could not be read exactly keeps the guards of its call. */
  private void distrust(Scope scope, int invocations, int lines) {
    List<ShellCondition> guards = scope.guardList();
    for (int i = invocations; i < run.invocations.size(); i++) {
      run.invocations.set(i, run.invocations.get(i).guardedBy(guards));
    }
    for (int i = lines; i < run.fileLines.size(); i++) {
      Run.FileLine line = run.fileLines.get(i);
      run.fileLines.set(
          i, new Run.FileLine(line.kind(), line.line(), guards, line.start(), line.end()));
    }
  }
}
