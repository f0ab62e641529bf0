package dev.tinyland.gate.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * OpenTofu, or Terraform, whichever this machine has on its PATH; neither is needed to build.
 *
 * @param program the file
 * @param folder with the configuration; everything it writes stays here
 * @param keys of S3, as variables
 */
public record RealTool(Path program, Path folder, Map<String, String> keys) {
  private static final int LONGEST_SECONDS = 120;

  /** The first that is there; null where there is none. */
  public static @Nullable Path find() {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String name : List.of("tofu", "terraform")) {
      for (String folder : path.split(File.pathSeparator)) {
        Path program = Path.of(folder, name);
        if (program.isAbsolute() && Files.isExecutable(program)) {
          return program;
        }
      }
    }
    return null;
  }

  /**
   * Runs it to its end.
   *
   * @return what it printed
   * @throws IllegalStateException where it fails, with what it said
   */
  public String run(String... arguments) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    Process process = builder(arguments).redirectError(errors.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (end(process) != 0) {
      throw new IllegalStateException(
          String.join(" ", arguments) + "\n" + out + Files.readString(errors));
    }
    return out;
  }

  /** Starts it and waits until it has said this; what it asks for is then up to the caller. */
  public Process until(String said, String... arguments) throws IOException {
    Process process = builder(arguments).redirectErrorStream(true).start();
    InputStream out = process.getInputStream();
    StringBuilder seen = new StringBuilder();
    while (seen.indexOf(said) < 0) {
      int next = out.read();
      if (next < 0) {
        throw new IllegalStateException("it never said " + said + "\n" + seen);
      }
      seen.append((char) next);
    }
    return process;
  }

  /** The exit code. */
  public static int end(Process process) throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("it does not end");
    }
    return process.exitValue();
  }

  private ProcessBuilder builder(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Path nothing = folder.resolve("cli-configuration");
    if (!Files.exists(nothing)) {
      Files.createFile(nothing);
    }
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("HOME", folder.toString());
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("TF_CLI_CONFIG_FILE", nothing.toString());
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.putAll(keys);
    return builder;
  }
}
