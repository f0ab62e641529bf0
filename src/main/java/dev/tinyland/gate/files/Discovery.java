package dev.tinyland.gate.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds workflows and actions below the paths a user names.
 *
 * <p>In a folder these count: YAML files directly in any {@code .github/workflows}, and every
 * {@code action.yml} or {@code action.yaml}. In a folder in which there is none of either, and that
 * is no checkout, every YAML file that has the words of a workflow or an action counts. A file that
 * is named counts, whatever its name. Other hidden folders, installed packages and symbolic links
 * to folders are passed over.
 *
 * <p>Beside them stand pages (Markdown) and texts: scripts and files of configuration in which a
 * host may be set.
 */
public final class Discovery {
  private static final Set<String> PASSED_OVER = Set.of("node_modules", "target", ".git");

  private Discovery() {}

  /**
   * What the named paths come to, sorted, each file once. A folder that cannot be read is in the
   * list itself, so that reading it gives a problem, as is a file that does not exist.
   */
  public static List<Candidate> find(List<Path> named) {
    return all(named).files();
  }

  /** The same, with the pages and texts that stand beside what counts, each sorted. */
  public static Sources all(List<Path> named) {
    Map<Path, Candidate> found = new TreeMap<>();
    Map<Path, Candidate> pages = new TreeMap<>();
    Map<Path, Candidate> texts = new TreeMap<>();
    Map<Path, Candidate> gitlab = new TreeMap<>();
    for (Path path : named) {
      String name = String.valueOf(path.getFileName());
      if (Files.isDirectory(path)) {
        Candidates candidates = inFolder(path, found);
        for (Path page : candidates.pages) {
          add(pages, page, false);
        }
        for (Path text : candidates.texts) {
          add(texts, text, false);
        }
        for (Path pipeline : candidates.gitlab) {
          add(gitlab, pipeline, false);
        }
      } else if (TextFiles.isGitlab(name)) {
        add(gitlab, path, true);
      } else if (TextFiles.isPage(name)) {
        add(pages, path, true);
      } else if (TextFiles.isText(name)) {
        add(texts, path, true);
      } else if (!ConfigurationFile.isAt(path)) {
        add(found, path, true);
      }
    }
    return new Sources(
        List.copyOf(found.values()),
        List.copyOf(pages.values()),
        List.copyOf(texts.values()),
        List.copyOf(gitlab.values()));
  }

  /**
   * What there is to read. A page or text is certain where it was named itself.
   *
   * @param files workflows and actions
   * @param gitlab pipelines of GitLab
   */
  public record Sources(
      List<Candidate> files,
      List<Candidate> pages,
      List<Candidate> texts,
      List<Candidate> gitlab) {}

  /**
   * A file to read.
   *
   * @param certain false where only its content tells whether it is a workflow or an action
   */
  public record Candidate(Path path, boolean certain) {}

  private static void add(Map<Path, Candidate> found, Path path, boolean certain) {
    Path absolute = path.toAbsolutePath().normalize();
    Candidate before = found.get(absolute);
    if (before == null || (certain && !before.certain())) {
      found.put(absolute, new Candidate(path, certain));
    }
  }

  private static Candidates inFolder(Path folder, Map<Path, Candidate> found) {
    Path absolute = folder.toAbsolutePath().normalize();
    Candidates candidates = new Candidates();
    walk(folder, absolute.endsWith(Path.of(".github", "workflows")), false, candidates);
    for (Path path : candidates.known) {
      add(found, path, true);
    }
    // A checkout without workflows is just that; its other YAML files are no workflows.
    if (candidates.known.isEmpty() && !Files.exists(absolute.resolve(".git"))) {
      for (Path path : candidates.yaml) {
        add(found, path, false);
      }
    }
    for (Path path : candidates.unreadable) {
      add(found, path, true);
    }
    return candidates;
  }

  private static final class Candidates {
    final List<Path> known = new ArrayList<>();
    final List<Path> yaml = new ArrayList<>();
    final List<Path> unreadable = new ArrayList<>();
    final List<Path> pages = new ArrayList<>();
    final List<Path> texts = new ArrayList<>();
    final List<Path> gitlab = new ArrayList<>();
  }

  private static void walk(
      Path folder, boolean workflows, boolean belowGithub, Candidates candidates) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
        // Reading a pipe or a device would not end.
        if (TextFiles.isGitlab(name) && Files.isRegularFile(entry)) {
          candidates.gitlab.add(entry);
        } else if (yaml && Files.isRegularFile(entry)) {
          boolean action = name.equals("action.yml") || name.equals("action.yaml");
          if (!ConfigurationFile.isAt(entry)) {
            (workflows || action ? candidates.known : candidates.yaml).add(entry);
          }
        } else if (TextFiles.isPage(name) && Files.isRegularFile(entry)) {
          candidates.pages.add(entry);
        } else if (TextFiles.isText(name) && Files.isRegularFile(entry)) {
          candidates.texts.add(entry);
        } else if (couldBeFolder(name, belowGithub)
            && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      candidates.unreadable.add(folder);
      return;
    }
    for (Path next : folders) {
      String name = String.valueOf(next.getFileName());
      boolean github =
          String.valueOf(folder.toAbsolutePath().normalize().getFileName()).equals(".github");
      walk(
          next,
          github && name.equals("workflows"),
          belowGithub || name.equals(".github"),
          candidates);
    }
  }

  private static boolean couldBeFolder(String name, boolean belowGithub) {
    if (name.startsWith(".")) {
      return name.equals(".github");
    }
    // An action may be called target; a build puts nothing below .github.
    return !PASSED_OVER.contains(name) || (belowGithub && name.equals("target"));
  }
}
