package dev.tinyland.gate.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The default branch as a clone knows it. */
public final class DefaultBranch {
  private static final String PREFIX = "ref: refs/remotes/origin/";

  private DefaultBranch() {}

  /** What {@code origin/HEAD} points to, or null where the clone does not say. */
  public static @Nullable String ofClone(Path root) {
    Path head = root.resolve(".git/refs/remotes/origin/HEAD");
    if (!Files.isRegularFile(head)) {
      return null;
    }
    try {
      String text = Files.readString(head).strip();
      return text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : null;
    } catch (IOException e) {
      return null;
    }
  }
}
