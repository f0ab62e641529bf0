package dev.tinyland.gate.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code just lab}: the lab in the foreground, until it is interrupted. */
final class LabMain {
  private LabMain() {}

  /**
   * @param arguments the folder of the lab, and the folder that it is named by to the reader
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Lab lab = Lab.start(folder);
    Path variables = folder.resolve("environment");
    Path running = folder.resolve("pid");
    String exports = exports(lab.environment());
    Files.writeString(variables, exports);
    Files.writeString(running, ProcessHandle.current().pid() + "\n");
    CountDownLatch over = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().unstarted(() -> end(lab, over, running, variables)));
    print(System.out, exports, arguments[1]);
    over.await();
  }

  private static void print(PrintStream out, String exports, String shown) throws IOException {
    out.println("The lab is up. In another terminal, paste this, or type `. " + shown + "`:\n");
    out.println(exports);
    out.println(Rehearsal.text(Incident.NONE));
    out.println("Break something with `just lab-incident`. Ctrl-C ends the lab.");
    out.flush();
  }

  private static String exports(Map<String, String> environment) {
    StringBuilder text = new StringBuilder();
    environment.forEach((name, value) ->
        text.append("export ")
            .append(name)
            .append("='")
            .append(value.replace("'", "'\\''"))
            .append("'\n"));
    return text.toString();
  }

  private static void end(Lab lab, CountDownLatch over, Path running, Path variables) {
    try {
      Files.deleteIfExists(running);
      Files.deleteIfExists(variables);
      lab.close();
    } catch (IOException e) {
      System.err.println("lab: " + e.getMessage());
    }
    over.countDown();
  }
}
