package dev.tinyland.gate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lab.Lab;
import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.evidence.CleanUpEvidence;
import dev.tinyland.gate.runtime.evidence.IntentEvidence;
import dev.tinyland.gate.runtime.evidence.Manifest;
import dev.tinyland.gate.testing.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A check whose process is told to end, or is killed, while a request of it is under way: it takes
 * away what it saw itself make and nothing else, and what it leaves has a name in its evidence.
 */
class InterruptedCheckTest {
  private static final List<String> RCA = List.of("rustfs-bucket-index-rca", "--scratch-probe");
  private static final List<String> DEEP_CHECK =
      List.of("tofu-state-authority-deep-check", "attic");

  /** A bucket of another run, and an object of one. */
  private static final String OTHER = "gf-rca-20260101000000-0123abcd";

  private static final String PROBES = "tofu-state/.gloriousflywheel/state-authority-probe";

  @TempDir static Path place;
  private static Lab lab;

  @TempDir Path folder;
  private Path bundle;
  private List<String> before = List.of();

  @BeforeAll
  static void start() throws Exception {
    lab = Lab.start(place.resolve("lab"));
    Files.createDirectories(lab.buckets().resolve(OTHER));
    Path other = lab.buckets().resolve(PROBES).resolve("of-another-run");
    Files.createDirectories(other.getParent());
    Files.writeString(other, "somebody else's\n");
  }

  @AfterAll
  static void stop() throws IOException {
    lab.close();
  }

  @BeforeEach
  void look() throws IOException {
    bundle = folder.resolve("bundle");
    before = content();
  }

  @AfterEach
  void healthy() throws IOException {
    lab.s3Fault((request, out) -> false);
    lab.pod().beforeEach(() -> {});
    for (String left : content().reversed()) {
      if (!before.contains(left)) {
        Files.delete(lab.buckets().resolve(left));
      }
    }
  }

