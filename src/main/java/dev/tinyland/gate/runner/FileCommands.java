package dev.tinyland.gate.runner;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The files through which a step hands something to the runner. They are shared by everything in
 * the step, so they are appended to.
 */
public final class FileCommands {
  private final Map<String, String> environment;

  public FileCommands(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Appends Markdown to the step summary, if the runner takes one. */
  public void summary(String markdown) throws IOException {
    append("GITHUB_STEP_SUMMARY", markdown);
  }

  public boolean takesSummary() {
    return !environment.getOrDefault("GITHUB_STEP_SUMMARY", "").isEmpty();
  }

  /**
   * Sets outputs of the step, if the runner takes some. The heredoc's delimiter stands nowhere in
   * the value, which is known as a whole, so no value can end it early.
   */
  public void outputs(Map<String, String> outputs) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> output : outputs.entrySet()) {
      String delimiter = delimiter(output.getValue());
      lines.append(output.getKey()).append("<<").append(delimiter).append('\n');
      lines.append(output.getValue()).append('\n').append(delimiter).append('\n');
    }
    append("GITHUB_OUTPUT", lines.toString());
  }

  private static String delimiter(String value) {
    StringBuilder delimiter = new StringBuilder("gate_end");
    while (value.contains(delimiter)) {
      delimiter.append('_');
    }
    return delimiter.toString();
  }

  private void append(String variable, String text) throws IOException {
    String file = environment.getOrDefault(variable, "");
    if (file.isEmpty()) {
      return;
    }
    try (OutputStream out = new FileOutputStream(file, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
