package dev.tinyland.gate.lint.shell;

import java.util.List;

/** The commands of a script. */
public final class Invocations {
  private Invocations() {}

  /** Every command that may run, see {@link ShellAnalysis}. */
  public static List<Invocation> of(Script script, Options options) {
    return ShellAnalysis.of(script, options).invocations();
  }
}
