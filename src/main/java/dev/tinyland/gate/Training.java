package dev.tinyland.gate;

import dev.tinyland.gate.cli.ExitCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The run from which the JVM learns what a start-up cache should hold.
 *
 * <p>It has to live in the jar it trains for, because the cache accepts only the class path it was
 * made with. {@code FOLDER/commands.txt}, or else each file of the folder, holds one command line a
 * line, words parted by single blanks, {@code @} for the folder and {@code $NAME} for a variable;
 * {@code < FILE} at the end feeds standard input; {@code action PATH} is the run of the action.
 * Every class loaded here is loaded on every later start, so the commands of a lint's cache are
 * those of a plain lint in each format, not everything that gate can do, and those of the checks
 * have a cache of their own.
 */
final class Training {
  private static final String COMMANDS = "commands.txt";
  private static final String STDIN = " < ";
  private static final String ACTION = "action";

  private Training() {}

  public static void main(String[] args) throws IOException {
    // The action takes paths from its workspace.
    Path folder = Path.of(args[0]).toAbsolutePath();
    // The runner's variables are looked through one by one, in the map that the JVM has of them.
    System.getenv().forEach((name, value) -> {});
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    for (String line : lines(folder)) {
      int input = line.indexOf(STDIN);
      String command = input < 0 ? line : line.substring(0, input);
      byte[] stdin =
          input < 0
              ? new byte[0]
              : Files.readAllBytes(folder.resolve(line.substring(input + STDIN.length())));
      String[] words = words(command.replace("@", folder.toString()));
      Map<String, String> environment = System.getenv();
      if (words[0].equals(ACTION)) {
        environment = asAction(words[1]);
        words = new String[0];
      }
      int exitCode =
          Main.run(words, environment, new ByteArrayInputStream(stdin), nowhere, nowhere);
      System.out.println(line + " -> " + exitCode);
      if (exitCode == ExitCode.USAGE.code() || exitCode == ExitCode.INTERNAL.code()) {
        throw new IllegalStateException("nothing is learned from what does not run: " + line);
      }
    }
  }

  private static List<String> lines(Path folder) throws IOException {
    Path commands = folder.resolve(COMMANDS);
    if (Files.exists(commands)) {
      return Files.readAllLines(commands);
    }
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }

  private static String[] words(String command) {
    String[] words = command.split(" ");
    for (int i = 0; i < words.length; i++) {
      if (words[i].startsWith("$")) {
        int slash = words[i].indexOf('/');
        int end = slash < 0 ? words[i].length() : slash;
        words[i] = System.getenv(words[i].substring(1, end)) + words[i].substring(end);
      }
    }
    return words;
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
