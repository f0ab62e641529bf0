package dev.tinyland.gate.render;

import org.jspecify.annotations.Nullable;

/** The renderer of each format. Asking for one loads none of the others. */
public final class Renderers {
  private Renderers() {}

  /** The renderer of a lint report. */
  public static Renderer of(Format format) {
    return switch (format) {
      case TEXT -> new TextRenderer();
      case JSON -> new JsonRenderer();
      case SARIF -> new SarifRenderer();
      case GITHUB -> new GithubRenderer();
      case MARKDOWN -> new MarkdownRenderer();
    };
  }

  /** The renderer of the reach matrix, or null where the format has none. */
  public static @Nullable Renderer reach(Format format) {
    return switch (format) {
      case TEXT -> new ReachText();
      case JSON -> new ReachJson();
      case SARIF, GITHUB, MARKDOWN -> null;
    };
  }
}
