package dev.tinyland.gate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The run from which the JVM learns what its start-up cache should hold.
 *
 * <p>It has to live in the jar it trains for, because the cache accepts only the class path it was
 * made with. {@code FOLDER/commands.txt} holds one command line a line, words parted by single
 * blanks, {@code @} for the folder; {@code < FILE} at the end feeds standard input; {@code action
 * PATH} is the run of the action. Every class loaded here is loaded on every later start, so the
 * commands are those of a plain lint in each format, not of everything that gate can do.
 */
final class Training {
  private static final String STDIN = " < ";

  private static final String ACTION = "action";

  private Training() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    // The runner's variables are looked through one by one, in the map that the JVM has of them.
    System.getenv().forEach((name, value) -> {});
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    List<String> lines = Files.readAllLines(folder.resolve("commands.txt"));
    for (String line : lines) {
      int input = line.indexOf(STDIN);
      String command = input < 0 ? line : line.substring(0, input);
      byte[] stdin =
          input < 0
              ? new byte[0]
              : Files.readAllBytes(folder.resolve(line.substring(input + STDIN.length())));
      String[] words = command.replace("@", folder.toString()).split(" ");
      Map<String, String> environment = System.getenv();
      if (words[0].equals(ACTION)) {
        environment = asAction(words[1]);
        words = new String[0];
      }
      int exitCode =
          Main.run(words, environment, new ByteArrayInputStream(stdin), nowhere, nowhere);
      System.out.println(line + " -> " + exitCode);
    }
  }

  /** What the runner passes, as far as gate reads it. */
  private static Map<String, String> asAction(String path) {
    return Map.of(
        "GITHUB_ACTIONS", "true",
        "GITHUB_WORKSPACE", path,
        "INPUT_PATHS", path,
        "GITHUB_STEP_SUMMARY", "/dev/null",
        "GITHUB_OUTPUT", "/dev/null");
  }
}
