package dev.tinyland.gate.files;

import dev.tinyland.gate.lint.Linter;
import dev.tinyland.gate.lint.Workers;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.workflow.PathGlobs;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pages and other texts as read, in the order of their paths. One that cannot matter is left out,
 * unless it was named itself.
 *
 * @param problems files that could not be opened
 */
public record Texts(
    List<SourceFile> pages,
    List<SourceFile> others,
    List<SourceFile> gitlab,
    List<Problem> problems) {
  public static final Texts NONE = new Texts(List.of(), List.of(), List.of(), List.of());

  /** In bytes; what people write is far below. */
  private static final long LARGEST = 1L << 24;

  public Texts {
    pages = List.copyOf(pages);
    others = List.copyOf(others);
    gitlab = List.copyOf(gitlab);
    problems = List.copyOf(problems);
  }

  private record One(@Nullable SourceFile file, @Nullable Problem problem) {
    static final One NOTHING = new One(null, null);
  }

  /**
   * Reads what can matter.
   *
   * @param docs which pages are meant
   * @param looks which of them have to be looked at
   */
  public static Texts of(
      Workspace workspace, Discovery.Sources sources, Policy.Docs docs, Linter.Looks looks) {
    List<Discovery.Candidate> meant = new ArrayList<>();
    for (Discovery.Candidate page : sources.pages()) {
      if (page.certain() || PathGlobs.matchAny(docs.paths(), workspace.name(page.path()))) {
        meant.add(page);
      }
    }
    List<Problem> problems = new ArrayList<>();
    List<SourceFile> pages = read(workspace, meant, looks.pages(), problems);
    List<SourceFile> others = read(workspace, sources.texts(), looks.texts(), problems);
    List<SourceFile> gitlab = read(workspace, sources.gitlab(), looks.gitlab(), problems);
    return new Texts(pages, others, gitlab, problems);
  }

  private static List<SourceFile> read(
      Workspace workspace,
      List<Discovery.Candidate> files,
      Predicate<byte[]> canMatter,
      List<Problem> problems) {
    List<SourceFile> read = new ArrayList<>();
    for (One one : Workers.map(files.size(), i -> one(workspace, files.get(i), canMatter))) {
      if (one.file() != null) {
        read.add(one.file());
      }
      if (one.problem() != null) {
        problems.add(one.problem());
      }
    }
    return read;
  }

  private static One one(
      Workspace workspace, Discovery.Candidate file, Predicate<byte[]> canMatter) {
    Path path = file.path();
    String name = workspace.name(path);
    try {
      if (Files.size(path) > LARGEST) {
        return file.certain() ? problem(name, "larger than any page: not read") : One.NOTHING;
      }
      byte[] bytes = Files.readAllBytes(path);
      return file.certain() || canMatter.test(bytes)
          ? new One(new SourceFile(name, new String(bytes, StandardCharsets.UTF_8)), null)
          : One.NOTHING;
    } catch (NoSuchFileException e) {
      return problem(name, "there is no such file");
    } catch (IOException e) {
      return problem(name, "cannot be read: " + e.getMessage());
    }
  }

  private static One problem(String name, String message) {
    return new One(null, new Problem(Span.at(name, 1, 1), message));
  }
}
