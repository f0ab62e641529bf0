package dev.tinyland.gate.runtime.nar;

import dev.tinyland.gate.runtime.evidence.BundleWriter;
import dev.tinyland.gate.runtime.evidence.NarEvidence;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Reads paths of a binary cache, and if wanted what they refer to, to the last byte. Memory does
 * not grow with the size of an archive.
 */
public final class NarCheck {
  /** The kind of the pieces in a bundle. */
  public static final String KIND = "nar";

  private NarCheck() {}

  /**
   * Runs the check. Whatever a cache does is evidence, and no exception.
   *
   * @param bundle gets each piece as it is observed; null to keep none
   * @return one piece for each path: the asked ones first, as they were asked, then by hash
   * @throws IOException where the bundle cannot be written
   * @throws InterruptedException if the thread is interrupted; the bundle keeps what was seen
   */
  public static List<NarEvidence> run(
      NarOptions options, @Nullable BundleWriter bundle, NarProgress progress, Clock clock)
      throws IOException, InterruptedException {
    return run(options, bundle, progress, NarClock.system(clock));
  }

  static List<NarEvidence> run(
      NarOptions options, @Nullable BundleWriter bundle, NarProgress progress, NarClock clock)
      throws IOException, InterruptedException {
    CacheUrl cache = CacheUrl.parse(options.cache());
    Deadline deadline = new Deadline(clock.nanos(), options.times());
    ExecutorService threads = Executors.newFixedThreadPool(options.parallel());
    try (CacheClient client = new CacheClient(options, cache, deadline, clock)) {
      PathCheck path = new PathCheck(options, cache, client, progress, clock);
      return collect(options, bundle, progress, new ExecutorCompletionService<>(threads), path);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<NarEvidence> collect(
      NarOptions options,
      @Nullable BundleWriter bundle,
      NarProgress progress,
      CompletionService<NarEvidence> threads,
      PathCheck path)
      throws IOException, InterruptedException {
    Set<String> known = new HashSet<>();
    List<NarEvidence> all = new ArrayList<>();
    for (String hash : options.hashes()) {
      known.add(hash);
      threads.submit(() -> path.check(hash));
    }
    while (all.size() < known.size()) {
      NarEvidence evidence = result(threads);
      all.add(evidence);
      if (bundle != null) {
        bundle.add(KIND, evidence);
      }
      for (String hash : toFollow(options, evidence)) {
        if (known.size() < options.mostPaths() && known.add(hash)) {
          threads.submit(() -> path.check(hash));
        }
      }
      progress.done(evidence, all.size(), known.size());
    }
    List<String> asked = List.copyOf(options.hashes());
    all.sort(
        Comparator.comparingInt((NarEvidence one) -> place(asked, one))
            .thenComparing(NarEvidence::storeHash));
    return List.copyOf(all);
  }

  private static NarEvidence result(CompletionService<NarEvidence> threads)
      throws InterruptedException {
    try {
      return threads.take().get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case InterruptedIOException interrupted ->
            throw new InterruptedException(interrupted.getMessage());
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static int place(List<String> asked, NarEvidence evidence) {
    int index = asked.indexOf(evidence.storeHash());
    return index < 0 ? asked.size() : index;
  }

  private static Set<String> toFollow(NarOptions options, NarEvidence evidence) {
    Set<String> hashes = new LinkedHashSet<>();
    NarEvidence.Narinfo info = evidence.info();
    if (options.closure() && info != null) {
      for (String base : info.references()) {
        hashes.add(base.substring(0, StorePath.HASH_LENGTH));
      }
    }
    return hashes;
  }
}
