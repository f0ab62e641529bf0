package dev.tinyland.gate.files;

import dev.tinyland.gate.lint.workflow.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder that paths in the report are relative to: the checkout that holds the named paths,
 * where they lie in one; else the folder that was named.
 */
public final class Workspace implements Checkout.Files {
  private final Path root;

  private Workspace(Path root) {
    this.root = root;
  }

  /** The workspace of the paths that a user named. */
  public static Workspace of(List<Path> named) {
    Path first = named.isEmpty() ? Path.of(".") : named.getFirst();
    if (Files.isDirectory(first)) {
      Path folder = first.toAbsolutePath().normalize();
      return new Workspace(named.size() == 1 ? checkoutOf(folder, folder) : commonRoot(named));
    }
    Path parent = first.toAbsolutePath().normalize().getParent();
    Path working = Path.of("").toAbsolutePath();
    Path start = parent == null ? working : parent;
    return new Workspace(
        named.size() == 1
            ? checkoutOf(start, start.startsWith(working) ? working : start)
            : commonRoot(named));
  }

  public Path root() {
    return root;
  }

  /** A path as the report names it, with {@code /}. */
  public String name(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(root) ? root.relativize(absolute) : path;
    return shown.toString().replace('\\', '/');
  }

  @Override
  public byte @Nullable [] read(String path) {
    Path file;
    try {
      file = root.resolve(path).normalize();
    } catch (InvalidPathException e) {
      // A reference is any text; one that is no path leads nowhere.
      return null;
    }
    if (!file.startsWith(root) || !Files.isRegularFile(file)) {
      return null;
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return null;
    }
  }

  /** The nearest folder at or above that holds a checkout, else the other one. */
  private static Path checkoutOf(Path folder, Path otherwise) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git")) || Files.isDirectory(at.resolve(".github"))) {
        return at;
      }
    }
    return otherwise;
  }

  private static Path commonRoot(List<Path> named) {
    Path common = null;
    for (Path path : named) {
      Path absolute = path.toAbsolutePath().normalize();
      Path folder = Files.isDirectory(absolute) ? absolute : absolute.getParent();
      while (common != null && folder != null && !folder.startsWith(common)) {
        common = common.getParent();
      }
      common = common == null ? folder : common;
    }
    Path start = common == null ? Path.of("").toAbsolutePath() : common;
    return checkoutOf(start, start);
  }
}
