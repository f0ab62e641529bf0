package dev.tinyland.gate.lint.rule;

import dev.tinyland.gate.lint.surface.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the evidence of a push consists of, as far as names of files tell. */
final class EvidenceKinds {
  /** What is asked for, then words that stand for it. */
  private static final List<List<String>> KINDS =
      List.of(
          List.of("the closure inventory", "inventory", "closure", "requested"),
          List.of("the push delta", "delta", "pushed"),
          List.of("stdout", "stdout", ".out", "log"),
          List.of("stderr", "stderr", ".err", "log"));

  private EvidenceKinds() {}

  /** The kinds that no path of the uploads can hold. A folder holds whatever was put there. */
  static List<String> missing(List<Operation> uploads) {
    List<String> paths = new ArrayList<>();
    for (Operation upload : uploads) {
      for (String argument : upload.arguments()) {
        if (argument.startsWith("path=")) {
          addPaths(argument.substring("path=".length()), paths);
        }
      }
    }
    List<String> missing = new ArrayList<>();
    for (List<String> kind : KINDS) {
      if (!holds(paths, kind.subList(1, kind.size()))) {
        missing.add(kind.getFirst());
      }
    }
    return missing;
  }

  private static void addPaths(String lines, List<String> to) {
    for (String line : lines.split("\n")) {
      if (!line.isBlank() && !line.strip().startsWith("!")) {
        to.add(line.strip().toLowerCase(Locale.ROOT));
      }
    }
  }

  private static boolean holds(List<String> paths, List<String> words) {
    for (String path : paths) {
      if (isFolder(path)) {
        return true;
      }
      for (String word : words) {
        if (path.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFolder(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() || name.indexOf('.') < 0 || path.contains("*") || path.contains("${{");
  }
}
