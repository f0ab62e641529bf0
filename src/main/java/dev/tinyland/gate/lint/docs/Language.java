package dev.tinyland.gate.lint.docs;

import dev.tinyland.gate.lint.markdown.Fence;
import dev.tinyland.gate.lint.markdown.Line;
import java.util.Locale;

/** How a code block is read: by what its opening fence says, else by what it looks like. */
enum Language {
  YAML,
  /** Lines to run, or a transcript of them with prompts. */
  SHELL,
  /** Recipes of make or just: what is indented runs. */
  RECIPES,
  /** Lines added to and taken from a file. */
  DIFF,
  /** Nothing says what it is. */
  UNSAID,
  /** A diagram, the output of a program, data, another language: nothing that is run as it is. */
  OTHER;

  static Language of(Fence fence) {
    return switch (label(fence.info())) {
      case "" -> UNSAID;
      case "yaml", "yml", "github-actions", "gha", "github-workflow", "gitlab-ci", "workflow" ->
          YAML;
      case "bash",
          "sh",
          "shell",
          "zsh",
          "ksh",
          "dash",
          "fish",
          "shellscript",
          "shell-script",
          "console",
          "terminal",
          "shell-session",
          "shellsession",
          "sh-session",
          "bash-session",
          "command",
          "commandline" ->
          SHELL;
      case "make", "makefile", "just", "justfile" -> RECIPES;
      case "diff", "patch" -> DIFF;
      default -> OTHER;
    };
  }

  /**
   * The language of an info string, in lower case: the first word, without the attributes that some
   * generators put around or behind it ({@code {.yaml .numberLines}}, {@code yaml:ci.yml}).
   */
  static String label(String info) {
    int start = 0;
    while (start < info.length() && "{. ".indexOf(info.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < info.length()
        && (Character.isLetterOrDigit(info.charAt(end)) || "-+_".indexOf(info.charAt(end)) >= 0)) {
      end++;
    }
    // `title="…"` and its like name no language.
    boolean attribute = end < info.length() && info.charAt(end) == '=';
    return attribute ? "" : info.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** Whether the block is what a program prints when it is asked how to use it. */
  static boolean isUsage(Fence fence) {
    for (Line line : fence.lines()) {
      String text = line.text().strip();
      if (!text.isEmpty()) {
        return text.regionMatches(true, 0, "usage:", 0, "usage:".length());
      }
    }
    return false;
  }
}
