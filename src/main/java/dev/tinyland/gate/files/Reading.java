package dev.tinyland.gate.files;

import dev.tinyland.gate.lint.Workers;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Problem;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
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

  /** Reads and parses all files, on all processors. */
  public static Reading of(Workspace workspace, List<Discovery.Candidate> files) {
    return of(workspace, files, (path, text) -> true);
  }

  /**
   * The same, except that files which cannot matter are kept as text.
   *
   * @param canMatter whether a file of this path and text has to be parsed
   */
  public static Reading of(
      Workspace workspace, List<Discovery.Candidate> files, BiPredicate<String, String> canMatter) {
    List<One> all = Workers.map(files.size(), i -> one(workspace, files.get(i), canMatter));
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

  private static One one(
      Workspace workspace, Discovery.Candidate file, BiPredicate<String, String> canMatter) {
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
      Checkout.Read read = read(name, Files.readAllBytes(path), canMatter);
      return file.certain() || hasTheWords(read) ? new One(read, null) : new One(null, null);
    } catch (NoSuchFileException e) {
      return new One(null, new Problem(Span.at(name, 1, 1), "there is no such file"));
    } catch (IOException e) {
      return new One(null, new Problem(Span.at(name, 1, 1), "cannot be read: " + e.getMessage()));
    }
  }

  private static Checkout.Read read(
      String name, byte[] bytes, BiPredicate<String, String> canMatter) {
    String text = plainText(bytes);
    boolean action = name.endsWith("action.yml") || name.endsWith("action.yaml");
    return text == null || action || canMatter.test(name, text)
        ? Checkout.parse(name, bytes)
        : Checkout.Read.unparsed(new SourceFile(name, text));
  }

  /** The text of a file in which no control character can hide a word, else null. */
  private static @Nullable String plainText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r') {
        return null;
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Whether a file looks like a workflow or an action, also where it is broken. */
  private static boolean hasTheWords(Checkout.Read read) {
    String text = read.file().text();
    return (text.contains("jobs") && (text.contains("steps") || text.contains("uses")))
        || (text.contains("runs") && text.contains("using"));
  }
}
