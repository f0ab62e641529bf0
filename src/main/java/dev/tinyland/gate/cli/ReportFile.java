package dev.tinyland.gate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report into a file: whole or not at all, also if the run is ended meanwhile. In a
 * container the process is root, so what it makes in a workspace is given to the workspace's owner:
 * a runner that is not root could not remove it.
 */
final class ReportFile {
  private static final String UNFINISHED = ".unfinished";

  private ReportFile() {}

  static void write(Path file, String text) throws IOException {
    write(file, text, null);
  }

  /**
   * @param ownedLike the folder below which made files and folders get that folder's owner; null to
   *     leave them to the user of this process
   */
  static void write(Path file, String text, @Nullable Path ownedLike) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Path parent = target.getParent();
    Path made = parent == null ? null : firstMissing(parent);
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A pipe or a device, for example /dev/stdout, is written into.
      Files.writeString(target, text);
      return;
    }
    Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
    Thread cleaning = new Thread(() -> unfinished.toFile().delete());
    Runtime.getRuntime().addShutdownHook(cleaning);
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, real(target), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
      forget(cleaning);
    }
    if (ownedLike != null && target.startsWith(ownedLike)) {
      give(made == null ? target : made, target, ownedLike);
    }
  }

  /** A link stays one. */
  private static Path real(Path file) throws IOException {
    return Files.exists(file) ? file.toRealPath() : file;
  }

  private static @Nullable Path firstMissing(Path folder) {
    Path missing = null;
    for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
      missing = each;
    }
    return missing;
  }

  /** Gives a folder, with all that is below it, to the owner of the workspace it lies in. */
  static void own(Path folder, Path workspace) throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    if (!target.startsWith(workspace) || target.equals(workspace)) {
      return;
    }
    Path top = workspace.resolve(workspace.relativize(target).getName(0));
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.toList()) {
        give(top, file, workspace);
      }
    }
  }

  private static void give(Path from, Path to, Path like) throws IOException {
    if (!Files.getFileStore(to).supportsFileAttributeView("unix")
        && !to.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    Object user = Files.getAttribute(like, "unix:uid");
    Object group = Files.getAttribute(like, "unix:gid");
    for (Path each = to; each != null && each.startsWith(from); each = each.getParent()) {
      if (!user.equals(Files.getAttribute(each, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
        Files.setAttribute(each, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(each, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static void forget(Thread cleaning) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaning);
    } catch (IllegalStateException e) {
      // The process ends already, and the hook has run or will.
      cleaning.interrupt();
    }
  }
}
