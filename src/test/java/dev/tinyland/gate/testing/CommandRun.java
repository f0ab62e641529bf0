package dev.tinyland.gate.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gate.cli.Gate;
import dev.tinyland.gate.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** What one command line printed and ended with; run in this process. */
public record CommandRun(int code, String out, String err) {
  public static CommandRun of(String... arguments) {
    return reading(InputStream.nullInputStream(), arguments);
  }

  public static CommandRun reading(InputStream in, String... arguments) {
    return in(Map.of(), in, arguments);
  }

  /** The same with variables in the environment. */
  public static CommandRun in(
      Map<String, String> environment, InputStream in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            in,
            false,
            environment);
    int code = Gate.run(terminal, arguments);
    return new CommandRun(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
