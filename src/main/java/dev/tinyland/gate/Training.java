package dev.tinyland.gate;

import dev.tinyland.gate.cli.ExitCode;
import dev.tinyland.gate.json.Records;
import dev.tinyland.gate.runtime.cluster.ClusterCollector;
import dev.tinyland.gate.runtime.cluster.ClusterSettings;
import dev.tinyland.gate.runtime.s3.S3Backend;
import dev.tinyland.gate.runtime.s3.S3Collector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
 * {@code < FILE} at the end feeds standard input; {@code action PATH} is the run of the action;
 * {@code look s3} and {@code look cluster} ask those of the environment. Every class loaded here is
 * loaded on every later start, so the commands of a lint's cache are those of a plain lint in each
 * format, not everything that gate can do, and those of the checks have a cache of their own.
 */
final class Training {
  private static final String COMMANDS = "commands.txt";
  private static final String STDIN = " < ";
  private static final String ACTION = "action";
  private static final String LOOK = "look";

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
      if (words[0].equals(LOOK)) {
        if (words[1].equals("s3")) {
          lookAtS3();
        } else {
          lookAtCluster();
        }
        continue;
      }
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

  private static void lookAtS3() {
    S3Backend backend = S3Backend.of(System.getenv());
    String bucket = String.valueOf(backend.bucket());
    String key = String.valueOf(backend.key());
    try (S3Collector s3 = new S3Collector(backend.settings(), Clock.systemUTC())) {
      System.out.println(Records.text(s3.sample(List.of(bucket, "not-there"), 2, () -> {})));
      System.out.println(Records.text(s3.stateObject("sample", bucket, key)));
      System.out.println(Records.text(s3.versioning(bucket)));
      System.out.println(Records.text(s3.writeProof(bucket)));
      System.out.println(Records.text(s3.deleteScratch(s3.createScratch().bucket())));
    }
  }

  private static void lookAtCluster() {
    try (ClusterCollector cluster =
        ClusterCollector.open(
            ClusterSettings.defaults(), System.getenv(), List.of(), Clock.systemUTC())) {
      System.out.println(Records.text(cluster.collect()));
      System.out.println(Records.text(cluster.disk(List.of("tofu-state"))));
      System.out.println(Records.text(cluster.version()));
    }
  }
}
