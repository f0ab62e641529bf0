package dev.tinyland.gate.files;

import dev.tinyland.gate.lint.Workers;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.workflow.Glob;
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
public record Texts(List<SourceFile> pages, List<SourceFile> others, List<Problem> problems) {
  /** In bytes; what people write is far below. */
  private static final long LARGEST = 1L << 24;

  public Texts {
    pages = List.copyOf(pages);
    others = List.copyOf(others);
    problems = List.copyOf(problems);
  }

  private record One(@Nullable SourceFile file, @Nullable Problem problem) {
    static final One NOTHING = new One(null, null);
  }

  /**
   * Reads what can matter.
   *
   * @param docs which pages are meant
   * @param canMatter whether a file with this text has to be looked at
   */
  public static Texts of(
      Workspace workspace,
      Discovery.Sources sources,
      Policy.Docs docs,
      Predicate<String> canMatter) {
    List<Discovery.Candidate> meant = new ArrayList<>();
    List<Glob> globs = new ArrayList<>();
    for (String path : docs.paths()) {
      globs.add(Glob.of(path));
    }
    for (Discovery.Candidate page : sources.pages()) {
      if (page.certain() || matchesAny(globs, workspace.name(page.path()))) {
        meant.add(page);
      }
    }
    List<Problem> problems = new ArrayList<>();
    List<SourceFile> pages = read(workspace, meant, canMatter, problems);
    return new Texts(pages, read(workspace, sources.texts(), canMatter, problems), problems);
  }

  private static boolean matchesAny(List<Glob> globs, String path) {
    for (Glob glob : globs) {
      if (glob.matches(path)) {
        return true;
      }
    }
    return false;
  }

  private static List<SourceFile> read(
      Workspace workspace,
      List<Discovery.Candidate> files,
      Predicate<String> canMatter,
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
      Workspace workspace, Discovery.Candidate file, Predicate<String> canMatter) {
    Path path = file.path();
    String name = workspace.name(path);
    try {
      if (Files.size(path) > LARGEST) {
        return file.certain() ? problem(name, "larger than any page: not read") : One.NOTHING;
      }
      String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
      return file.certain() || canMatter.test(text)
          ? new One(new SourceFile(name, text), null)
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
