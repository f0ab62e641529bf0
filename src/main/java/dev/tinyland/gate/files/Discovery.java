package dev.tinyland.gate.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds workflows and actions below the paths a user names.
 *
 * <p>In a folder these count: YAML files directly in any {@code .github/workflows}, and every {@code
 * action.yml} or {@code action.yaml}. A folder in which there is none of either counts as a heap of
 * workflow files. A file that is named counts, whatever its name. Other hidden folders, installed
 * packages and symbolic links to folders are passed over.
 */
public final class Discovery {
  private static final Set<String> PASSED_OVER = Set.of("node_modules", "target", ".git");

  private Discovery() {}

  /**
   * Relative paths below the root, sorted, each once.
   *
   * @throws UncheckedIOException where a named path cannot be read
   */
  public static List<Path> find(List<Path> named) {
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        found.addAll(inFolder(path));
      } else {
        found.add(path);
      }
    }
    List<Path> sorted = new ArrayList<>(found);
    Collections.sort(sorted);
    return sorted;
  }

  private static List<Path> inFolder(Path folder) {
    List<Path> known = new ArrayList<>();
    List<Path> yaml = new ArrayList<>();
    walk(folder, folder.toAbsolutePath().normalize().endsWith(Path.of(".github", "workflows")), known, yaml);
    return known.isEmpty() ? yaml : known;
  }

  private static void walk(Path folder, boolean workflows, List<Path> known, List<Path> yaml) {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
          if (workflows || name.equals("action.yml") || name.equals("action.yaml")) {
            known.add(entry);
          } else {
            yaml.add(entry);
          }
        } else if (couldBeFolder(name) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Path next : folders) {
      boolean inGithub =
          next.endsWith("workflows")
              && String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                  .equals(".github");
      walk(next, inGithub, known, yaml);
    }
  }

  private static boolean couldBeFolder(String name) {
    if (name.startsWith(".")) {
      return name.equals(".github");
    }
    return !PASSED_OVER.contains(name);
  }
}
