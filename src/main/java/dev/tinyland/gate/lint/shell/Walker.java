package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a syntax tree as the shell would, on all ways at once: which command is reached under which
 * conditions, with which variables.
 */
final class Walker {
  private static final int DEEPEST = 500;

  private final Run run;
  private final Commands commands;
  private final CaseWalker cases;
  private final Streams streams;

  Walker(Run run) {
    this.run = run;
    this.commands = new Commands(run, this);
    this.streams = new Streams(run);
    this.cases = new CaseWalker(run, this, commands);
  }

  Commands commands() {
    return commands;
  }

  Outcome walk(ShellNode node, Scope scope) {
    if (run.nesting >= DEEPEST) {
      run.troubles.add(node.start(), "nested too deeply to follow");
      return Outcome.UNKNOWN;
    }
    run.nesting++;
    Outcome outcome =
        switch (node) {
          case ShellNode.Simple simple -> commands.simple(simple, scope);
          case ShellNode.Sequence sequence -> sequence(sequence, scope);
          case ShellNode.AndOr list -> andOr(list, scope);
          case ShellNode.Pipeline pipeline -> pipeline(pipeline, scope);
          case ShellNode.Not not -> walk(not.node(), scope.asTested()).negated();
          case ShellNode.Background background -> background(background, scope);
          case ShellNode.If branches -> ifCommand(branches, scope);
          case ShellNode.Case choice -> cases.walk(choice, scope);
          case ShellNode.Loop loop -> loop(loop, scope);
          case ShellNode.For loop -> forLoop(loop, scope);
          case ShellNode.Function function -> define(function);
          case ShellNode.Group group -> walk(group.body(), scope);
          case ShellNode.Subshell subshell -> subshell(subshell.body(), scope);
          case ShellNode.Test test -> test(test, scope);
          case ShellNode.Arithmetic arithmetic -> arithmetic(arithmetic, scope);
          case ShellNode.Redirected redirected -> redirected(redirected, scope);
        };
    run.nesting--;
    return outcome;
  }

  private Outcome sequence(ShellNode.Sequence sequence, Scope scope) {
    Scope here = scope;
    ShellCondition reached = ShellCondition.ALWAYS;
    Outcome last = Outcome.DONE;
    ShellCondition before = ShellCondition.ALWAYS;
    for (ShellNode item : sequence.items()) {
      before = reached;
      last = walk(item, here);
      here = here.guarded(last.proceeds());
      reached = Conditions.and(reached, last.proceeds());
    }
    return new Outcome(
        reached, Conditions.and(before, last.succeeds()), Conditions.and(before, last.fails()));
  }

  private Outcome andOr(ShellNode.AndOr list, Scope scope) {
    Outcome outcome = walk(list.first(), scope.asTested());
    int count = list.rest().size();
    for (int i = 0; i < count; i++) {
      ShellNode.Link link = list.rest().get(i);
      Outcome left = outcome;
      ShellCondition goesOn = link.and() ? left.succeeds() : left.fails();
      ShellCondition skips = link.and() ? left.fails() : left.succeeds();
      Variables before = run.state.copy();
      Scope inner = (i + 1 < count ? scope.asTested() : scope).guarded(goesOn);
      Outcome right = walk(link.node(), inner);
      ShellCondition arrives = Conditions.and(goesOn, right.proceeds());
      run.state = Variables.join(before, skips, run.state, arrives);
      ShellCondition proceeds =
          Conditions.isAlways(right.proceeds()) ? left.proceeds() : Conditions.or(skips, arrives);
      ShellCondition joined = Conditions.and(goesOn, link.and() ? right.succeeds() : right.fails());
      ShellCondition other =
          Conditions.or(
              skips, Conditions.and(goesOn, link.and() ? right.fails() : right.succeeds()));
      outcome =
          link.and()
              ? new Outcome(proceeds, joined, other)
              : new Outcome(proceeds, /* succeeds= */ other, /* fails= */ joined);
    }
    return outcome;
  }

  private Outcome pipeline(ShellNode.Pipeline pipeline, Scope scope) {
    List<ShellNode> stages = pipeline.stages();
    int count = stages.size();
    Variables before = run.state;
    Outcome last = Outcome.UNKNOWN;
    Word input = scope.input();
    for (int i = 0; i < count; i++) {
      run.state = before.copy();
      FileKind output = i + 1 < count ? streams.teeTarget(stages.get(i + 1)) : scope.output();
      Scope inner = scope.atStage(i, count).writingTo(output).reading(input);
      Word printed = i + 1 < count ? streams.printed(stages.get(i), input) : null;
      last = walk(stages.get(i), inner);
      input = printed;
    }
    run.state = before;
    // Another stage can make the pipeline fail as well (pipefail), so a failure says nothing.
    return new Outcome(ShellCondition.ALWAYS, last.succeeds(), ShellCondition.ALWAYS);
  }

  private Outcome background(ShellNode.Background background, Scope scope) {
    Variables before = run.state;
    run.state = before.copy();
    walk(background.node(), scope.inBackground());
    run.state = before;
    return Outcome.DONE;
  }

