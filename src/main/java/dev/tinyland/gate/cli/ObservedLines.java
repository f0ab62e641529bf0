package dev.tinyland.gate.cli;

import dev.tinyland.gate.render.Visible;
import java.util.function.Consumer;

/** On a terminal a line for each piece of evidence, for whoever waits. */
record ObservedLines(Terminal terminal) implements Consumer<String> {
  @Override
  public void accept(String kind) {
    if (terminal.isTerminal()) {
      terminal.err().println("gate: seen: " + Visible.line(kind));
    }
  }
}
