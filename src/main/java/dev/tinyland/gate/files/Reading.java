package dev.tinyland.gate.files;

import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Files read and parsed, in the order in which they were named.
 *
 * @param problems files that could not be opened
 */
public record Reading(List<Checkout.Read> read, List<Problem> problems) {
  /** Starting threads costs more than they save on fewer files than this. */
  private static final int WORTH_THREADS = 24;

  /** In bytes; GitHub's own limit is far below. */
  private static final long LARGEST = 1L << 26;

  private record One(Checkout.@Nullable Read read, @Nullable Problem problem) {}

  /** Reads all files, on all processors where there are many. */
  public static Reading of(Workspace workspace, List<Path> paths) {
    List<One> all =
        paths.size() < WORTH_THREADS ? inOrder(workspace, paths) : together(workspace, paths);
    List<Checkout.Read> read = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (One one : all) {
      if (one.read() != null) {
        read.add(one.read());
      }
      if (one.problem() != null) {
        problems.add(one.problem());
      }
    }
    return new Reading(read, problems);
  }

  private static List<One> inOrder(Workspace workspace, List<Path> paths) {
    List<One> all = new ArrayList<>();
    for (Path path : paths) {
      all.add(one(workspace, path));
    }
    return all;
  }

  private static List<One> together(Workspace workspace, List<Path> paths) {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    List<One> all = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<One>> futures = new ArrayList<>();
      for (Path path : paths) {
        futures.add(pool.submit(() -> one(workspace, path)));
      }
      for (Future<One> future : futures) {
        all.add(future.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    return all;
  }

  private static One one(Workspace workspace, Path path) {
    String name = workspace.name(path);
    try {
      if (Files.isDirectory(path)) {
        return new One(null, new Problem(Span.at(name, 1, 1), "this folder cannot be read"));
      }
      if (Files.size(path) > LARGEST) {
        return new One(
            null, new Problem(Span.at(name, 1, 1), "larger than any workflow: not read"));
      }
      return new One(Checkout.parse(name, Files.readAllBytes(path)), null);
    } catch (NoSuchFileException e) {
      return new One(null, new Problem(Span.at(name, 1, 1), "there is no such file"));
    } catch (IOException e) {
      return new One(null, new Problem(Span.at(name, 1, 1), "cannot be read: " + e.getMessage()));
    }
  }
}
