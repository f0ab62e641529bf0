package dev.tinyland.gate.lint.program;

import java.util.Set;

/** Which language a script is written in. */
final class Shebang {
  private static final Set<String> SHELLS = Set.of("bash", "sh", "dash", "zsh", "ksh", "nix-shell");

  private Shebang() {}

  /** Whether a file is started with a shell; one without {@code #!} is, if its name allows it. */
  static boolean isShell(String path, String text) {
    if (!text.startsWith("#!")) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      int dot = name.lastIndexOf('.');
      String extension = dot < 0 ? "" : name.substring(dot + 1);
      return Set.of("", "sh", "bash", "zsh").contains(extension);
    }
    return readsShell(text);
  }

  private static boolean readsShell(String text) {
    String first = line(text, 0);
    int next = text.indexOf('\n') + 1;
    boolean more = first.contains("nix-shell") && text.startsWith("#!", next);
    // #! nix-shell -i python3 -p …
    String interpreter = more ? line(text, next) : first;
    int option = interpreter.indexOf(" -i ");
    return isShell(option < 0 ? interpreter : "#!" + interpreter.substring(option + 4));
  }

  /** Whether the first program of a {@code #!} line is a shell. */
  static boolean isShell(String line) {
    for (String word : line.substring(2).strip().split("\\s+")) {
      String name = word.substring(word.lastIndexOf('/') + 1);
      if (!name.equals("env") && !name.startsWith("-")) {
        return SHELLS.contains(name);
      }
    }
    return false;
  }

  private static String line(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.substring(from) : text.substring(from, end);
  }
}
