import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures gate against the floor and the yardstick of docs/performance.md and prints the ratios.
 *
 * <p>{@code Bench GATE CLASSES WORK [--rounds N] [--checkout DIR] [--corpus DIR]}: {@code GATE} is
 * target/gate, {@code CLASSES} holds the compiled benchmark, {@code WORK} is where generated
 * repositories go. The commands of a table are run in turn, so that a busy moment of the machine
 * hits all of them.
 */
public final class Bench {
  private static final int CORPUS_FILES = 1900;
  private static final int CORPUS_ROUNDS = 5;
  private static final int COLD_CLASSES_SHOWN = 60;

  private final Path gate;
  private final Path classes;
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private Bench(Path gate, Path classes) {
    this.gate = gate;
    this.classes = classes;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = 20;
    Path work = Path.of(args[2]);
    Path checkout = work.resolve("checkout");
    Path corpus = work.resolve("corpus");
    SyntheticRepository.writeCheckout(checkout);
    SyntheticRepository.writeCorpus(corpus, CORPUS_FILES);
    for (int i = 3; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--rounds" -> rounds = Integer.parseInt(args[i + 1]);
        case "--checkout" -> checkout = Path.of(args[i + 1]);
        case "--corpus" -> corpus = Path.of(args[i + 1]);
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    Bench bench = new Bench(Path.of(args[0]), Path.of(args[1]));
    bench.startUp(rounds, checkout);
    bench.corpus(Math.min(rounds, CORPUS_ROUNDS), corpus);
  }

  private void startUp(int rounds, Path checkout) throws IOException, InterruptedException {
    // 23 lines that call a local action, so two files are read.
    String small = "workflows-fixtures/readme/.github/workflows/ci.yml";
    Measurement hello = new Measurement("hello", java(List.of(), classes.toString(), "Hello"));
    List<Measurement> all = new ArrayList<>(List.of(hello));
    all.add(new Measurement("help", gate("--help")));
    all.add(new Measurement("lint, one workflow", gate("lint", small)));
    all.add(new Measurement("the same through ./gate", launcher("lint", small)));
    all.add(new Measurement("the same without the cache", uncached("lint", small)));
    all.add(new Measurement("lint, a checkout", gate("lint", checkout.toString())));
    run(all, rounds);
    print("Start-up, against hello (checkout: " + checkout + ")", all, hello);
    printColdClasses("lint", small);
    printColdClasses("lint", checkout.toString());
  }

  /**
   * Names the classes that a run does not take from the start-up cache. Each costs about a hundred
   * times as much as one that it does, and a lambda or a record's generated method that was not
   * trained brings several.
   */
  private void printColdClasses(String... arguments) throws IOException, InterruptedException {
    Path log = classes.resolve("classes.log");
    List<String> options =
        List.of(
            "-XX:AOTCache=" + gate.resolve("lint.aot"), "-Xlog:class+load:file=" + log + ":none");
    new Measurement("cold classes", program(options, arguments)).run();
    List<String> cold =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains(" source: ") && !line.contains("shared objects file"))
            .toList();
    System.out.println(
        "Classes from outside the cache, " + String.join(" ", arguments) + ": " + cold.size());
    cold.stream().limit(COLD_CLASSES_SHOWN).forEach(line -> System.out.println("  " + line));
    System.out.println();
  }

  private void corpus(int rounds, Path corpus) throws IOException, InterruptedException {
    String classPath = classes + ":" + gate.resolve("lib/gate.jar");
    String folder = corpus.toString();
    Measurement compose =
        new Measurement("compose only", java(List.of(), classPath, "ComposeOnly", folder));
    List<Measurement> all = new ArrayList<>(List.of(compose));
    List<String> plain = List.of(java, "-cp", classPath, "ComposeOnly", folder);
    all.add(new Measurement("compose only, JVM defaults", plain));
    all.add(new Measurement("lint, the corpus", gate("lint", folder)));
    run(all, rounds);
    print("Corpus, against compose only (" + corpus + ")", all, compose);
  }

  private List<String> gate(String... arguments) {
    return program(List.of("-XX:AOTCache=" + gate.resolve("lint.aot")), arguments);
  }

  private List<String> uncached(String... arguments) {
    return program(List.of(), arguments);
  }

  private List<String> program(List<String> options, String... arguments) {
    List<String> command =
        java(options, gate.resolve("lib/gate.jar").toString(), "dev.tinyland.gate.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  private List<String> launcher(String... arguments) {
    List<String> command = new ArrayList<>(List.of(gate.resolve("../../gate").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Every row but the one that says otherwise runs with gate's own JVM options, the floor too. */
  private List<String> java(List<String> options, String classPath, String... mainAndArguments) {
    List<String> command = new ArrayList<>(List.of(java, "@" + gate.resolve("java.options")));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(mainAndArguments));
    return command;
  }

  private static void run(List<Measurement> all, int rounds)
      throws IOException, InterruptedException {
    for (int round = 0; round <= rounds; round++) {
      for (Measurement measurement : all) {
        measurement.run();
        if (round == 0) {
          measurement.forget();
        }
      }
    }
  }

  private static void print(String title, List<Measurement> all, Measurement floor)
      throws IOException, InterruptedException {
    System.out.println(title);
    System.out.println(
        "                             median ms   min ms   ratio (median)   ratio (min)   MiB   exit");
    for (Measurement row : all) {
      System.out.printf(
          Locale.ROOT,
          "%-28s %9.1f %8.1f %16.2f %13.2f %5d %6d%n",
          row.name,
          row.median(),
          row.minimum(),
          row.median() / floor.median(),
          row.minimum() / floor.minimum(),
          row.peakMemory(),
          row.exitCode());
    }
    System.out.println();
  }
}
