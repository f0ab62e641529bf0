package dev.tinyland.gate.lab;

import dev.tinyland.gate.runtime.cluster.ApiServer.Answer;
import dev.tinyland.gate.runtime.cluster.ApiServer.Asked;
import dev.tinyland.gate.runtime.cluster.ApiServer.Frame;
import dev.tinyland.gate.runtime.cluster.ApiServer.Session;
import dev.tinyland.gate.runtime.cluster.Bodies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What runs in the pod: {@code test} on the real folders, and {@code rustfs}. */
final class PodCommands {
  private static final int OUTPUT = 1;
  private static final int ERROR = 2;
  private static final int STATUS = 3;

  private static final String DATA = "/data";
  private static final String METADATA = "/data/.rustfs.sys/buckets";

  /** Folders of the image. */
  private static final Set<String> FOLDERS =
      Set.of(
          "/",
          "/bin",
          "/sbin",
          "/usr",
          "/usr/bin",
          "/usr/sbin",
          "/usr/local",
          "/usr/local/bin",
          "/data/.rustfs.sys",
          METADATA);

  /** Programs of the image, none of which is of administration. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "/bin/sh",
          "/bin/test",
          "/usr/bin/sh",
          "/usr/bin/test",
          "/usr/bin/rustfs",
          "/usr/local/bin/rustfs");

  private static final String VERSION =
      "rustfs 1.0.0-beta.1\nbuild time   : 2026-04-28 06:11:52 +00:00\ngit tag      : 1.0.0-beta.1\n";

  private static final String HELP =
      """
      High-performance distributed object storage

      Usage: rustfs [OPTIONS] [VOLUMES]... [COMMAND]

      Commands:
        server  Start the RustFS server
        info    Show information about this build
        help    Print this message or the help of the given subcommand(s)

      Options:
        -h, --help     Print help
        -V, --version  Print version
      """;

  private final Path buckets;
  private final LabPod pod;
  private final Map<String, Boolean> claimed = new ConcurrentHashMap<>();

  /**
   * @param buckets the folder that the pod has as {@code /data}
   */
  PodCommands(Path buckets, LabPod pod) {
    this.buckets = buckets;
    this.pod = pod;
  }

  /** From now on this path is said to be there, or not to be there, whatever is true. */
  void claim(String path, boolean there) {
    claimed.put(path, there);
  }

  Object run(Asked asked) {
    if (!KubeApi.isAllowed(asked)) {
      return Bodies.unauthorized();
    }
    KubeApi.Place place = KubeApi.Place.of(asked.path());
    if (place == null || !place.isOf(LabPod.NAMESPACE, LabPod.NAME) || !pod.request()) {
      return Bodies.absent("pods", place == null ? "" : place.name());
    }
    List<String> command = asked.command();
    return switch (command.isEmpty() ? "" : command.getFirst()) {
      case "test" -> isProgram("/bin/test") ? test(command) : unknown("test");
      case "rustfs" -> rustfs(command);
      case "" ->
          Answer.json(
              400,
              Bodies.status(
                  400,
                  "BadRequest",
                  "you must specify at least 1 command for the container",
                  "{}"));
      default -> unknown(command.getFirst());
    };
  }

  private Session test(List<String> command) {
    if (command.size() != 3) {
      return failed("test: unknown operator\n", 2);
    }
    String path = command.get(2);
    boolean there =
        switch (command.get(1)) {
          case "-d" -> isFolder(path);
          case "-x" -> isFolder(path) || isProgram(path);
          case "-e" -> isFolder(path) || isProgram(path);
          default -> false;
        };
    return ended(there ? Bodies.OK : Bodies.exit(1));
  }

  private boolean isProgram(String path) {
    return claimed.getOrDefault(path, PROGRAMS.contains(path));
  }

  private boolean isFolder(String path) {
    Boolean said = claimed.get(path);
    if (said != null) {
      return said;
    }
    if (FOLDERS.contains(path)) {
      return true;
    }
    // RustFS keeps the metadata of a bucket for as long as the bucket itself.
    String metadata = METADATA + "/";
    String real = path.startsWith(metadata) ? DATA + "/" + path.substring(metadata.length()) : path;
    if (real.equals(DATA)) {
      return Files.isDirectory(buckets);
    }
    if (!real.startsWith(DATA + "/")) {
      return false;
    }
    Path folder = buckets.resolve(real.substring(DATA.length() + 1)).normalize();
    return folder.startsWith(buckets) && Files.isDirectory(folder);
  }

  private static Session rustfs(List<String> command) {
    return switch (command.size() == 2 ? command.get(1) : "") {
      case "--version", "-V" -> ended(Bodies.OK, VERSION);
      case "--help", "-h", "help" -> ended(Bodies.OK, HELP);
      default -> failed("error: this command is not part of the lab\n", 2);
    };
  }

  /** As the container runtime says it. */
  private static Session unknown(String program) {
    return ended(
        Bodies.status(
            500,
            "InternalError",
            "Internal error occurred: error executing command in container: exec: \\\""
                + program.replaceAll("[^A-Za-z0-9/._-]", "?")
                + "\\\": executable file not found in $PATH",
            "{}"));
  }

  private static Session ended(String status) {
    return Session.of(new Frame(STATUS, status));
  }

  private static Session ended(String status, String output) {
    return Session.of(new Frame(OUTPUT, output), new Frame(STATUS, status));
  }

  private static Session failed(String error, int code) {
    return Session.of(new Frame(ERROR, error), new Frame(STATUS, Bodies.exit(code)));
  }
}
