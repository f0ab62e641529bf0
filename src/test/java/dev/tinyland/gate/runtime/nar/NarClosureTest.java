package dev.tinyland.gate.runtime.nar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.runtime.evidence.BundleReader;
import dev.tinyland.gate.runtime.evidence.BundleWriter;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarClosureTest {
  private static final int PATHS = 22;

  @TempDir Path folder;
  private CacheServer server;
  private final List<Sample> samples = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = new CacheServer();
    for (int i = 0; i < PATHS; i++) {
      samples.add(Sample.random(100 + i, 2_000 + i).compressed("zstd"));
    }
    for (int i = 0; i < PATHS; i++) {
      // Each refers to itself, the next two, and the last ones to the first.
      for (int next = 0; next < 3; next++) {
        samples.get(i).references.add(samples.get((i + next) % PATHS).base());
      }
      samples.get(i).on(server);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void each_path_of_a_closure_is_read_once() throws Exception {
    BundleWriter bundle =
        BundleWriter.begin(folder, "attic-nar-integrity-check", List.of(), null, Trial.WALL);
    AtomicInteger done = new AtomicInteger();
    NarProgress progress =
        new NarProgress() {
          @Override
          public void done(NarEvidence evidence, int number, int known) {
            done.incrementAndGet();
          }
        };
    List<NarEvidence> all =
        NarCheck.run(options(samples.get(3)).withClosure(), bundle, progress, Trial.WALL);
    bundle.end();

    assertThat(all).hasSize(PATHS);
    assertThat(all.getFirst().storeHash()).isEqualTo(samples.get(3).hash);
    assertThat(all.stream().filter(NarEvidence::asked)).hasSize(1);
    assertThat(all.subList(1, PATHS)).extracting(NarEvidence::storeHash).isSorted();
    assertThat(done).hasValue(PATHS);
    assertThat(server.requests()).hasSize(2 * PATHS).doesNotHaveDuplicates();
    assertThat(Trial.verdict(all.toArray(new NarEvidence[0]))).startsWith("Proven[nar-intact, ");

    BundleReader reader = BundleReader.open(folder);
    assertThat(reader.faults()).isEmpty();
    assertThat(reader.all(NarCheck.KIND, NarEvidence.class))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void without_a_closure_only_the_asked_paths_are_read() throws Exception {
    List<NarEvidence> all = Trial.run(options(samples.get(5), samples.get(2)));
    assertThat(all)
        .extracting(NarEvidence::storeHash)
        .containsExactly(samples.get(5).hash, samples.get(2).hash);
    assertThat(Trial.verdict(all.toArray(new NarEvidence[0])))
        .isEqualTo("Proven[nar-intact, nar-intact]");
  }

  @Test
  void several_paths_are_read_at_once_and_no_more_than_four() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch four = new CountDownLatch(4);
    for (Sample sample : samples) {
      byte[] body = sample.body();
      server.on(
          sample.bodyPath(),
          exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            four.countDown();
            await(four);
            now.decrementAndGet();
            CacheServer.bytes(body).to(exchange);
          });
    }
    List<NarEvidence> all = Trial.run(options(samples.toArray(new Sample[0])));
    assertThat(Trial.verdict(all.toArray(new NarEvidence[0]))).startsWith("Proven");
    assertThat(most).hasValue(4);
  }

  @Test
  void a_bound_that_is_hit_is_no_green() throws Exception {
    List<NarEvidence> all = Trial.run(options(samples.getFirst()).withClosure(5));
    assertThat(all).hasSize(5);
    assertThat(Trial.verdict(all.toArray(new NarEvidence[0])))
        .isEqualTo("Undecided[closure-incomplete]");
  }

  @Test
  void a_reference_that_the_cache_does_not_have_is_told_from_an_asked_path() throws Exception {
    Sample missing = samples.get(1);
    server.on("/main/" + missing.hash + ".narinfo", CacheServer.status(404, "text/plain", ""));
    assertThat(closureOf(samples.getFirst())).isEqualTo("Undecided[reference-elsewhere]");
    assertThat(closureOf(missing)).isEqualTo("Refuted[narinfo-absent]");
  }

  @Test
  void one_bad_body_makes_the_closure_red() throws Exception {
    server.on(samples.get(7).bodyPath(), CacheServer.status(404, "text/plain", ""));
    server.on(
        "/main/" + samples.get(9).hash + ".narinfo", CacheServer.status(500, "text/plain", ""));
    assertThat(closureOf(samples.getFirst())).startsWith("Refuted[nar-absent, server-error");
  }

  private String closureOf(Sample sample) throws IOException, InterruptedException {
    return Trial.verdict(Trial.run(options(sample).withClosure()).toArray(new NarEvidence[0]));
  }

  private NarOptions options(Sample... asked) {
    return Trial.options(server.cache(), asked);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
