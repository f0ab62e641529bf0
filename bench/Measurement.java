import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One command line and the wall times of its runs, each from process start to exit, in
 * milliseconds.
 */
final class Measurement {
  private static final int NANOS_PER_MICRO = 1000;
  private static final double MICROS_PER_MILLI = 1000;
  private static final int KIB_PER_MIB = 1024;

  /** The exit code of a check that could not see all of it, which is a run like any other. */
  private static final int UNDECIDED = 3;

  final String name;
  final List<String> command;
  private final List<Double> times = new ArrayList<>();
  private int exitCode;

  Measurement(String name, List<String> command) {
    this.name = name;
    this.command = command;
  }

  void run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    exitCode = start().waitFor();
    times.add((System.nanoTime() - start) / NANOS_PER_MICRO / MICROS_PER_MILLI);
    boolean undecided = exitCode == UNDECIDED;
    if (exitCode > 1 && !undecided) {
      throw new IllegalStateException(name + " ended with " + exitCode + ": " + command);
    }
  }

  /** Forgets the runs so far: the first one reads files that are not in memory yet. */
  void forget() {
    times.clear();
  }

  double minimum() {
    return Collections.min(times);
  }

  double median() {
    List<Double> sorted = times.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** 0 or 1: a lint that found something is a run like any other. */
  int exitCode() {
    return exitCode;
  }

  /**
   * The most memory a run of its own held, in MiB; 0 where there is no {@code /proc}. The kernel's
   * high-water mark is read while the process lives, since what it hands out afterwards includes
   * the parent's memory.
   */
  long peakMemory() throws IOException, InterruptedException {
    Process process = start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, highWaterMark(status));
      Thread.sleep(1);
    }
    return peak / KIB_PER_MIB;
  }

  private Process start() throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static long highWaterMark(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
    } catch (IOException e) {
      // The process has just ended, or this system has no /proc.
      return 0;
    }
    return 0;
  }
}
