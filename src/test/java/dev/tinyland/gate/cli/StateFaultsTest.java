package dev.tinyland.gate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.runtime.cluster.ApiServer;
import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.evidence.Manifest;
import dev.tinyland.gate.runtime.s3.FaultServer;
import dev.tinyland.gate.runtime.s3.FaultServer.Fault;
import dev.tinyland.gate.runtime.s3.TestTls;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goes wrong on the way to S3 and to the cluster, for each command: nothing that was seen is
 * lost, and nothing is green that was not seen.
 */
class StateFaultsTest {
  private static final Map<String, List<String>> COMMANDS =
      Map.of(
          "deep-check", List.of("tofu-state-authority-deep-check", "attic"),
          "readiness", List.of("tofu-state-ha-readiness", "--expect-interim"),
          "rca", List.of("rustfs-bucket-index-rca", "--scratch-probe"),
          "inventory", List.of("ha-state-candidate-inventory"),
          "canary", List.of("rustfs-state-authority-canary"));

  @TempDir static Path place;
  private static Lab lab;
  private static FaultServer secure;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(place.resolve("lab"));
    secure =
        FaultServer.secure(
            TestTls.in(place).context(),
            URI.create(String.valueOf(lab.environment().get("TOFU_BACKEND_S3_ENDPOINT"))));
  }

  @AfterAll
  static void stop() throws IOException {
    secure.close();
    lab.close();
  }

  private static final Fault HEALTHY = (request, out) -> false;

  /** Sets the fault up, and says in which variables an operator meets it. */
  private Map<String, String> broken(String fault, List<AutoCloseable> open) throws IOException {
    Map<String, String> environment = new HashMap<>(lab.environment());
    String endpoint = "TOFU_BACKEND_S3_ENDPOINT";
    switch (fault) {
      case "500" -> lab.s3Fault(S3Says.error(request -> true, 500, "InternalError"));
      case "503 text" ->
          lab.s3Fault((request, out) -> {
            String text = request.method().equals("HEAD") ? "" : "Service not ready";
            out.write(
                ("HTTP/1.1 503 Said\r\nContent-Type: text/plain\r\nContent-Length: "
                        + text.length()
                        + "\r\nConnection: close\r\n\r\n"
                        + text)
                    .getBytes(UTF_8));
            return true;
          });
      case "cut" ->
          lab.s3Fault((request, out) -> {
            if (!S3Says.LIST.test(request)) {
              return false;
            }
            byte[] whole = lab.carryOut(request);
            out.write(whole, 0, whole.length - 5);
            return true;
          });
      case "slow" ->
          lab.s3Fault((request, out) -> {
            if (!S3Says.LIST.test(request)) {
              return false;
            }
            byte[] whole = lab.carryOut(request);
            out.write(whole, 0, whole.length - 5);
            out.flush();
            Held never = new Held(other -> false, 0, other -> {});
            open.add(never::release);
            never.hold();
            return true;
          });
      case "html" ->
          lab.s3Fault((request, out) -> {
            out.write(FaultServer.page(200));
            return true;
          });
      case "expired" -> lab.s3Fault(S3Says.error(request -> true, 403, "ExpiredToken"));
      case "dns" -> environment.put(endpoint, "http://s3.invalid:9000");
      case "tls" -> environment.put(endpoint, "https://127.0.0.1:" + secure.port());
      case "refused" -> {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
          environment.put(endpoint, "http://127.0.0.1:" + free.getLocalPort());
        }
      }
      case "pod gone" -> lab.pod().goneFrom(3);
      case "no test" -> lab.claim("/bin/test", false);
      case "api 401", "api 403", "api 500", "api silent" -> {
        ApiServer api = ApiServer.plain();
        open.add(api);
        int status = fault.endsWith("silent") ? 200 : Integer.parseInt(fault.substring(4));
        ApiServer.Answer answer = ApiServer.Answer.json(status, "{\"kind\":\"Status\"}");
        ApiServer.Answer said =
            fault.endsWith("silent") ? answer.with(ApiServer.Fault.SILENT) : answer;
        api.otherwise(asked -> said).commands(asked -> said);
        Path kubeconfig = folder.resolve("kubeconfig");
        String text = Files.readString(Path.of(String.valueOf(environment.get("KUBECONFIG"))));
        Files.writeString(kubeconfig, text.replaceFirst("http://127.0.0.1:[0-9]+", api.url()));
        environment.put("KUBECONFIG", kubeconfig.toString());
      }
      default -> throw new IllegalArgumentException(fault);
    }
    return environment;
  }

  private static boolean isSlow(String fault) {
    return fault.equals("slow") || fault.equals("api silent");
  }

  private CommandRun run(
      Map<String, String> environment, String command, Path bundle, String... more) {
    List<String> line = new ArrayList<>(COMMANDS.getOrDefault(command, List.of()));
    if (!command.equals("inventory")) {
      line.add("--pause=0s");
      line.addAll(List.of(more));
    }
    if (command.equals("canary")) {
      line.add("--cache=" + environment.get("LAB_CACHE"));
      line.add("--store-hash=" + environment.get("LAB_STORE_HASH"));
    }
    line.addAll(List.of("--evidence", bundle.toString()));
    return CommandRun.in(environment, InputStream.nullInputStream(), line.toArray(new String[0]));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "500|1|refuted  backend-error/divergence-suspected  bucket tofu-state|"
            + "1|refuted  backend-error/divergence-suspected  bucket tofu-state|"
            + "1|refuted  backend-error/divergence-suspected  bucket attic|"
            + "0|proven  interim-only|"
            + "1|refuted  step-red  step 4",
        "503 text|3|undecided  unreachable/not-s3  bucket tofu-state|"
            + "3|undecided  unreachable/not-s3  bucket tofu-state|"
            + "3|undecided  unreachable/not-s3  bucket attic|"
            + "0|proven  interim-only|"
            + "3|undecided  step-undecided  step 4",
        "cut|3|undecided  unreachable/cut  bucket tofu-state|"
            + "3|undecided  unreachable/cut  bucket tofu-state|"
            + "3|undecided  unreachable/cut  bucket attic|"
            + "0|proven  interim-only|"
            + "3|undecided  step-undecided  step 4",
        "html|3|undecided  unreachable/not-s3  bucket tofu-state|"
            + "3|undecided  unreachable/not-s3  bucket tofu-state|"
            + "3|undecided  unreachable/not-s3  bucket attic|"
            + "0|proven  interim-only|"
            + "3|undecided  step-undecided  step 4",
        "expired|3|undecided  credentials/ExpiredToken  bucket tofu-state|"
            + "3|undecided  credentials/ExpiredToken  bucket tofu-state|"
            + "3|undecided  credentials/ExpiredToken  bucket attic|"
            + "0|proven  interim-only|"
            + "3|undecided  step-undecided  step 4",
        "dns|3|undecided  unreachable/dns  bucket tofu-state|"
            + "3|undecided  unreachable/dns  bucket tofu-state|"
            + "3|undecided  unreachable/dns  bucket attic|"
            + "0|proven  interim-only|"
            + "3|undecided  step-undecided  step 4",
        "tls|3|undecided  unreachable/tls  bucket tofu-state|"
            + "3|undecided  unreachable/tls  bucket tofu-state|"
            + "3|undecided  unreachable/tls  bucket attic|"
            + "0|proven  interim-only|"
            + "3|undecided  step-undecided  step 4",
        "refused|3|undecided  unreachable/refused  bucket tofu-state|"
            + "3|undecided  unreachable/refused  bucket tofu-state|"
            + "3|undecided  unreachable/refused  bucket attic|"
            + "0|proven  interim-only|"
            + "3|undecided  step-undecided  step 4",
        "pod gone|1|refuted  workload-absent  pods|"
            + "1|refuted  workload-absent  pods|"
            + "1|refuted  workload-absent  pods|"
            + "0|proven  interim-only|"
            + "1|refuted  step-red  step 4",
        "no test|0|proven  coherent-api-only  bucket|"
            + "0|proven  coherent-api-only  bucket|"
            + "0|proven  coherent-api-only  bucket|"
            + "0|proven  interim-only|"
            + "1|refuted  step-red  step 4",
        "api 401|3|undecided  workload-unseen/unauthorized|"
            + "3|undecided  workload-unseen/unauthorized|"
            + "3|undecided  workload-unseen/unauthorized|"
            + "3|undecided  inventory-unseen/unauthorized|"
            + "1|undecided  step-undecided  step 5",
        "api 403|3|undecided  workload-unseen/forbidden|"
            + "3|undecided  workload-unseen/forbidden|"
            + "3|undecided  workload-unseen/forbidden|"
            + "3|undecided  inventory-unseen/forbidden|"
            + "1|undecided  step-undecided  step 5",
        "api 500|3|undecided  workload-unseen/error|"
            + "3|undecided  workload-unseen/error|"
            + "3|undecided  workload-unseen/error|"
            + "3|undecided  inventory-unseen/error|"
            + "1|undecided  step-undecided  step 5",
      })
  void nothing_is_lost_and_nothing_green(
      String fault,
      int deepCheck,
      String deepCheckName,
      int readiness,
      String readinessName,
      int rca,
      String rcaName,
      int inventory,
      String inventoryName,
      int canary,
      String canaryName)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    wrong.add(judged(fault, "deep-check", deepCheck, deepCheckName));
    wrong.add(judged(fault, "readiness", readiness, readinessName));
    wrong.add(judged(fault, "rca", rca, rcaName));
    wrong.add(judged(fault, "inventory", inventory, inventoryName));
    wrong.add(judged(fault, "canary", canary, canaryName));
    wrong.removeIf(String::isEmpty);
    assertThat(wrong).isEmpty();
  }

  /**
   * A server that is silent costs the time to wait for it, so that each is asked by one command.
   */
  @ParameterizedTest
  @CsvSource({
    "slow, deep-check, 3, undecided  unreachable/timeout",
    "api silent, deep-check, 3, undecided  workload-unseen",
  })
  void slow(String fault, String command, int code, String name) throws Exception {
    assertThat(judged(fault, command, code, name)).isEmpty();
  }

  private String judged(String fault, String command, int code, String name) throws Exception {
    List<AutoCloseable> open = new ArrayList<>();
    Path bundle = folder.resolve(command);
    CommandRun run;
    try {
      Map<String, String> environment = broken(fault, open);
      run = run(environment, command, bundle, isSlow(fault) ? "--timeout=300ms" : "--timeout=10s");
    } finally {
      lab.s3Fault(HEALTHY);
      lab.pod().back();
      lab.claim("/bin/test", true);
      for (AutoCloseable each : open) {
        each.close();
      }
    }
    assertKept(run, bundle);
    List<String> lines =
        run.out()
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("(refuted|undecided|proven)  .*"))
            .toList();
    boolean as = run.code() == code && lines.stream().anyMatch(line -> line.contains(name));
    return as ? "" : command + " " + run.code() + " " + lines;
  }

  /** The bundle has an end, judges the same, and starts with what was asked and seen at first. */
  private void assertKept(CommandRun run, Path bundle) throws IOException {
    BundleReader reader = BundleReader.open(bundle);
    assertThat(reader.faults()).isEmpty();
    CommandRun replay = CommandRun.of("verdict", bundle.toString());
    assertThat(replay.out()).isEqualTo(run.out());
    assertThat(replay.code()).isEqualTo(run.code());
    assertThat(Lab.secrets()).noneMatch(run.out()::contains).noneMatch(run.err()::contains);
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        assertThat(Lab.secrets()).as("%s", file).noneMatch(text::contains);
      }
    }
    List<String> kinds = reader.manifest().files().stream().map(Manifest.Entry::kind).toList();
    assertThat(kinds.getFirst()).isIn("question", "step");
    assertThat(kinds.getLast()).isIn("cluster-after", "inventory", "step");
  }

  @Test
  void evidence_is_not_written_over_other_evidence() throws IOException {
    Path bundle = folder.resolve("bundle");
    assertThat(run(lab.environment(), "inventory", bundle).code()).isZero();
    String manifest = Files.readString(bundle.resolve("manifest.json"));
    CommandRun again = run(lab.environment(), "inventory", bundle);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("there is evidence already in " + bundle);
    assertThat(bundle.resolve("manifest.json")).hasContent(manifest);
  }

  @Test
  void a_folder_that_cannot_be_made_is_said_before_anything_is_asked() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    int asked = lab.s3Requests().size();
    CommandRun run = run(lab.environment(), "rca", file.resolve("bundle"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("the evidence cannot be kept in " + file.resolve("bundle"));
    assertThat(run.out()).isEmpty();
    assertThat(lab.s3Requests()).hasSize(asked);
  }

  /** The disk that keeps the evidence goes away when the scratch bucket has just been made. */
  @Test
  void evidence_that_cannot_be_kept_ends_the_run_and_leaves_nothing_behind() throws IOException {
    Path bundle = folder.resolve("bundle");
    lab.s3Fault((request, out) -> {
      if (request.method().equals("PUT") && request.path().matches("/gf-rca-[^/]+/?")) {
        replace(bundle.resolve("evidence"));
      }
      return false;
    });
    CommandRun run;
    try {
      run = run(lab.environment(), "rca", bundle);
    } finally {
      lab.s3Fault(HEALTHY);
    }
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("gate: the evidence cannot be kept in " + bundle);
    assertThat(lab.s3Requests()).anyMatch(request -> request.startsWith("DELETE /gf-rca-"));
    try (Stream<Path> buckets = Files.list(lab.buckets())) {
      assertThat(buckets.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith("gf-rca-"));
    }
  }

  private static void replace(Path evidence) throws IOException {
    try (Stream<Path> files = Files.walk(evidence)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.writeString(evidence, "");
  }
}
