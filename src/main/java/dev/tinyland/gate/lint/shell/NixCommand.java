package dev.tinyland.gate.lint.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of {@code nix}. */
final class NixCommand {
  private NixCommand() {}

  /**
   * What a nix command asks for.
   *
   * @param inner the command after {@code -c}, empty without one
   */
  record Parsed(Invocation.NixTarget target, List<Word> inner) {}

  static @Nullable Parsed parse(List<Word> argv) {
    String command = null;
    List<Word> installables = new ArrayList<>();
    List<Word> arguments = new ArrayList<>();
    List<Word> inner = List.of();
    int i = 1;
    while (i < argv.size()) {
      Word word = argv.get(i);
      String text = word.literal();
      if (text == null) {
        positional(word, command, installables, arguments);
        i++;
      } else if (text.equals("--")) {
        arguments.addAll(argv.subList(i + 1, argv.size()));
        break;
      } else if ((text.equals("-c") || text.equals("--command")) && entersShell(command)) {
        inner = argv.subList(i + 1, argv.size());
        break;
      } else if (text.startsWith("-")) {
        i += 1 + values(text);
      } else if (command == null) {
        command = text;
        i++;
      } else {
        positional(word, command, installables, arguments);
        i++;
      }
    }
    if (command == null) {
      return null;
    }
    Word first = installables.isEmpty() ? null : installables.get(0);
    return new Parsed(
        new Invocation.NixTarget(command, first, installables, arguments), List.copyOf(inner));
  }

  private static boolean entersShell(@Nullable String command) {
    return command != null
        && (command.equals("shell") || command.equals("develop") || command.equals("env"));
  }

  private static void positional(
      Word word, @Nullable String command, List<Word> installables, List<Word> arguments) {
    boolean argument = "run".equals(command) && !installables.isEmpty();
    (argument ? arguments : installables).add(word);
  }

  /** How many words belong to an option. */
  private static int values(String option) {
    return switch (option) {
      case "--option",
          "--arg",
          "--argstr",
          "--arg-from-file",
          "--override-input",
          "--override-flake",
          "--redirect",
          "--set-env-var" ->
          2;
      case "--inputs-from",
          "--system",
          "-I",
          "--include",
          "--experimental-features",
          "-j",
          "--max-jobs",
          "--cores",
          "--log-format",
          "--store",
          "--eval-store",
          "-f",
          "--file",
          "-E",
          "--expr",
          "--reference-lock-file",
          "--output-lock-file",
          "--update-input",
          "-k",
          "--keep",
          "--unset",
          "-u",
          "--keep-env-var",
          "--unset-env-var",
          "--profile",
          "--substituters",
          "--trusted-public-keys",
          "--builders",
          "--netrc-file",
          "--phase",
          "--accept-flake-config-from",
          "--arg-from-stdin",
          "--trusted-substituters",
          "--timeout",
          "--max-silent-time",
          "--stdin-file",
          "--out-link",
          "-o",
          "--apply",
          "--connect-timeout",
          "--http-connections",
          "--download-attempts",
          "--sandbox-paths",
          "--post-build-hook",
          "--secret-key-files",
          "--debugger-port",
          "--nix-path" ->
          1;
      default -> option.startsWith("--extra-") ? 1 : 0;
    };
  }

  /** The program's name as far as an installable shows it: {@code nixpkgs#bash} is bash. */
  static @Nullable String programName(@Nullable Word installable) {
    String text = installable == null ? null : installable.literalSuffix();
    if (text == null || text.isEmpty()) {
      return null;
    }
    int output = text.indexOf('^');
    String name = output < 0 ? text : text.substring(0, output);
    name = name.substring(name.lastIndexOf('#') + 1);
    name = name.substring(name.lastIndexOf('.') + 1);
    return Parts.baseName(name);
  }
}
