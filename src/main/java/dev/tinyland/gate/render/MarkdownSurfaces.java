package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Surface;
import java.util.List;

/** The reach matrix in Markdown: a line for each surface, then each of its scenarios. */
final class MarkdownSurfaces {
  private MarkdownSurfaces() {}

  /** Adds the table of all surfaces; answers how many did not fit. */
  static int overview(Budget budget, List<Surface> surfaces) {
    if (surfaces.isEmpty()) {
      return 0;
    }
    int leftOut = 0;
    budget.add(
        "### Where the cache can be written\n\n"
            + "| Place | What | Switch | Writes | May write | Proved not to write |\n"
            + "| --- | --- | --- | --- | --- | --- |\n");
    for (Surface surface : surfaces) {
      leftOut += budget.add(row(surface)) ? 0 : 1;
    }
    budget.add("\n");
    return leftOut;
  }

  private static String row(Surface surface) {
    return "| "
        + MarkdownRenderer.place(surface.span())
        + " | "
        + MarkdownText.code(surface.what())
        + " | "
        + ReportTree.word(surface.state())
        + " | "
        + scenarios(surface, Cell.Can.YES)
        + " | "
        + scenarios(surface, Cell.Can.MAYBE)
        + " | "
        + scenarios(surface, Cell.Can.NO)
        + " |\n";
  }

  private static String scenarios(Surface surface, Cell.Can can) {
    StringBuilder out = new StringBuilder();
    for (Cell cell : surface.reach()) {
      if (cell.can() == can) {
        out.append(out.isEmpty() ? "" : "<br>");
        out.append(MarkdownText.prose(cell.event())).append(" (");
        out.append(MarkdownText.prose(cell.ref())).append(", ");
        out.append(MarkdownText.prose(cell.trust())).append(')');
      }
    }
    return out.toString();
  }

  /** One surface that unfolds to its way, its conditions and its scenarios with reasons. */
  static String details(Surface surface) {
    StringBuilder out = new StringBuilder(512);
    out.append("<details><summary>surface ");
    out.append(MarkdownText.htmlCode(surface.span().path() + ":" + surface.span().line()));
    out.append(' ').append(MarkdownText.htmlCode(surface.what())).append(" (");
    out.append(ReportTree.word(surface.state())).append(")</summary>\n\n");
    for (Related step : surface.via()) {
      out.append("- Via ").append(MarkdownRenderer.place(step.span())).append(": ");
      out.append(MarkdownText.prose(step.message())).append('\n');
    }
    for (String condition : surface.gatedBy()) {
      out.append("- Gated by ").append(MarkdownText.code(condition)).append('\n');
    }
    if (surface.reach().isEmpty()) {
      out.append("- No trigger starts it.\n");
    } else {
      out.append("\n| Event | Ref | Trust | Can write | Because |\n");
      out.append("| --- | --- | --- | --- | --- |\n");
    }
    for (Cell cell : surface.reach()) {
      out.append("| ").append(MarkdownText.prose(cell.event()));
      out.append(" | ").append(MarkdownText.prose(cell.ref()));
      out.append(" | ").append(MarkdownText.prose(cell.trust()));
      out.append(" | ").append(ReportTree.word(cell.can()));
      out.append(" | ").append(MarkdownText.prose(cell.because())).append(" |\n");
    }
    return out.append("\n</details>\n\n").toString();
  }
}
