package dev.tinyland.gate.render;

import org.jspecify.annotations.Nullable;

/** The renderer of each format. Asking for one loads none of the others. */
public final class Renderers {
  private Renderers() {}

  /**
   * The renderer of a lint report.
   *
   * @throws IllegalArgumentException for a format that reports have not
   */
  public static Renderer of(Format format) {
    return switch (format) {
      case TEXT -> new TextRenderer();
      case JSON -> new JsonRenderer();
      case SARIF -> new SarifRenderer();
      case GITHUB -> new GithubRenderer();
      case MARKDOWN -> new MarkdownRenderer();
      case MERMAID -> throw new IllegalArgumentException("a graph shows one surface");
    };
  }

  /** Markdown that nothing is left out of, for a file. */
  public static Renderer wholeMarkdown() {
    return new MarkdownRenderer(Integer.MAX_VALUE);
  }

  /** The renderer of the reach matrix, or null where the format has none. */
  public static @Nullable Renderer reach(Format format) {
    return switch (format) {
      case TEXT -> new ReachText();
      case JSON -> new ReachJson();
      case MARKDOWN -> new ReachMarkdown();
      case SARIF, GITHUB, MERMAID -> null;
    };
  }

  /** The renderer of a report with one surface, or null where the format has none. */
  public static @Nullable Renderer surface(Format format) {
    return switch (format) {
      case TEXT -> new ReachText();
      case JSON -> new ReachJson();
      case MARKDOWN -> new SurfaceMarkdown();
      case MERMAID -> new MermaidRenderer();
      case SARIF, GITHUB -> null;
    };
  }
}
