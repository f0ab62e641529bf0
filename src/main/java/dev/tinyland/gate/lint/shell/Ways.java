package dev.tinyland.gate.lint.shell;

import org.jspecify.annotations.Nullable;

/** The ways that meet after a command with branches. */
final class Ways {
  private final Run run;
  private Outcome outcome = Outcome.GONE;
  private @Nullable Variables state;
  private ShellCondition arrived = ShellCondition.NEVER;
  private boolean allProceed = true;

  Ways(Run run) {
    this.run = run;
  }

  void add(ShellCondition guard, Outcome body, Variables reached) {
    Outcome way = body.under(guard);
    allProceed &= Conditions.isAlways(body.proceeds());
    state = state == null ? reached : Variables.join(state, arrived, reached, way.proceeds());
    arrived = Conditions.or(arrived, way.proceeds());
    outcome = outcome.or(way);
  }

  Outcome meet() {
    if (state != null) {
      run.state = state;
    }
    return allProceed
        ? new Outcome(ShellCondition.ALWAYS, outcome.succeeds(), outcome.fails())
        : outcome;
  }
}
