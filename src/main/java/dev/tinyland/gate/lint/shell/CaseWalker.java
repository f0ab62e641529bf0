package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;

/** Walks a case: one way for each item, and one for none of them. */
final class CaseWalker {
  private final Run run;
  private final Walker walker;
  private final Commands commands;

  CaseWalker(Run run, Walker walker, Commands commands) {
    this.run = run;
    this.walker = walker;
    this.commands = commands;
  }

  Outcome walk(ShellNode.Case choice, Scope scope) {
    commands.substitutions(choice.subject(), scope);
    Ways ways = new Ways(run);
    ShellCondition none = ShellCondition.ALWAYS;
    ShellCondition fallsInto = ShellCondition.NEVER;
    Scope here = scope;
    Variables before = run.state;
    Variables falling = null;
    for (ShellNode.Item item : choice.items()) {
      for (Word pattern : item.patterns()) {
        commands.substitutions(pattern, here);
      }
      Outcome matched = matched(choice.subject(), item, before);
      ShellCondition own = Conditions.and(none, matched.succeeds());
      ShellCondition guard = Conditions.or(own, fallsInto);
      run.state = before.copy();
      if (falling != null) {
        run.state = Variables.join(run.state, own, falling, fallsInto);
      }
      boolean fell = falling != null;
      Scope inner = fell ? scope.guarded(guard) : here.guarded(matched.succeeds());
      Outcome body = walker.walk(item.body(), inner);
      falling = null;
      fallsInto = ShellCondition.NEVER;
      if (item.ending().equals(";;")) {
        ways.add(guard, body, run.state);
        none = Conditions.and(none, matched.fails());
        here = here.guarded(matched.fails());
      } else if (item.ending().equals(";&")) {
        fallsInto = Conditions.and(guard, body.proceeds());
        falling = run.state;
        none = Conditions.and(none, matched.fails());
        here = here.guarded(matched.fails());
      } else {
        ways.add(guard, body, run.state);
        before = Variables.join(before, ShellCondition.ALWAYS, run.state, guard);
      }
    }
    if (falling != null) {
      ways.add(fallsInto, Outcome.DONE, falling);
    }
    ways.add(none, Outcome.DONE, before);
    return ways.meet();
  }

  private Outcome matched(Word subject, ShellNode.Item item, Variables state) {
    List<Word> all = new ArrayList<>(item.patterns());
    all.add(subject);
    Outcome outcome = Outcome.GONE;
    for (Expander.Variant variant : run.expander.variants(all, state)) {
      Word value = run.expander.value(subject, state, variant);
      ShellCondition matches = ShellCondition.NEVER;
      ShellCondition fails = ShellCondition.ALWAYS;
      for (Word pattern : item.patterns()) {
        Word resolved = run.expander.value(pattern, state, variant);
        ShellCondition one =
            Conditions.matches(
                value, resolved, subject.display() + " matches " + pattern.display());
        matches = Conditions.or(matches, one);
        fails = Conditions.and(fails, Conditions.not(one));
      }
      outcome =
          outcome.or(new Outcome(ShellCondition.ALWAYS, matches, fails).under(variant.guard()));
    }
    return outcome;
  }
}
