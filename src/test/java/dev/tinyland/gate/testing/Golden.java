package dev.tinyland.gate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares text with files that are reviewed and committed. With {@code -Dgolden.update=true} the
 * files are written instead, and the review of their diff is the test.
 */
public final class Golden {
  private final Path folder;

  private Golden(Path folder) {
    this.folder = folder;
  }

  /** The golden files of one folder under {@code src/test/resources}. */
  public static Golden in(String folder) {
    return new Golden(Path.of("src", "test", "resources").resolve(folder));
  }

  /** Any folder, for example a fixture that holds its input and its expected output. */
  public static Golden in(Path folder) {
    return new Golden(folder);
  }

  /** The text must be the content of the file. */
  public void matches(String name, String actual) {
    Path file = folder.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      write(file, actual);
      return;
    }
    assertThat(Files.exists(file))
        .as("golden file %s (-Dgolden.update=true writes it)", file)
        .isTrue();
    assertThat(actual)
        .as("golden file %s (-Dgolden.update=true rewrites it; review the diff)", file)
        .isEqualTo(read(file));
  }

  /** All files of the folder at once, by name: a file nobody asks for is a failure too. */
  public void matchesAll(Map<String, String> texts) {
    for (Map.Entry<String, String> text : new TreeMap<>(texts).entrySet()) {
      matches(text.getKey(), text.getValue());
    }
    TreeSet<String> orphans = new TreeSet<>(names());
    orphans.removeAll(texts.keySet());
    assertThat(orphans).as("golden files in %s that no test writes", folder).isEmpty();
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