  /** What is in the object store, bucket by bucket; servers have files of their own besides. */
  private static List<String> content() throws IOException {
    try (Stream<Path> all = Files.walk(lab.buckets())) {
      return all.map(lab.buckets()::relativize)
          .map(Path::toString)
          .filter(name -> !name.isEmpty())
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private List<String> left() throws IOException {
    List<String> left = new ArrayList<>(content());
    left.removeAll(before);
    return left;
  }

  private Process start(List<String> command) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tinyland.gate.Main"));
    line.addAll(command);
    line.addAll(List.of("--pause=0s", "--evidence", bundle.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().putAll(lab.environment());
    return builder.start();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private void end(Process process, Held held, boolean kill) throws Exception {
    assertThat(held.isReachedBy(process)).as(log()).isTrue();
    if (kill) {
      process.destroyForcibly();
    } else {
      process.destroy();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    held.release();
    assertThat(process.exitValue()).as(log()).isEqualTo(kill ? 137 : 143);
  }

  private static Held held(String method, String path, int number, boolean arrives) {
    Held held =
        new Held(
            request -> request.method().equals(method) && request.path().matches(path),
            number,
            request -> {
              if (arrives) {
                lab.carryOut(request);
              }
            });
    lab.s3Fault(held);
    return held;
  }

  private BundleReader read(Path where) throws IOException {
    BundleReader reader = BundleReader.open(where);
    assertThat(reader.changes()).isEmpty();
    assertThat(reader.manifest().complete()).isFalse();
    StateCommandsTest.assertNothingSecret(folder);
    CommandRun replay = CommandRun.of("verdict", bundle.toString());
    assertThat(replay.code()).as(replay.out()).isEqualTo(3);
    assertThat(replay.out()).contains("evidence-incomplete  the bundle");
    return reader;
  }

  private static List<String> kinds(BundleReader reader) {
    return reader.manifest().files().stream().map(Manifest.Entry::kind).toList();
  }

  private static List<String> asked(BundleReader reader) throws IOException {
    List<CleanUpEvidence> all = reader.all("clean-up", CleanUpEvidence.class);
    assertThat(all).hasSize(1);
    assertThat(kinds(reader)).endsWith("clean-up");
    return all.getFirst().attempts().stream().map(attempt -> attempt.operation()).toList();
  }

  private static List<String> intended(BundleReader reader) throws IOException {
    return reader.all("intent", IntentEvidence.class).stream().map(IntentEvidence::target).toList();
  }

  @ParameterizedTest(name = "{0} {1} {2}, number {3}, arrived: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "rca  | GET    | /                        | 3 | false | delete-bucket",
        "deep | PUT    | /tofu-state/[.]glor.*    | 1 | true  | delete-object",
      })
  void told_to_end(
      String check, String method, String path, int number, boolean arrives, String deletes)
      throws Exception {
    Held held = held(method, path, number, arrives);
    end(start(check.equals("rca") ? RCA : DEEP_CHECK), held, false);
    BundleReader reader = read(bundle);
    List<String> deleted = new ArrayList<>(asked(reader));
    deleted.removeIf(operation -> !operation.startsWith("delete-"));
    assertThat(deleted)
        .containsExactlyElementsOf(deletes == null ? List.of() : List.of(deletes.split(" ")));
    assertThat(left()).isEmpty();
    assertThat(content()).containsAll(before);
  }

  /** It may be anybody's: its name is kept, and the rest is up to a person. */
  @Test
  void a_bucket_whose_creation_was_not_seen_is_not_deleted() throws Exception {
    Held held = held("PUT", "/gf-rca-[^/]+/?", 1, true);
    int asked = lab.s3Requests().size();
    end(start(RCA), held, false);
    BundleReader reader = read(bundle);
    assertThat(left()).hasSize(1).isEqualTo(intended(reader));
    List<String> requests = lab.s3Requests();
    assertThat(requests.subList(asked, requests.size()))
        .noneMatch(request -> request.startsWith("DELETE"));
  }

  @Test
  void what_a_killed_run_leaves_has_a_name_in_its_evidence() throws Exception {
    Held held = held("PUT", "/gf-rca-.*/[^/]+", 1, true);
    end(start(RCA), held, true);
    List<String> intended = intended(read(bundle));
    assertThat(intended).hasSize(2);
    assertThat(left()).containsAll(intended);
  }

  @Test
  void told_to_end_while_a_command_runs_in_the_pod() throws Exception {
    Held held = new Held(request -> false, 0, request -> {});
    lab.pod()
        .beforeEach(() -> {
          try {
            if (!left().isEmpty()) {
              held.hold();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    end(start(RCA), held, false);
    assertThat(asked(read(bundle))).contains("delete-bucket");
    assertThat(left()).isEmpty();
  }

  @Test
  void told_to_end_twice() throws Exception {
    Held put = held("PUT", "/gf-rca-.*/[^/]+", 1, true);
    Held delete = new Held(request -> request.method().equals("DELETE"), 1, lab::carryOut);
    lab.s3Fault((request, out) -> put.answers(request, out) || delete.answers(request, out));
    Process process = start(RCA);
    assertThat(put.isReachedBy(process)).as(log()).isTrue();
    process.destroy();
    assertThat(delete.isReachedBy(process)).as(log()).isTrue();
    process.destroy();
    delete.release();
    end(process, put, false);
    assertThat(asked(read(bundle))).contains("delete-object", "delete-bucket");
    assertThat(left()).isEmpty();
  }

  @Test
  void the_canary_is_told_to_end_in_its_probe() throws Exception {
    Held held = held("PUT", "/gf-rca-.*/[^/]+", 1, true);
    end(
        start(
            List.of(
                "rustfs-state-authority-canary",
                "--cache=" + lab.environment().get("LAB_CACHE"),
                "--store-hash=" + lab.environment().get("LAB_STORE_HASH"))),
        held,
        false);
    assertThat(kinds(read(bundle))).containsOnly("step");
    try (Stream<Path> steps = Files.list(bundle)) {
      Path last =
          steps
              .filter(step -> Files.exists(step.resolve("manifest.json")))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      BundleReader step = BundleReader.open(last);
      assertThat(step.manifest().complete()).isFalse();
      assertThat(asked(step)).contains("delete-object", "delete-bucket");
    }
    assertThat(left()).isEmpty();
  }
}
