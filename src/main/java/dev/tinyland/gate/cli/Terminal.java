package dev.tinyland.gate.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command talks to, so that tests can stand in for it.
 *
 * @param out the report and nothing else
 * @param err progress and complaints
 * @param isTerminal whether out is one
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    InputStream in,
    boolean isTerminal,
    Map<String, String> environment) {

  /** Colour, unless there is no terminal or NO_COLOR says no. */
  boolean color() {
    String noColor = environment.get("NO_COLOR");
    return isTerminal && (noColor == null || noColor.isEmpty());
  }
}
