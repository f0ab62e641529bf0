package dev.tinyland.gate.render;

import org.jspecify.annotations.Nullable;

/** The formats a report can be written in. */
public enum Format {
  TEXT("text"),
  JSON("json"),
  SARIF("sarif"),
  GITHUB("github"),
  MARKDOWN("markdown"),
  /** A graph; of the reach of one surface only. */
  MERMAID("mermaid");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** The word used on the command line. */
  public String word() {
    return word;
  }

  /** The format of that word, ignoring case, or null when there is none. */
  public static @Nullable Format parse(String word) {
    for (Format format : values()) {
      if (format.word.equalsIgnoreCase(word)) {
        return format;
      }
    }
    return null;
  }
}
