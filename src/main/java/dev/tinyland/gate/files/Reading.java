package dev.tinyland.gate.files;

import dev.tinyland.gate.lint.Workers;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files read and parsed, in the order in which they were named.
 *
 * @param problems files that could not be opened
 */
public record Reading(List<Checkout.Read> read, List<Problem> problems) {
  /** In bytes; GitHub's own limit is far below. */
  private static final long LARGEST = 1L << 26;

  private record One(Checkout.@Nullable Read read, @Nullable Problem problem) {}

  /** Reads all files, on all processors. */
  public static Reading of(Workspace workspace, List<Discovery.Candidate> files) {
    List<One> all = Workers.map(files.size(), i -> one(workspace, files.get(i)));
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

  private static One one(Workspace workspace, Discovery.Candidate file) {
    Path path = file.path();
    String name = workspace.name(path);
    try {
      if (Files.isDirectory(path)) {
        return new One(null, new Problem(Span.at(name, 1, 1), "this folder cannot be read"));
      }
      if (Files.size(path) > LARGEST) {
        return new One(
            null, new Problem(Span.at(name, 1, 1), "larger than any workflow: not read"));
      }
      Checkout.Read read = Checkout.parse(name, Files.readAllBytes(path));
      return file.certain() || hasTheWords(read) ? new One(read, null) : new One(null, null);
    } catch (NoSuchFileException e) {
      return new One(null, new Problem(Span.at(name, 1, 1), "there is no such file"));
    } catch (IOException e) {
      return new One(null, new Problem(Span.at(name, 1, 1), "cannot be read: " + e.getMessage()));
    }
  }

  /** Whether a file looks like a workflow or an action, also where it is broken. */
  private static boolean hasTheWords(Checkout.Read read) {
    String text = read.file().text();
    return (text.contains("jobs") && (text.contains("steps") || text.contains("uses")))
        || (text.contains("runs") && text.contains("using"));
  }
}
