import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures checks, from the start of the process to the verdict, against the floor of
 * docs/performance.md. {@code ChecksBench GATE CLASSES [--rounds N]}; the services are those of the
 * environment ({@code src/build/StandIns.java}).
 */
public final class ChecksBench {
  private final Path gate;
  private final Path classes;
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private ChecksBench(Path gate, Path classes) {
    this.gate = gate;
    this.classes = classes;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 15;
    new ChecksBench(Path.of(args[0]), Path.of(args[1])).run(rounds);
  }

  private void run(int rounds) throws IOException, InterruptedException {
    List<String> hello = new ArrayList<>(List.of(java, "@" + gate.resolve("java.options")));
    hello.addAll(List.of("-cp", classes.toString(), "Hello"));
    Measurement floor = new Measurement("hello", hello);
    List<Measurement> all = new ArrayList<>(List.of(floor));
    String cache = System.getenv("GATE_SAMPLE_CACHE");
    String hash = "11111111111111111111111111111111";
    // One line for each command.
    all.add(
        row(
            "NAR check, 18 KiB",
            "attic-nar-integrity-check",
            "--cache",
            cache,
            "--store-hash",
            hash));
    String deep = "tofu-state-authority-deep-check";
    all.add(withoutCluster(row("deep check, S3 alone", deep, "attic", "--pause=0s")));
    all.add(row("deep check", deep, "attic", "--pause=0s"));
    all.add(row("readiness", "tofu-state-ha-readiness", "--expect-interim", "--pause=0s"));
    all.add(
        row("RCA and scratch probe", "rustfs-bucket-index-rca", "--scratch-probe", "--pause=0s"));
    all.add(row("inventory", "ha-state-candidate-inventory"));
    for (int round = 0; round <= rounds; round++) {
      for (Measurement measurement : all) {
        measurement.run();
        if (round == 0) {
          measurement.forget();
        }
      }
    }
    for (Measurement row : all) {
      System.out.printf(
          Locale.ROOT,
          "%-24s median %7.1f ms, min %7.1f ms, to hello %5.2f (median) %5.2f (min), exit %d%n",
          row.name,
          row.median(),
          row.minimum(),
          row.median() / floor.median(),
          row.minimum() / floor.minimum(),
          row.exitCode());
    }
  }

  private Measurement row(String name, String... arguments) {
    return new Measurement(name, program("dev.tinyland.gate.Main", arguments));
  }

  /** One that asks S3 alone, because no cluster can be found. */
  private static Measurement withoutCluster(Measurement row) {
    List<String> command = new ArrayList<>(List.of("env", "-u", "KUBECONFIG", "HOME=/nonexistent"));
    command.addAll(row.command);
    return new Measurement(row.name, command);
  }

  private List<String> program(String main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java, "@" + gate.resolve("checks.options")));
    command.add("-XX:AOTCache=" + gate.resolve("checks.aot"));
    command.addAll(List.of("-cp", gate.resolve("lib/checks.jar").toString(), main));
    command.addAll(List.of(arguments));
    return command;
  }
}
