package dev.tinyland.gate.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of repositories below {@code workflows-fixtures}, for steps to run in. */
final class Fixtures {
  private Fixtures() {}

  /** Fills {@code workspace} with the repository {@code name} and returns it. */
  static Path checkout(String name, Path workspace) throws IOException {
    Path source = Path.of("workflows-fixtures", name);
    try (Stream<Path> walk = Files.walk(source)) {
      List<Path> paths = walk.toList();
      for (Path path : paths) {
        Path target = workspace.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!path.endsWith("expected.txt")) {
          Files.copy(path, target);
        }
      }
    }
    return workspace;
  }

  /** All files below a folder, relative to it and sorted. */
  static List<String> filesBelow(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
