package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths of folders relative to the root of a repository. */
public final class Folders {
  private Folders() {}

  /** A path seen from a folder, without dots; {@code null} where it leads out of the root. */
  public static @Nullable String join(String folder, String path) {
    if (path.startsWith("/") || path.startsWith("~")) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    for (String part : (folder + "/" + path).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return null;
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  /** The folder that holds a file; empty for the root. */
  public static String of(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
