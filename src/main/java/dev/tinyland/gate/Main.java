package dev.tinyland.gate;

import dev.tinyland.gate.cli.ExitCode;
import dev.tinyland.gate.cli.Gate;
import dev.tinyland.gate.cli.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The entry point. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    String home = System.getProperty("gate.home");
    if (home != null && !isLint(args)) {
      relaunchIfCheck(home, args);
    }
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

  /** What a lint's start-up cache does not hold is not loaded on its way. */
  private static boolean isLint(String... args) {
    String command = args.length > 0 ? args[0] : System.getenv("INPUT_COMMAND");
    return command == null || command.isEmpty() || command.equals("lint");
  }

  /** Does not return where the command is a check, which has to run in another JVM. */
  private static void relaunchIfCheck(String home, String... args) {
    Relaunch relaunch = Relaunch.of(home, System.getenv(), args);
    if (relaunch == null) {
      return;
    }
    int exitCode;
    try {
      exitCode = relaunch.run();
    } catch (IOException | InterruptedException e) {
      System.err.println("gate: the JVM of the checks could not be started: " + e);
      exitCode = ExitCode.INTERNAL.code();
    }
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
