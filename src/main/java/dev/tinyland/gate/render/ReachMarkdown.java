package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reach matrix as one table: a row for each surface, a column for each scenario, a mark with
 * the number of its reason in each cell. The reasons follow, each once.
 */
final class ReachMarkdown implements Renderer {
  private static final int MAX_BYTES = 1 << 20;
  private static final int RESERVE = 1024;

  private final int maxBytes;

  ReachMarkdown() {
    this(MAX_BYTES);
  }

  ReachMarkdown(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** A column of the matrix. */
  private record Scenario(String event, String ref, String trust) {
    static Scenario of(Cell cell) {
      return new Scenario(cell.event(), cell.ref(), cell.trust());
    }

    String heading() {
      return MarkdownText.prose(event)
          + "<br>"
          + MarkdownText.prose(ref)
          + "<br>"
          + MarkdownText.prose(trust);
    }
  }

  @Override
  public String render(Report report, RenderOptions options) {
    Budget budget = new Budget(maxBytes - RESERVE);
    int count = report.surfaces().size();
    budget.add(
        "## gate reach: "
            + count
            + (count == 1 ? " write surface in " : " write surfaces in ")
            + report.files()
            + (report.files() == 1 ? " file" : " files")
            + "\n\n");
    if (count == 0) {
      return budget.text();
    }
    budget.add("● writes, ◐ may write, · is proved not to; without a mark, no trigger asks.\n\n");
    List<Scenario> columns = columns(report.surfaces());
    Map<String, Integer> reasons = new LinkedHashMap<>();
    int leftOut = 0;
    budget.add(head(columns));
    for (Surface surface : report.surfaces()) {
      leftOut += budget.add(row(surface, columns, reasons)) ? 0 : 1;
    }
    budget.add("\n### Surfaces\n\n| | Place | What | Switch |\n| --- | --- | --- | --- |\n");
    for (Surface surface : report.surfaces()) {
      leftOut += budget.add(described(surface)) ? 0 : 1;
    }
    budget.add("\n### Why\n\n| | Deciding condition |\n| ---: | --- |\n");
    for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
      String row = "| " + reason.getValue() + " | " + MarkdownText.prose(reason.getKey()) + " |\n";
      leftOut += budget.add(row) ? 0 : 1;
    }
    return leftOut == 0
        ? budget.text()
        : budget.text() + "\n**" + leftOut + " rows were left out:** a summary holds no more.\n";
  }

  /** All scenarios, those of one event side by side, otherwise in the order of their surfaces. */
  private static List<Scenario> columns(List<Surface> surfaces) {
    Map<String, List<Scenario>> byEvent = new LinkedHashMap<>();
    for (Surface surface : surfaces) {
      for (Cell cell : surface.reach()) {
        List<Scenario> same = byEvent.computeIfAbsent(cell.event(), event -> new ArrayList<>());
        if (!same.contains(Scenario.of(cell))) {
          same.add(Scenario.of(cell));
        }
      }
    }
    List<Scenario> columns = new ArrayList<>();
    byEvent.values().forEach(columns::addAll);
    return columns;
  }

  private static String head(List<Scenario> columns) {
    StringBuilder out = new StringBuilder("| Surface |");
    for (Scenario column : columns) {
      out.append(' ').append(column.heading()).append(" |");
    }
    out.append("\n| --- |");
    for (int i = 0; i < columns.size(); i++) {
      out.append(" :---: |");
    }
    return out.append('\n').toString();
  }

  private static String row(Surface surface, List<Scenario> columns, Map<String, Integer> reasons) {
    Map<Scenario, Cell> cells = new HashMap<>();
    for (Cell cell : surface.reach()) {
      cells.putIfAbsent(Scenario.of(cell), cell);
    }
    StringBuilder out = new StringBuilder("| ").append(surface.id()).append(" |");
    for (Scenario column : columns) {
      Cell cell = cells.get(column);
      if (cell == null) {
        out.append(" |");
        continue;
      }
      int number = reasons.computeIfAbsent(cell.because(), reason -> reasons.size() + 1);
      out.append(' ').append(mark(cell.can())).append("<sup>").append(number).append("</sup> |");
    }
    return out.append('\n').toString();
  }

  private static String described(Surface surface) {
    return "| "
        + surface.id()
        + " | "
        + MarkdownRenderer.place(surface.span())
        + " | "
        + MarkdownText.code(surface.what())
        + " | "
        + ReportTree.word(surface.state())
        + (surface.reach().isEmpty() ? ", no trigger starts it" : "")
        + " |\n";
  }

  private static String mark(Cell.Can can) {
    return switch (can) {
      case YES -> "●";
      case MAYBE -> "◐";
      case NO -> "·";
    };
  }
}
