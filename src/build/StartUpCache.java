import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Makes start-up caches that are the same, bit by bit, whenever they are made from the same jars
 * and the same runtime. {@code -XX:AOTCacheOutput} makes one that is as quick, and another one each
 * time.
 *
 * <p>{@code java StartUpCache.java RUNTIME GATE} makes {@code lint.aot} and {@code checks.aot}
 * (docs/adr/0016) in {@code GATE}, the folder that {@link PackageJars} lays out; {@code RUNTIME} is
 * the JVM that will use them. What was different from run to run, and what is done about it
 * (docs/adr/0014):
 *
 * <ul>
 *   <li>What the training run names depended on how threads took turns and on what was compiled
 *       meanwhile: it is interpreted, on one processor, and what it names is sorted.
 *   <li>The two-step cache follows the addresses of the process that makes it: the dump from a list
 *       of classes does not.
 *   <li>Soft references carry the time of their last use. Two dumps differ in nothing else, so what
 *       differs is set to zero, which only makes the collector think them old.
 * </ul>
 */
final class StartUpCache {
  private static final String TRAINING = "dev.tinyland.gate.Training";
  private static final String MAIN = "dev.tinyland.gate.Main";

  /** Before the constants that were resolved in a class. */
  private static final String RESOLVED = "@cp ";

  /** What depends on threads, on the clock or on identity hash codes. */
  private static final List<String> TIMED =
      List.of(
          "@cp java/",
          "@cp jdk/",
          "@cp sun/",
          "@cp com/fasterxml/jackson/databind/type/",
          "@lambda-proxy jdk/internal/net/http/");

  /** Loaded only if an answer is not there yet; it is in the cache in any case. */
  private static final String WAITING = "java/util/concurrent/CompletableFuture$AnyOf";

  private static final int TRAININGS_OF_CHECKS = 3;

  /** The header of JDK 25: {@code cds.h} and {@code cdsFileMapHeader} in HotSpot. */
  private static final int HEADER_CHECKSUM_AT = 4;

  private static final int HEADER_SIZE_AT = 12;
  private static final int HEADER_CHECKED_FROM = 16;
  private static final int REGIONS_AT = 24;
  private static final int REGION_SIZE = 96;
  private static final int REGION_FILE_OFFSET = 24;
  private static final int REGION_USED = 40;
  private static final int HEAP_REGION = 3;

  private final Path runtime;
  private final Path gate;
  private final Family family;
  private final Map<String, String> environment = new HashMap<>();

  /** Commands that share options, a class path and a cache. */
  private enum Family {
    LINT("java.options", "gate.jar", "training", "lint.aot"),
    CHECKS("checks.options", "checks.jar", "checks", "checks.aot");

    final String options;
    final String jar;
    final String training;
    final String cache;

    Family(String options, String jar, String training, String cache) {
      this.options = options;
      this.jar = jar;
      this.training = training;
      this.cache = cache;
    }
  }

