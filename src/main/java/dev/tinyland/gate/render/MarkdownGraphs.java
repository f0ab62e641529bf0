package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Surface;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How the writes that are errors are reached, each as a graph that unfolds. */
final class MarkdownGraphs {
  /** A browser draws each graph by itself, which takes it a while. */
  private static final int MOST = 20;

  private MarkdownGraphs() {}

  /**
   * Adds the graphs of the surfaces of all errors, the worst first, as long as they fit.
   *
   * @return a sentence on those that were left out; empty where there are none
   */
  static String add(Budget budget, List<Finding> findings, List<Surface> surfaces) {
    Set<Surface> wanted = new LinkedHashSet<>();
    for (Finding finding : findings) {
      for (Surface surface : surfaces) {
        boolean its = surface.id().equals(finding.surface()) && !surface.way().isEmpty();
        if (its && finding.level() == Level.ERROR) {
          wanted.add(surface);
        }
      }
    }
    if (wanted.isEmpty()) {
      return "";
    }
    int shown = 0;
    for (Surface surface : wanted) {
      String heading = shown == 0 ? "### How it is reached\n\n" : "";
      if (shown == MOST || !budget.add(heading + block(surface))) {
        break;
      }
      shown++;
    }
    int left = wanted.size() - shown;
    return left == 0
        ? ""
        : "\n"
            + left
            + (left == 1 ? " graph was" : " graphs were")
            + " left out; `gate reach --surface ID` prints each.\n";
  }

  private static String block(Surface surface) {
    return "<details><summary>graph "
        + MarkdownText.htmlCode(surface.id())
        + ' '
        + MarkdownText.htmlCode(surface.span().path() + ":" + surface.span().line())
        + ' '
        + MarkdownText.htmlCode(surface.what())
        + "</summary>\n\n"
        + SurfaceMarkdown.graph(surface)
        + "\n</details>\n\n";
  }
}
