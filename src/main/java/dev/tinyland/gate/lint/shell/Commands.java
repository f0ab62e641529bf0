package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/** Simple commands: expansion, assignments, redirections; then whoever knows the command. */
final class Commands {
  private final Run run;
  private final Walker walker;
  private final Builtins builtins;
  private final Launcher launcher;

  Commands(Run run, Walker walker) {
    this.run = run;
    this.walker = walker;
    this.launcher = new Launcher(run, walker);
    this.builtins = new Builtins(run, walker, launcher);
  }

  Launcher launcher() {
    return launcher;
  }

  void enterUncalled(ShellNode.Function function) {
    builtins.calls().enterUncalled(function);
  }

  Outcome simple(ShellNode.Simple simple, Scope scope) {
    if (!run.step(simple.start())) {
      return Outcome.UNKNOWN;
    }
    List<Word> all = words(simple);
    boolean substitutes = false;
    for (Word word : all) {
      substitutes |= substitutions(word, scope);
    }
    for (Redirection redirection : simple.redirections()) {
      if (redirection.document() != null) {
        substitutions(redirection.document().body(), scope);
      }
    }
    List<Expander.Variant> variants = run.expander.variants(all, run.state);
    if (variants.size() == 1) {
      Expander.Variant only = variants.get(0);
      return variant(simple, only, scope.guarded(only.guard()), substitutes).under(only.guard());
    }
    Variables before = run.state;
    Variables joined = null;
    ShellCondition arrived = ShellCondition.NEVER;
    Outcome outcome = Outcome.GONE;
    boolean proceeds = true;
    for (Expander.Variant variant : variants) {
      run.state = before.copy();
      Outcome one = variant(simple, variant, scope.guarded(variant.guard()), substitutes);
      proceeds &= Conditions.isAlways(one.proceeds());
      Outcome way = one.under(variant.guard());
      joined =
          joined == null ? run.state : Variables.join(joined, arrived, run.state, way.proceeds());
      arrived = Conditions.or(arrived, way.proceeds());
      outcome = outcome.or(way);
    }
    run.state = joined == null ? before : joined;
    return proceeds
        ? new Outcome(ShellCondition.ALWAYS, outcome.succeeds(), outcome.fails())
        : outcome;
  }

  static List<Word> words(ShellNode.Simple simple) {
    List<Word> all = new ArrayList<>(simple.words());
    addValues(simple.assignments(), all);
    addValues(simple.declared(), all);
    for (Redirection redirection : simple.redirections()) {
      all.add(redirection.target());
    }
    return all;
  }

  private static void addValues(List<Assignment> assignments, List<Word> all) {
    for (Assignment assignment : assignments) {
      if (assignment.value() != null) {
        all.add(assignment.value());
      }
      if (assignment.index() != null) {
        all.add(assignment.index());
      }
      all.addAll(assignment.elements());
    }
  }

  private Outcome variant(
      ShellNode.Simple simple, Expander.Variant variant, Scope scope, boolean substitutes) {
    ShellCondition needed = defaults(simple, variant);
    List<Word> argv = run.expander.fields(simple.words(), run.state, variant);
    Scope inner = redirect(simple.redirections(), scope, variant).guarded(needed);
    if (argv.isEmpty()) {
      for (Assignment assignment : simple.assignments()) {
        assign(assignment, variant, false);
      }
      Outcome done =
          substitutes
              ? Outcome.of(
                  new ShellCondition.Opaque(
                      run.excerpt(simple.start(), simple.end()), simple.start(), simple.end()))
              : Outcome.DONE;
      return done.under(needed);
    }
    Builtins.Call call = new Builtins.Call(argv, simple, variant, inner);
    Outcome outcome = prefixed(call);
    boolean exits = !scope.tested() && run.state.errexit && isExact(outcome.succeeds());
    return (exits ? outcome.orExit() : outcome).under(needed);
  }

  /** Runs with the assignments before the command in force. */
  private Outcome prefixed(Builtins.Call call) {
    List<Assignment> assignments = call.simple().assignments();
    if (assignments.isEmpty()) {
      return builtins.dispatch(call);
    }
    Variables before = run.state.copy();
    for (Assignment assignment : assignments) {
      assign(assignment, call.variant(), true);
    }
    Outcome outcome = builtins.dispatch(call);
    for (Assignment assignment : assignments) {
      List<Variables.Choice> old = before.bindings.get(assignment.name());
      if (old == null) {
        run.state.bindings.remove(assignment.name());
      } else {
        run.state.bindings.put(assignment.name(), old);
      }
      if (!before.exported.contains(assignment.name())) {
        run.state.exported.remove(assignment.name());
      }
    }
    return outcome;
  }

  /** Whether a condition says something: that a command must succeed is no news under errexit. */
  private static boolean isExact(ShellCondition condition) {
    return switch (condition) {
      case ShellCondition.Opaque ignored -> false;
      case ShellCondition.Not not -> isExact(not.condition());
      case ShellCondition.And and -> !and.all().isEmpty();
      default -> true;
    };
  }

