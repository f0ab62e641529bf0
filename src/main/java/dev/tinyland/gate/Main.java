package dev.tinyland.gate;

import dev.tinyland.gate.cli.ExitCode;
import dev.tinyland.gate.cli.Gate;
import dev.tinyland.gate.cli.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The entry point. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Reports are UTF-8 wherever they are printed, whatever the locale says.
    OutputStream stdout = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    PrintStream out = new PrintStream(stdout, false, StandardCharsets.UTF_8);
    int exitCode = run(args, System.getenv(), System.in, out, System.err);
    if (out.checkError() && exitCode == ExitCode.OK.code()) {
      System.err.println("gate: standard output could not be written");
      exitCode = ExitCode.USAGE.code();
    }
    System.err.flush();
    // System.exit would first set up the JDK's logging to log the exit, which takes longer than
    // a small lint; see docs/adr/0005.
    Runtime.getRuntime().halt(exitCode);
  }

  /** Runs one command line and returns its exit code; {@link Training} runs several in one JVM. */
  static int run(
      String[] arguments,
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    // The launcher tells whether it talks to a terminal: asking in Java loads the console classes.
    boolean terminal = Boolean.getBoolean("gate.terminal");
    return Gate.run(new Terminal(out, err, in, terminal, environment), arguments);
  }
}