  /** Runs a body in a shell of its own; its variables and its end do not matter outside. */
  Outcome subshell(ShellNode.Sequence body, Scope scope) {
    Variables before = run.state;
    run.state = before.copy();
    Outcome outcome = walk(body, scope);
    run.state = before;
    boolean whole = Conditions.isAlways(outcome.proceeds());
    return whole
        ? new Outcome(ShellCondition.ALWAYS, outcome.succeeds(), outcome.fails())
        : Outcome.UNKNOWN;
  }

  private Outcome ifCommand(ShellNode.If branches, Scope scope) {
    Scope here = scope;
    ShellCondition entry = ShellCondition.ALWAYS;
    Ways ways = new Ways(run);
    for (ShellNode.Branch branch : branches.branches()) {
      Outcome condition = walk(branch.condition(), here.asTested());
      Variables after = run.state.copy();
      Outcome body = walk(branch.body(), here.guarded(condition.succeeds()));
      ways.add(Conditions.and(entry, condition.succeeds()), body, run.state);
      run.state = after;
      here = here.guarded(condition.fails());
      entry = Conditions.and(entry, condition.fails());
    }
    ShellNode.Sequence otherwise = branches.otherwise();
    Outcome body = otherwise == null ? Outcome.DONE : walk(otherwise, here);
    ways.add(entry, body, run.state);
    return ways.meet();
  }

  /** Before a loop: what the body may set is not known, as it may be the second round. */
  private void forget(ShellNode loop) {
    Variables state = run.state;
    AssignedNames.Found found = AssignedNames.in(loop, state.functions.keySet());
    if (found.calls()) {
      for (Variables.Function function : state.functions.values()) {
        for (ShellNode.Function definition : function.definitions()) {
          for (String name :
              AssignedNames.in(definition.body(), state.functions.keySet()).names()) {
            state.lose(name);
          }
        }
      }
    }
    for (String name : found.names()) {
      state.lose(name);
    }
  }

  private Outcome loop(ShellNode.Loop loop, Scope scope) {
    forget(loop);
    Scope round = scope.within(Loops.of(loop));
    Outcome condition = walk(loop.condition(), round.asTested());
    ShellCondition enters = loop.until() ? condition.fails() : condition.succeeds();
    Variables before = run.state.copy();
    walk(loop.body(), round.guarded(enters));
    run.state = Variables.join(before, ShellCondition.ALWAYS, run.state, ShellCondition.ALWAYS);
    return Outcome.UNKNOWN;
  }

  private Outcome forLoop(ShellNode.For loop, Scope scope) {
    List<Word> words = loop.words();
    if (words != null) {
      for (Word word : words) {
        commands.substitutions(word, scope);
      }
    }
    List<Variables.Choice> choices = choices(loop, words);
    forget(loop);
    Variables before = run.state.copy();
    if (!loop.name().isEmpty() && choices != null) {
      run.state.bind(loop.name(), choices);
    }
    walk(loop.body(), scope.within(Loops.of(loop)));
    run.state = Variables.join(before, ShellCondition.ALWAYS, run.state, ShellCondition.ALWAYS);
    return Outcome.UNKNOWN;
  }

  private @Nullable List<Variables.Choice> choices(ShellNode.For loop, @Nullable List<Word> words) {
    if (words == null || loop.name().isEmpty() || words.size() > 64) {
      return null;
    }
    List<Variables.Choice> choices = new ArrayList<>();
    for (Expander.Variant variant : run.expander.variants(words, run.state)) {
      for (Word word : run.expander.fields(words, run.state, variant)) {
        String literal = word.literal();
        boolean wild = literal != null && (literal.indexOf('*') >= 0 || literal.indexOf('?') >= 0);
        choices.add(
            wild
                ? Variables.unknown(loop.name())
                : Variables.Choice.scalar(word).under(variant.guard()));
      }
    }
    return choices.isEmpty() ? null : choices;
  }

  private Outcome define(ShellNode.Function function) {
    run.defined.add(function);
    run.state.functions.put(function.name(), new Variables.Function(List.of(function), true));
    return Outcome.DONE;
  }

  private Outcome test(ShellNode.Test test, Scope scope) {
    for (Word word : test.words()) {
      commands.substitutions(word, scope);
    }
    Outcome outcome = Outcome.GONE;
    for (Expander.Variant variant : run.expander.variants(test.words(), run.state)) {
      List<Word> values = new ArrayList<>(test.words().size());
      for (Word word : test.words()) {
        values.add(run.expander.value(word, run.state, variant));
      }
      outcome = outcome.or(TestReader.read(values, true).under(variant.guard()));
    }
    Outcome tested = new Outcome(ShellCondition.ALWAYS, outcome.succeeds(), outcome.fails());
    return scope.tested() || !run.state.errexit ? tested : tested.orExit();
  }

  private Outcome arithmetic(ShellNode.Arithmetic arithmetic, Scope scope) {
    commands.substitutions(arithmetic.text(), scope);
    for (String name : AssignedNames.identifiers(arithmetic.text())) {
      run.state.lose(name);
    }
    return Outcome.of(
        new ShellCondition.Opaque(
            run.excerpt(arithmetic.start(), arithmetic.end()),
            arithmetic.start(),
            arithmetic.end()));
  }

  private Outcome redirected(ShellNode.Redirected redirected, Scope scope) {
    Scope inner = commands.redirect(redirected.redirections(), scope, Expander.Variant.ONLY);
    return walk(redirected.node(), inner.redirected(scope.around().redirections()));
  }
}
