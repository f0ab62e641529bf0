package dev.tinyland.gate.lint.surface;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which shells a script is read for. */
final class Shells {
  private static final Set<String> READ = Set.of("bash", "sh", "zsh", "dash", "ksh");

  private Shells() {}

  /**
   * Whether a {@code shell:} value is a shell of the Bourne family. An absent one is bash, since
   * the lanes are Linux. {@code nix develop -c bash -e {0}} counts by its last program.
   */
  static boolean isRead(@Nullable String shell) {
    if (shell == null || shell.isBlank() || isDynamic(shell)) {
      return true;
    }
    String[] words = shell.strip().split("\\s+");
    for (int i = words.length - 1; i >= 0; i--) {
      String word = words[i].toLowerCase(Locale.ROOT);
      String name = word.substring(word.lastIndexOf('/') + 1);
      if (READ.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** {@code bash -e {0}} is the default; a command line of one's own has the options it names. */
  static boolean stopsAtFailure(@Nullable String shell) {
    return shell == null || !shell.contains("{0}") || hasOption(shell, 'e');
  }

  /** Only the bare {@code shell: bash} has pipefail, or who asks for it. */
  static boolean failsWithPipe(@Nullable String shell) {
    return shell != null && (shell.strip().equals("bash") || shell.contains("pipefail"));
  }

  private static boolean hasOption(String shell, char option) {
    for (String word : shell.strip().split("\\s+")) {
      boolean cluster = word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-';
      if (word.equals("errexit") || (cluster && word.indexOf(option) > 0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether only the run decides which shell it is. */
  static boolean isDynamic(@Nullable String shell) {
    return shell != null && shell.contains("${{");
  }

  static String name(@Nullable String shell) {
    return shell == null ? "bash" : shell.strip().split("\\s+")[0];
  }
}
