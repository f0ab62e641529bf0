package dev.tinyland.gate.lint.reach;

import dev.tinyland.gate.lint.expression.Value;
import java.util.List;

/**
 * Facts that only the run itself decides, such as whether a command in a shell guard succeeds. Each
 * is a free yes or no under its own text.
 */
final class Opaque implements Context {
  /** The name under which guards refer to it; no context of GitHub has it. */
  static final String CONTEXT = "shell";

  static final Opaque INSTANCE = new Opaque();

  private static final Domain YES_OR_NO =
      Domain.closed(Domain.Choice.ANY, List.of(Values.of(true), Values.of(false)));

  private Opaque() {}

  @Override
  public Value get(String key, World world) {
    return world.free(CONTEXT + "." + key, YES_OR_NO);
  }
}
