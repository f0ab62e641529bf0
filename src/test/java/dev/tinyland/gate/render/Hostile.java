package dev.tinyland.gate.render;

import java.util.Random;

/** Random text made of what a terminal, the runner, a table or JSON would act on. */
final class Hostile {
  private static final String[] PIECES = {
    "::",
    "::error::",
    "::stop-commands::x",
    "##[",
    "##[error]",
    "]",
    "%",
    "%0A",
    "%25",
    "\r",
    "\n",
    "\r\n",
    ":",
    ",",
    ";",
    "=",
    " ",
    "\t",
    "`",
    "```",
    "|",
    "\\",
    "<",
    ">",
    "</details>",
    "&amp;",
    "[a](b)",
    "](1)",
    "*",
    "_",
    "\u001B[31m",
    "\u0007",
    "\u200B",
    "\u202E",
    "\u2028",
    "é",
    "日本",
    "💥",
    "\uD83D",
    "\u00A0",
    "\uFEFF",
    "word",
    "github.event_name",
    "${{ x }}",
    "{0}",
    "\"",
    "'"
  };

  private final Random random;

  Hostile(long seed) {
    this.random = new Random(seed);
  }

  /** Up to the given number of pieces, at least one. */
  String text(int pieces) {
    StringBuilder out = new StringBuilder();
    int count = 1 + random.nextInt(pieces);
    for (int i = 0; i < count; i++) {
      out.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return out.toString();
  }

  int number(int bound) {
    return random.nextInt(bound);
  }
}
