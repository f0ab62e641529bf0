package dev.tinyland.gate.lint.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The hand-made scripts of {@code shell/corpus.txt}. */
final class Corpus {
  private Corpus() {}

  /** From name to script. */
  static Map<String, String> scripts() {
    Map<String, String> scripts = new LinkedHashMap<>();
    String name = "";
    StringBuilder text = new StringBuilder();
    for (String line : read().split("\n", -1)) {
      if (line.startsWith("=== ")) {
        put(scripts, name, text);
        name = line.substring(4);
        text.setLength(0);
      } else {
        text.append(line).append('\n');
      }
    }
    put(scripts, name, text);
    return scripts;
  }

  private static void put(Map<String, String> scripts, String name, StringBuilder text) {
    if (!name.isEmpty() && scripts.put(name, text.toString()) != null) {
      throw new IllegalStateException("two scripts are named " + name);
    }
  }

  private static String read() {
    try (InputStream in = Corpus.class.getResourceAsStream("/shell/corpus.txt")) {
      if (in == null) {
        throw new IllegalStateException("no corpus");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
