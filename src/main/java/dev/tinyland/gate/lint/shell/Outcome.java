package dev.tinyland.gate.lint.shell;

/**
 * What must hold for control to leave a command in a certain way. All three are necessary
 * conditions.
 *
 * @param proceeds to come to the next command at all
 * @param succeeds to end with status 0
 * @param fails to end with another status
 */
record Outcome(ShellCondition proceeds, ShellCondition succeeds, ShellCondition fails) {
  static final Outcome DONE =
      new Outcome(ShellCondition.ALWAYS, ShellCondition.ALWAYS, ShellCondition.NEVER);
  static final Outcome FAILED =
      new Outcome(ShellCondition.ALWAYS, ShellCondition.NEVER, ShellCondition.ALWAYS);
  static final Outcome GONE =
      new Outcome(ShellCondition.NEVER, ShellCondition.NEVER, ShellCondition.NEVER);
  static final Outcome UNKNOWN =
      new Outcome(ShellCondition.ALWAYS, ShellCondition.ALWAYS, ShellCondition.ALWAYS);

  /** Comes to the next command anyway; the status says whether the condition held. */
  static Outcome of(ShellCondition condition) {
    return new Outcome(ShellCondition.ALWAYS, condition, Conditions.not(condition));
  }

  Outcome negated() {
    return new Outcome(proceeds, /* succeeds= */ fails, /* fails= */ succeeds);
  }

  /** As the body of a branch that needs a condition. */
  Outcome under(ShellCondition condition) {
    return new Outcome(
        Conditions.and(condition, proceeds),
        Conditions.and(condition, succeeds),
        Conditions.and(condition, fails));
  }

  /** Either this or the other one happens. */
  Outcome or(Outcome other) {
    return new Outcome(
        Conditions.or(proceeds, other.proceeds),
        Conditions.or(succeeds, other.succeeds),
        Conditions.or(fails, other.fails));
  }

  /** A failure ends the script here. */
  Outcome orExit() {
    return new Outcome(Conditions.and(proceeds, succeeds), succeeds, ShellCondition.NEVER);
  }
}
