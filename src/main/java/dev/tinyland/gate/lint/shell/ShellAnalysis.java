package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything one walk through a script finds.
 *
 * @param invocations the commands that may run, in the order in which they are met
 * @param writes what is handed to later steps, in the order in which it is met
 * @param succeeds what must have held if the script ended with status 0
 * @param entered the scripts that were followed, in the order in which they were met
 * @param passed those that were not
 * @param troubles what could not be read or followed; with any, no guard is reported, as the
 *     structure of the script is not certain
 */
public record ShellAnalysis(
    List<Invocation> invocations,
    List<FileCommandWrite> writes,
    ShellCondition succeeds,
    List<Programs.Entered> entered,
    List<Programs.Passed> passed,
    List<Trouble> troubles) {
  public ShellAnalysis {
    invocations = List.copyOf(invocations);
    writes = List.copyOf(writes);
    entered = List.copyOf(entered);
    passed = List.copyOf(passed);
    troubles = List.copyOf(troubles);
  }

  /** Walks through a script. */
  public static ShellAnalysis of(Script script, Options options) {
    Run run = new Run(script, options);
    Walker walker = new Walker(run);
    Outcome end = walker.walk(script.body(), Scope.TOP);
    runTraps(run, walker);
    if (options.library() || run.dynamic) {
      // What is entered here may define more, so the list grows.
      for (int i = 0; i < run.defined.size(); i++) {
        ShellNode.Function function = run.defined.get(i);
        if (!run.called.contains(function)) {
          walker.commands().enterUncalled(function);
        }
      }
    }
    List<FileCommandWrite> writes = FileCommands.assemble(run.fileLines);
    if (run.troubles.isEmpty()) {
      return new ShellAnalysis(
          run.invocations, writes, succeeds(run, end), run.entered, run.passed, List.of());
    }
    return new ShellAnalysis(
        unguarded(run),
        unguarded(writes),
        ShellCondition.ALWAYS,
        run.entered,
        run.passed,
        run.troubles.all());
  }

  /** A trap may change the status, so with one nothing is said. */
  private static ShellCondition succeeds(Run run, Outcome end) {
    if (!run.traps.isEmpty()) {
      return ShellCondition.ALWAYS;
    }
    ShellCondition succeeds = end.succeeds();
    for (ShellCondition exit : run.exits) {
      succeeds = Conditions.or(succeeds, exit);
    }
    return succeeds;
  }

  private static void runTraps(Run run, Walker walker) {
    for (int i = 0; i < run.traps.size() && i < 50; i++) {
      Variables before = run.state;
      run.state = before.copy();
      run.state.loseAll();
      walker.commands().launcher().evaluate(run.traps.get(i), Scope.TOP);
      run.state = before;
    }
  }

  private static List<Invocation> unguarded(Run run) {
    List<Invocation> all = new ArrayList<>(run.invocations.size());
    for (Invocation one : run.invocations) {
      all.add(one.guardedBy(List.of()));
    }
    return all;
  }

  private static List<FileCommandWrite> unguarded(List<FileCommandWrite> writes) {
    List<FileCommandWrite> all = new ArrayList<>(writes.size());
    for (FileCommandWrite one : writes) {
      all.add(
          new FileCommandWrite(
              one.kind(), one.key(), one.value(), one.opaque(), List.of(), one.start(), one.end()));
    }
    return all;
  }
}
