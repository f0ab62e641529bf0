package dev.tinyland.gate.lane;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A lane below a temporary folder: the action as the runner unpacks it, the runner's folders, and
 * an environment with nothing in it but what the runner and the test put there.
 */
final class Lane {
  static final Path SOURCES = Path.of("").toAbsolutePath();
  private static final String ASSET = "gate-9.9.9.tar.gz";

  private final Path root;
  private final Path node;
  private final Map<String, String> environment = new HashMap<>();

  /** How a run ended, and its log. */
  record Run(int code, List<String> log) {}

  /** A lane without a JDK, an archive or anything to build from. */
  Lane(Path root) throws IOException {
    this.root = root;
    node = Tools.node();
    for (String name : List.of("cache", "temp", "tools", "workspace", "action/lane")) {
      Files.createDirectories(root.resolve(name));
    }
    Tools.provideIn(root.resolve("tools"));
    for (String name : List.of("launch.mjs", "archive.mjs", "release.json")) {
      Files.copy(SOURCES.resolve("lane").resolve(name), action("lane/" + name));
    }
    // The folders that the search for a JDK knows by heart are moved, so that it finds none of this
    // machine.
    String search = Files.readString(SOURCES.resolve("src/build/find-jdk.sh"));
    Files.createDirectories(action("src/build"));
    Files.writeString(
        action("src/build/find-jdk.sh"),
        search.replaceAll("(?<=[ \\t])/(?=usr/|opt/|Library/)", root.resolve("elsewhere") + "/"));
    environment.put("PATH", root.resolve("tools").toString());
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_WORKSPACE", workspace().toString());
    environment.put("GITHUB_ACTION_REPOSITORY", "owner/gate");
    environment.put("RUNNER_TOOL_CACHE", cache().toString());
    environment.put("RUNNER_TEMP", temp().toString());
    environment.put("ACTIONS_RUNTIME_TOKEN", "runtime-token");
    // Attempts follow each other within a quarter of a second.
    environment.put("GATE_DOWNLOAD_SECONDS", "5");
  }

  Lane with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** With the JDK that the tests run on. */
  Lane withJdk() {
    return with("JAVA_HOME", Archive.jdk().toString());
  }

  /** At a commit that names an archive, which a server has or has not. */
  Lane released(Archive archive, ReleaseServer server) throws IOException {
    return released(archive, server, ASSET);
  }

  Lane released(Archive archive, ReleaseServer server, String asset) throws IOException {
    Files.writeString(action("lane/release.json"), archive.release(platform(), asset));
    return with("GITHUB_SERVER_URL", server.address());
  }

  Path action(String path) {
    return root.resolve("action").resolve(path);
  }

  Path cache() {
    return root.resolve("cache");
  }

  Path temp() {
    return root.resolve("temp");
  }

  Path workspace() {
    return root.resolve("workspace");
  }

  /** Where an archive is kept. */
  Path place(Archive archive) {
    return cache().resolve("gate/9.9.9").resolve(archive.sha256());
  }

  /** The names of what the tool cache has of the version. */
  List<String> cached() throws IOException {
    Path folder = cache().resolve("gate/9.9.9");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** One line for each time that an archive's runtime was tried, with the token it could see. */
  List<String> trials() throws IOException {
    Path trials = temp().resolve("trials");
    return Files.exists(trials) ? Files.readAllLines(trials) : List.of();
  }

  /** Starts the launcher as the runner does: {@code node FILE}, in the workspace. */
  Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(node.toString(), action("lane/launch.mjs").toString())
            .directory(workspace().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  Run run() throws IOException {
    return end(start(), start -> {});
  }

  /** What is done with a process as soon as it has printed a line. */
  interface OnReady {
    void accept(Process process) throws IOException;
  }

  /** Reads to the end; acts when the program says that it is ready. */
  static Run end(Process process, OnReady onReady) throws IOException {
    List<String> log = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.add(line);
        if (line.equals("ready")) {
          onReady.accept(process);
        }
      }
    }
    return new Run(process.onExit().join().exitValue(), log);
  }

  private static String platform() {
    String os = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    return os + (System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-x64");
  }
}
