package dev.tinyland.gate.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A clone in which a reader could try what a page says, with {@code gate} on the path. */
final class Sandbox {
  private static final Path FIXTURES = Path.of("workflows-fixtures");

  private final Path root;
  private final Path bin;

  private Sandbox(Path root, Path bin) {
    this.root = root;
    this.bin = bin;
  }

  record Run(int code, String output) {}

  static Sandbox in(Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("clone"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    program(bin.resolve("gate"));
    copy(FIXTURES.resolve("readme"), root);
    copy(FIXTURES.resolve("ok-quarantined"), root.resolve("clones/one"));
    copy(FIXTURES.resolve("readme"), root.resolve("clones/two"));
    Sandbox sandbox = new Sandbox(root, bin);
    Run made =
        sandbox.bash(
            """
            mkdir -p release/gate-0.1.0/bin
            touch release/gate-0.1.0/bin/gate
            tar -C release -czf release/gate-0.1.0-linux-x64.tar.gz gate-0.1.0
            cd release
            sha256sum gate-*.tar.gz > SHA256SUMS
            cd ..
            git init -q
            git add .
            git -c user.name=n -c user.email=n@example.org commit -qm all
            """);
    if (made.code() != 0) {
      throw new IOException(made.output());
    }
    return sandbox;
  }

  Path root() {
    return root;
  }

  /** Runs a script as a reader's shell would, stopping at the first failure. */
  Run bash(String script) throws IOException {
    return bash(script, Map.of());
  }

  /** The same with more variables. */
  Run bash(String script, Map<String, String> variables) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("bash", "-eu", "-o", "pipefail", "-c", script))
            .directory(root.toFile())
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GITHUB_") || name.startsWith("GIT_"));
    environment.putAll(variables);
    environment.put("PATH", bin + ":" + environment.get("PATH"));
    environment.put("RUNNER_TOOL_CACHE", bin.resolveSibling("tools").toString());
    environment.put("GATE_HOME", Path.of("src/build/layout").toAbsolutePath().toString());
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IOException("does not end: " + script);
      }
      return new Run(process.exitValue(), output);
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void program(Path file) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(
        file,
        "#!/bin/sh\nexec '"
            + java
            + "' -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' dev.tinyland.gate.Main \"$@\"\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
