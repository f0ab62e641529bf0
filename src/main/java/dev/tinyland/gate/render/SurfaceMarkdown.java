package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;

/** One surface for a step summary: its graph, which GitHub draws, and its scenarios. */
final class SurfaceMarkdown implements Renderer {
  @Override
  public String render(Report report, RenderOptions options) {
    StringBuilder out = new StringBuilder(1024);
    for (Surface surface : report.surfaces()) {
      out.append("## ").append(MarkdownText.code(surface.what())).append(" at ");
      out.append(MarkdownRenderer.place(surface.span())).append("\n\n");
      out.append(graph(surface)).append('\n');
      out.append(MarkdownSurfaces.details(surface));
    }
    return out.toString();
  }

  /** The graph in the fence that makes GitHub draw it. */
  static String graph(Surface surface) {
    return "```mermaid\n" + MermaidGraph.of(surface) + "```\n";
  }
}
