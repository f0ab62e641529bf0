package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;

/** The graphs of a report's surfaces, for a file of their own. */
final class MermaidRenderer implements Renderer {
  @Override
  public String render(Report report, RenderOptions options) {
    StringBuilder out = new StringBuilder(1024);
    for (Surface surface : report.surfaces()) {
      out.append(MermaidGraph.of(surface));
    }
    return out.toString();
  }
}
