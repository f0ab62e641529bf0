package dev.tinyland.gate.artifact;

import dev.tinyland.gate.runner.RunnerLog;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files of a folder that go into an artifact, sorted by path.
 *
 * @param bytes the size of all files when they were listed
 */
record FolderFiles(List<Entry> entries, long bytes) {
  /**
   * A file.
   *
   * @param path in the artifact, with {@code /} between its parts
   * @param source where to read it; no symbolic link
   */
  record Entry(String path, Path source) {}

  /**
   * Lists a folder. A link to a file of the same folder counts as a copy of that file. Other links,
   * and what is neither file nor folder, are left out with a warning: what they lead to was not put
   * there by whoever made the folder.
   */
  static FolderFiles of(Path folder, RunnerLog log) throws IOException {
    Walk walk = new Walk(folder.toRealPath());
    Files.walkFileTree(walk.root, walk);
    walk.entries.sort(Comparator.comparing(Entry::path));
    if (!walk.leftOut.isEmpty()) {
      log.warning(
          "Left out of the artifact, being links that lead elsewhere or no files: "
              + walk.leftOut.size()
              + ", the first is `"
              + walk.leftOut.getFirst()
              + "`.");
    }
    return new FolderFiles(List.copyOf(walk.entries), walk.bytes);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private long bytes;

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        entries.add(new Entry(path(file), file));
        bytes += attributes.size();
      } else if (!attributes.isSymbolicLink() || !addTarget(file)) {
        leftOut.add(path(file));
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean addTarget(Path link) {
      try {
        Path target = link.toRealPath();
        if (!target.startsWith(root) || !Files.isRegularFile(target)) {
          return false;
        }
        bytes += Files.size(target);
        entries.add(new Entry(path(link), target));
        return true;
      } catch (IOException e) {
        return false;
      }
    }

    private String path(Path file) {
      StringBuilder path = new StringBuilder();
      for (Path part : root.relativize(file)) {
        path.append(path.isEmpty() ? "" : "/").append(part);
      }
      return path.toString();
    }
  }
}
