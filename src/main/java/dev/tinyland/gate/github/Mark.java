package dev.tinyland.gate.github;

import org.jspecify.annotations.Nullable;

/**
 * A line that GitHub keeps with a check run and does not show: which page its annotations belong
 * to.
 *
 * @param digest of the page
 * @param strangers how many annotations were there before those of the page
 */
record Mark(String digest, int strangers) {
  private static final String START = "<!-- gate page ";
  private static final String END = " -->";

  String text() {
    return START + digest + " after " + strangers + END;
  }

  /** The mark in a text; null where there is none. */
  static @Nullable Mark in(@Nullable String text) {
    if (text == null || !text.startsWith(START) || !text.stripTrailing().endsWith(END)) {
      return null;
    }
    String[] words = text.substring(START.length()).split(" ", -1);
    try {
      return words.length == 4 && words[1].equals("after")
          ? new Mark(words[0], Integer.parseInt(words[2]))
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
