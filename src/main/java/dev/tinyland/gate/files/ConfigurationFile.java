package dev.tinyland.gate.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file in which a repository keeps its configuration.
 *
 * @param name as messages name it
 */
public record ConfigurationFile(String name, Path path) {
  private static final List<String> NAMES = List.of("gate.yml", "gate.yaml");

  /**
   * The file that was named, else the one that the workspace has, else null.
   *
   * @throws IOException where the workspace has two: nobody could tell which one holds
   */
  public static @Nullable ConfigurationFile find(Workspace workspace, @Nullable Path named)
      throws IOException {
    if (named != null) {
      return new ConfigurationFile(workspace.name(named), named);
    }
    Path folder = workspace.root().resolve(".github");
    ConfigurationFile found = null;
    for (String name : NAMES) {
      Path path = folder.resolve(name);
      // A link that leads nowhere is no reason to go on as if nothing was configured.
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        if (found != null) {
          throw new IOException(
              "there are both " + found.name() + " and " + workspace.name(path) + ": keep one");
        }
        found = new ConfigurationFile(workspace.name(path), path);
      }
    }
    return found;
  }

  /** Whether a repository would keep its configuration there: then it is no workflow. */
  static boolean isAt(Path path) {
    Path parent = path.toAbsolutePath().normalize().getParent();
    return NAMES.contains(String.valueOf(path.getFileName()))
        && parent != null
        && parent.endsWith(".github");
  }

  public byte[] read() throws IOException {
    return Files.readAllBytes(path);
  }
}
