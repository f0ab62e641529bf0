package dev.tinyland.gate;

import java.io.InputStream;
import java.io.PrintStream;

/** The entry point. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args, System.in, System.out, System.err));
  }

  /** Runs one command line and returns its exit code; {@link Training} runs several in one JVM. */
  static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err) {
    err.println("gate");
    return 0;
  }
}