  private StartUpCache(Path runtime, Path gate, Family family) {
    this.runtime = runtime;
    this.gate = gate;
    this.family = family;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      throw new IllegalArgumentException("expected RUNTIME GATE");
    }
    Path runtime = Path.of(args[0]);
    Path gate = Path.of(args[1]);
    for (Family family : Family.values()) {
      new StartUpCache(runtime, gate, family).make();
    }
  }

  private void make() throws IOException, InterruptedException {
    Path cache = gate.resolve(family.cache);
    Path folder = Files.createTempDirectory("start-up-cache");
    try {
      Path classes = classes(folder);
      byte[] first = dump(classes, folder.resolve("first"));
      byte[] second = dump(classes, folder.resolve("second"));
      Files.write(cache, withoutTimes(first, second));
    } finally {
      for (String name : List.of("classes", "first", "second", "log")) {
        Files.deleteIfExists(folder.resolve(name));
      }
      Files.delete(folder);
    }
    // One that is not accepted would only be slow: with AOTMode=on it ends the build instead.
    java(
        null,
        List.of("-XX:AOTMode=on", "-XX:+VerifySharedSpaces", "-XX:AOTCache=" + cache),
        MAIN,
        "--version");
  }

  /**
   * The classes, lambdas and resolved constants of a training run, in an order of their own. Checks
   * have several threads, and what the JDK resolves to pass something from one to another depends
   * on who comes first: that is left out, and so is whatever several training runs do not agree
   * upon.
   */
  private Path classes(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("classes");
    TreeSet<String> lines = train(file, folder.resolve("log"));
    if (family == Family.CHECKS) {
      for (int i = 1; i < TRAININGS_OF_CHECKS; i++) {
        lines.retainAll(train(file, folder.resolve("log")));
      }
      lines.removeIf(StartUpCache::isTimed);
      lines.add(WAITING);
    }
    List<String> sorted = new ArrayList<>(lines.stream().filter(l -> !l.startsWith("@")).toList());
    // A class has to be named before what was resolved in it.
    for (String kind : List.of("@lambda-form-invoker ", "@lambda-proxy ", RESOLVED)) {
      sorted.addAll(lines.stream().filter(line -> line.startsWith(kind)).toList());
    }
    if (sorted.size() != lines.size()) {
      throw new IllegalStateException("the list of classes has lines of an unknown kind");
    }
    Files.write(file, sorted);
    return file;
  }

  private static boolean isTimed(String line) {
    return TIMED.stream().anyMatch(line::startsWith);
  }

  private TreeSet<String> train(Path file, Path log) throws IOException, InterruptedException {
    List<String> options =
        List.of(
            "-Xint",
            "-XX:ActiveProcessorCount=1",
            // A collection would enqueue references, and when it comes depends on the machine.
            "-Xms512m",
            "-Xmx512m",
            "-Xmn384m",
            "-XX:DumpLoadedClassList=" + file);
    // Beside this source file, as the launcher names it.
    Path sources = Path.of(System.getProperty("jdk.launcher.sourcefile")).toAbsolutePath();
    try (StandIns services = new StandIns(sources.resolveSibling("stand-ins"))) {
      services.addTo(environment);
      java(log, options, TRAINING, gate.resolve(family.training).toString());
    }
    TreeSet<String> lines = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        lines.add(line.replaceFirst(" id: .*", ""));
      }
    }
    return lines;
  }

  private byte[] dump(Path classes, Path file) throws IOException, InterruptedException {
    List<String> options =
        List.of(
            "-Xshare:dump",
            "-XX:+AOTClassLinking",
            // The heap's size decides at which addresses the cache begins.
            "-Xmx128m",
            "-XX:SharedClassListFile=" + classes,
            "-XX:SharedArchiveFile=" + file);
    java(classes.resolveSibling("log"), options);
    return Files.readAllBytes(file);
  }

  /** Runs the JVM with the options and class path that the cache is bound to. */
  private void java(Path log, List<String> options, String... mainAndArguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(runtime.resolve("bin/java").toString());
    command.add("@" + gate.resolve(family.options));
    command.addAll(options);
    command.addAll(List.of("-cp", gate.resolve("lib/" + family.jar).toString()));
    command.addAll(List.of(mainAndArguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // They would add options to those of the run, or name the paths of this machine.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    builder.redirectOutput(log == null ? Redirect.INHERIT : Redirect.to(log.toFile()));
    int exitCode = builder.start().waitFor();
    if (exitCode != 0) {
      String said = log == null ? "" : Files.readString(log);
      throw new IllegalStateException(command + " ended with " + exitCode + "\n" + said);
    }
  }

  /** The archive without the one thing in which two dumps may differ. */
  private static byte[] withoutTimes(byte[] first, byte[] second) {
    ByteBuffer archive = littleEndian(first);
    ByteBuffer other = littleEndian(second);
    if (first.length != second.length) {
      throw new IllegalStateException("two dumps differ in size");
    }
    int heap = REGIONS_AT + HEAP_REGION * REGION_SIZE;
    int from = (int) archive.getLong(heap + REGION_FILE_OFFSET);
    int to = from + (int) archive.getLong(heap + REGION_USED);
    if (archive.getInt(heap) != checksum(first, from, to)
        || archive.getInt(HEADER_CHECKSUM_AT) != headerChecksum(archive)) {
      throw new IllegalStateException("the archive of this JDK has another header than JDK 25");
    }
    for (int at = from; at + Long.BYTES <= to; at += Long.BYTES) {
      long time = archive.getLong(at);
      if (time != other.getLong(at)) {
        // Milliseconds of a clock that began with the machine; the second dump is the later one.
        if (time < 0 || time >= other.getLong(at)) {
          throw new IllegalStateException("two dumps differ, and not by the time: at " + at);
        }
        archive.putLong(at, 0);
        other.putLong(at, 0);
      }
    }
    seal(archive, heap, from, to);
    seal(other, heap, from, to);
    if (!archive.equals(other)) {
      throw new IllegalStateException(
          "two dumps differ outside of the heap: at " + archive.mismatch(other));
    }
    return first;
  }

  private static void seal(ByteBuffer archive, int heap, int from, int to) {
    archive.putInt(heap, checksum(archive.array(), from, to));
    archive.putInt(HEADER_CHECKSUM_AT, headerChecksum(archive));
  }

  private static int headerChecksum(ByteBuffer archive) {
    return checksum(archive.array(), HEADER_CHECKED_FROM, archive.getInt(HEADER_SIZE_AT));
  }

  private static int checksum(byte[] bytes, int from, int to) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, to - from);
    return (int) checksum.getValue();
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