  void assign(Assignment assignment, Expander.Variant variant, boolean export) {
    Variables state = run.state;
    if (export) {
      state.exported.add(assignment.name());
    }
    List<Variables.Choice> old = state.bindings.get(assignment.name());
    if (assignment.value() != null && assignment.index() == null) {
      Word value = run.expander.value(assignment.value(), state, variant);
      if (assignment.append()) {
        state.bind(assignment.name(), appended(assignment, value, variant));
      } else {
        state.bind(assignment.name(), List.of(Variables.Choice.scalar(value)));
      }
    } else if (assignment.value() == null && (!assignment.append() || old != null)) {
      List<Word> fields = new ArrayList<>();
      if (assignment.append() && old != null) {
        if (old.size() > 1) {
          state.lose(assignment.name());
          return;
        }
        fields.addAll(old.get(0).fields());
      }
      fields.addAll(run.expander.fields(assignment.elements(), state, variant));
      state.bind(
          assignment.name(),
          List.of(new Variables.Choice(List.copyOf(fields), true, ShellCondition.ALWAYS)));
    } else {
      state.lose(assignment.name());
    }
  }

  private List<Variables.Choice> appended(
      Assignment assignment, Word value, Expander.Variant variant) {
    WordPart.Variable self =
        new WordPart.Variable(
            assignment.name(), null, "", null, true, assignment.start(), assignment.end());
    Word reading = new Word(List.of(self), assignment.start(), assignment.end());
    List<Variables.Choice> choices = new ArrayList<>();
    for (Expander.Variant each : run.expander.variants(List.of(reading), run.state)) {
      Expander.Variant chosen = variant.chosen().containsKey(assignment.name()) ? variant : each;
      Word old = run.expander.value(reading, run.state, chosen);
      List<WordPart> parts = new ArrayList<>(old.parts());
      parts.addAll(value.parts());
      Word joined = new Word(parts, assignment.start(), assignment.end());
      choices.add(Variables.Choice.scalar(joined).under(each.guard()));
    }
    return choices;
  }

  /** Carries out {@code :=} and returns what {@code :?} needs. */
  private ShellCondition defaults(ShellNode.Simple simple, Expander.Variant variant) {
    ShellCondition needed = ShellCondition.ALWAYS;
    for (Word word : simple.words()) {
      for (WordPart part : word.parts()) {
        if (!(part instanceof WordPart.Variable variable) || variable.index() != null) {
          continue;
        }
        Word whole = new Word(List.of(variable), variable.start(), variable.end());
        if (variable.operator().equals(":=") || variable.operator().equals("=")) {
          Word value = run.expander.value(asDefault(variable), run.state, variant);
          run.state.bind(variable.name(), List.of(Variables.Choice.scalar(value)));
        } else if (variable.operator().equals(":?")) {
          Word plain =
              new Word(
                  List.of(
                      new WordPart.Variable(
                          variable.name(), null, "", null, true, variable.start(), variable.end())),
                  variable.start(),
                  variable.end());
          Word value = run.expander.value(plain, run.state, variant);
          needed = Conditions.and(needed, Conditions.not(Conditions.empty(value, whole.display())));
        }
      }
    }
    return needed;
  }

  private static Word asDefault(WordPart.Variable variable) {
    WordPart.Variable plain =
        new WordPart.Variable(
            variable.name(),
            null,
            variable.operator().startsWith(":") ? ":-" : "-",
            variable.operand(),
            true,
            variable.start(),
            variable.end());
    return new Word(List.of(plain), variable.start(), variable.end());
  }

  /** Runs what the parts of a word substitute; whether there was anything. */
  boolean substitutions(Word word, Scope scope) {
    return substitutions(word.parts(), scope);
  }

  private boolean substitutions(List<WordPart> parts, Scope scope) {
    boolean any = false;
    for (WordPart part : parts) {
      switch (part) {
        case WordPart.CommandSubstitution substitution -> {
          any = true;
          Scope inner = scope.inside().asTested().writingTo(null);
          walker.subshell(substitution.body(), inner);
        }
        case WordPart.ProcessSubstitution substitution ->
            walker.subshell(substitution.body(), scope.inside().inBackground().writingTo(null));
        case WordPart.Arithmetic arithmetic -> any |= substitutions(arithmetic.parts(), scope);
        case WordPart.Variable variable -> {
          if (variable.operand() != null) {
            any |= substitutions(variable.operand().parts(), scope);
          }
          if (variable.index() != null) {
            any |= substitutions(variable.index().parts(), scope);
          }
        }
        default -> {}
      }
    }
    return any;
  }

  /** The scope behind redirections. */
  Scope redirect(List<Redirection> redirections, Scope scope, Expander.Variant variant) {
    if (redirections.isEmpty()) {
      return scope.redirected(List.of());
    }
    Scope inner = scope;
    List<Redirection> resolved = new ArrayList<>(redirections.size());
    for (Redirection redirection : redirections) {
      Word target = run.expander.value(redirection.target(), run.state, variant);
      resolved.add(
          new Redirection(
              redirection.descriptor(),
              redirection.operator(),
              target,
              redirection.document(),
              redirection.start(),
              redirection.end()));
      FileKind kind = FileKind.of(target);
      HereDocument document = redirection.document();
      if (redirection.isOutput()) {
        boolean same = redirection.operator().equals(">&") && "1".equals(target.literal());
        inner = same ? inner : inner.writingTo(kind);
      } else if (document != null) {
        inner = inner.reading(run.expander.value(document.body(), run.state, variant));
      } else if (redirection.operator().equals("<<<")) {
        inner = inner.reading(target);
      } else if (redirection.operator().equals("<")) {
        inner = inner.reading(null);
      }
      if (kind != null && !redirection.isOutput() && redirection.operator().contains(">")) {
        opaque(kind, inner, redirection.start(), redirection.end());
      }
    }
    return inner.redirected(List.copyOf(resolved));
  }

  void opaque(FileKind kind, Scope scope, int start, int end) {
    run.fileLines.add(new Run.FileLine(kind, null, scope.guardList(), start, end));
  }
}
