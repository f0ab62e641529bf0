package dev.tinyland.gate.render;

import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Hop;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way to one write as a Mermaid flowchart: triggers, file, job, step, action, write. */
final class MermaidGraph {
  private final StringBuilder out = new StringBuilder(1024);
  private int nodes;

  private MermaidGraph() {}

  /** The graph without a fence, its last line ended. */
  static String of(Surface surface) {
    MermaidGraph graph = new MermaidGraph();
    graph.out.append("flowchart TD\n");
    graph.triggers(surface);
    graph.hops(surface);
    graph.out.append("  classDef yes stroke:#cf222e,stroke-width:3px\n");
    graph.out.append("  classDef maybe stroke:#bf8700,stroke-width:3px\n");
    graph.out.append("  classDef no stroke-dasharray:4 4\n");
    return graph.out.toString();
  }

  /** Each scenario that reaches the file is a node; those that are kept out share one by reason. */
  private void triggers(Surface surface) {
    String root = "  root[[" + MermaidText.label(surface.span().path()) + "]]\n";
    out.append(root);
    Map<String, List<String>> closed = new LinkedHashMap<>();
    for (Cell cell : surface.reach()) {
      if (cell.can() == Cell.Can.NO) {
        closed.computeIfAbsent(cell.because(), reason -> new ArrayList<>()).add(scenario(cell));
      } else {
        String node = "t" + ++nodes;
        String style = ReportTree.word(cell.can());
        out.append("  ").append(node).append("([").append(MermaidText.label(scenario(cell)));
        out.append("]):::").append(style).append('\n');
        String can = cell.can() == Cell.Can.YES ? "writes: " : "may write: ";
        edge(node, "root", "-->", List.of(can + plain(cell.because())));
      }
    }
    closed.forEach((reason, scenarios) -> {
      String node = "t" + ++nodes;
      out.append("  ").append(node).append("([");
      out.append(MermaidText.label(scenarios.toArray(String[]::new))).append("]):::no\n");
      edge(node, "root", "-.->", List.of("does not: " + plain(reason)));
    });
    if (surface.reach().isEmpty()) {
      out.append("  t1([\"no trigger starts it\"]):::no\n  t1 -.-> root\n");
    }
  }

  private void hops(Surface surface) {
    String from = "root";
    List<Hop> hops =
        surface.way().isEmpty()
            ? List.of(new Hop(Hop.Kind.WRITE, surface.what(), surface.span(), surface.gatedBy()))
            : surface.way();
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      String node = "h" + (i + 1);
      out.append("  ").append(node).append(shape(hop, surface)).append('\n');
      edge(from, node, "-->", hop.conditions());
      from = node;
    }
  }

  private static String shape(Hop hop, Surface surface) {
    String label = MermaidText.label(hop.kind().word() + ": " + hop.name(), place(hop.span()));
    return switch (hop.kind()) {
      case JOB, STEP -> "[" + label + "]";
      case WORKFLOW, ACTION -> "[[" + label + "]]";
      case WRITE ->
          "[("
              + MermaidText.label(
                  "write: " + hop.name(),
                  place(hop.span()),
                  "switch: " + ReportTree.word(surface.state()))
              + ")]";
    };
  }

  private void edge(String from, String to, String arrow, List<String> labels) {
    out.append("  ").append(from).append(' ').append(arrow);
    if (!labels.isEmpty()) {
      out.append('|').append(MermaidText.label(labels.toArray(String[]::new))).append('|');
    }
    out.append(' ').append(to).append('\n');
  }

  private static String scenario(Cell cell) {
    return cell.event() + ", " + cell.ref() + ", " + cell.trust();
  }

  /** Our own sentences without the marks around code. */
  private static String plain(String sentence) {
    return sentence.replace("`", "");
  }

  private static String place(Span span) {
    return span.path() + ":" + span.line();
  }
}
