package dev.tinyland.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Stands in for the program where only its launcher is tested: says how it was started, and ends as {@code STAND_IN}
 * asks: {@code exit N}, or {@code wait} until a signal comes. A trial ({@code --version}) leaves a line with the token
 * it could see in {@code RUNNER_TEMP/trials}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path temp = Path.of(System.getenv("RUNNER_TEMP"));
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      String seen = "token " + System.getenv("ACTIONS_RUNTIME_TOKEN") + "\n";
      Files.writeString(
          temp.resolve("trials"), seen, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      System.out.println("gate 9.9.9");
      return;
    }
    System.out.println("started with " + arguments.length + " arguments");
    System.out.println("in " + Path.of("").toAbsolutePath());
    System.out.println("from " + System.getProperty("java.class.path"));
    System.out.println("on " + System.getProperty("java.home"));
    System.out.println("GITHUB_ACTIONS " + System.getenv("GITHUB_ACTIONS"));
    System.out.println("INPUT_FAIL-ON " + System.getenv("INPUT_FAIL-ON"));
    System.out.println("ACTIONS_RUNTIME_TOKEN " + System.getenv("ACTIONS_RUNTIME_TOKEN"));
    System.out.println("LC_ALL " + System.getenv("LC_ALL"));
    String task = System.getenv().getOrDefault("STAND_IN", "exit 0");
    if (task.startsWith("exit ")) {
      System.exit(Integer.parseInt(task.substring("exit ".length())));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("cleaned up")));
    System.out.println("ready");
    Thread.currentThread().join();
  }
}
