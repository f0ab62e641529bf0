import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures what a step waits for: {@code docker run} of a lint as the action, against one of a
 * class that prints a word, in the same image and with the same JVM options.
 *
 * <p>{@code ImageBench CLIENT IMAGE CLASSES ROUNDS}: {@code CLASSES} holds {@code Hello}. The
 * commands are run in turn, so that a busy moment of the machine hits all of them.
 */
public final class ImageBench {
  private static final String GATE = "/opt/gate/";
  private static final String JAVA = GATE + "runtime/bin/java";

  private final String client;
  private final String image;

  private ImageBench(String client, String image) {
    this.client = client;
    this.image = image;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    new ImageBench(args[0], args[1]).measure(Path.of(args[2]), Integer.parseInt(args[3]));
  }

  private void measure(Path classes, int rounds) throws IOException, InterruptedException {
    List<String> hello = List.of("-v", classes.toAbsolutePath() + ":/hello:ro");
    Measurement floor =
        new Measurement(
            "hello", run(hello, JAVA, "@" + GATE + "java.options", "-cp", "/hello", "Hello"));
    List<Measurement> all = new ArrayList<>();
    all.add(new Measurement("/bin/true", run(List.of(), "/bin/true")));
    all.add(floor);
    all.add(new Measurement("lint, as the action", run(action(), "")));
    all.add(
        new Measurement(
            "lint, without the cache",
            run(
                action(),
                JAVA,
                "@" + GATE + "java.options",
                "-cp",
                GATE + "lib/gate.jar",
                "dev.tinyland.gate.Main")));
    for (int round = 0; round <= rounds; round++) {
      for (Measurement measurement : all) {
        measurement.run();
        if (round == 0) {
          measurement.forget();
        }
      }
    }
    System.out.println(
        "docker run, against hello                 median ms   min ms   ratio   exit");
    for (Measurement row : all) {
      System.out.printf(
          Locale.ROOT,
          "%-40s %10.0f %8.0f %7.2f %6d%n",
          row.name,
          row.median(),
          row.minimum(),
          row.median() / floor.median(),
          row.exitCode());
    }
  }

  /** The mounts and variables of a step, as far as the program reads them. */
  private static List<String> action() {
    Path fixture = Path.of("workflows-fixtures/readme").toAbsolutePath();
    return List.of(
        "-v", fixture + ":/github/workspace:ro",
        "-w", "/github/workspace",
        "-e", "GITHUB_ACTIONS=true",
        "-e", "GITHUB_WORKSPACE=/github/workspace",
        "-e", "GITHUB_OUTPUT=/dev/null",
        "-e", "GITHUB_STEP_SUMMARY=/dev/null",
        "-e", "INPUT_FAIL-ON=");
  }

  /** An empty program stands for the entry point of the image. */
  private List<String> run(List<String> options, String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(client, "run", "--rm"));
    command.addAll(options);
    if (!program.isEmpty()) {
      command.addAll(List.of("--entrypoint", program));
    }
    command.add(image);
    command.addAll(List.of(arguments));
    return command;
  }
}
