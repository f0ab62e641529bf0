package dev.tinyland.gate.render;

import dev.tinyland.gate.json.JsonWriter;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.report.Witness;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The reach matrix for people: a heading and a table for each surface. */
final class ReachText implements Renderer {
  @Override
  public String render(Report report, RenderOptions options) {
    StringBuilder out = new StringBuilder(1024);
    Ink ink = new Ink(out, options.color());
    for (Surface surface : report.surfaces()) {
      heading(out, ink, surface, options.width());
      table(out, ink, surface.reach(), options);
      ink.newLine();
    }
    int count = report.surfaces().size();
    ink.plain(count).plain(count == 1 ? " write surface in " : " write surfaces in ");
    ink.plain(report.files()).plain(report.files() == 1 ? " file" : " files").newLine();
    return out.toString();
  }

  private static void heading(StringBuilder out, Ink ink, Surface surface, int width) {
    ink.styled(Ink.STRONG, surface.id() + " " + address(surface.span())).plain(" ");
    ink.plain(Visible.line(surface.what())).plain(" (");
    ink.plain(ReportTree.word(surface.state())).plain(")").newLine();
    for (Related step : surface.via()) {
      ink.plain("  via ").plain(address(step.span())).plain(" ");
      ink.plain(Visible.line(step.message())).newLine();
    }
    for (String condition : surface.gatedBy()) {
      ink.plain("  gated by ");
      Wrap.append(out, Visible.line(condition), "  gated by ".length(), width);
      ink.newLine();
    }
    if (surface.reach().isEmpty()) {
      ink.plain("  no trigger starts it").newLine();
    }
  }

  private static void table(StringBuilder out, Ink ink, List<Cell> reach, RenderOptions options) {
    if (reach.isEmpty()) {
      return;
    }
    List<String[]> rows = new ArrayList<>(reach.size() + 1);
    rows.add(new String[] {"event", "ref", "trust", "can"});
    for (Cell cell : reach) {
      rows.add(
          new String[] {
            Visible.lineStart(cell.event()),
            Visible.line(cell.ref()),
            Visible.line(cell.trust()),
            ReportTree.word(cell.can())
          });
    }
    int[] widths = widths(rows);
    int indent = 2;
    for (int width : widths) {
      indent += width + 2;
    }
    row(ink, rows.getFirst(), widths, Ink.DIM);
    ink.styled(Ink.DIM, "because").newLine();
    for (int i = 0; i < reach.size(); i++) {
      Cell cell = reach.get(i);
      row(ink, rows.get(i + 1), widths, style(cell.can()));
      Wrap.append(
          out, Visible.line(cell.because()), indent, Math.max(options.width(), indent + 30));
      ink.newLine();
      Witness witness = cell.witness();
      if (options.witness() && witness != null) {
        conditions(ink, witness);
      }
    }
  }

  private static void row(Ink ink, String[] texts, int[] widths, String style) {
    ink.spaces(2);
    for (int column = 0; column < texts.length; column++) {
      boolean last = column == texts.length - 1;
      if (last || style.equals(Ink.DIM)) {
        ink.styled(style, texts[column]);
      } else {
        ink.plain(texts[column]);
      }
      ink.spaces(widths[column] - Cells.of(texts[column]) + 2);
    }
  }

  private static void conditions(Ink ink, Witness witness) {
    for (Witness.Condition condition : witness.conditions()) {
      ink.plain("      ").plain(address(condition.span())).plain(" ");
      ink.plain(Visible.line(condition.expr())).newLine();
      ink.plain("        holds after ").plain(Visible.line(condition.status())).plain(" with ");
      ink.plain(Visible.line(JsonWriter.compact(condition.context()))).newLine();
    }
  }

  private static int[] widths(List<String[]> rows) {
    int[] widths = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        widths[column] = Math.max(widths[column], Cells.of(row[column]));
      }
    }
    return widths;
  }

  private static String style(Cell.Can can) {
    return switch (can) {
      case YES -> Ink.RED;
      case MAYBE -> Ink.YELLOW;
      case NO -> Ink.GREEN;
    };
  }

  private static String address(Span span) {
    return Visible.lineStart(span.path()) + ":" + span.line();
  }
}
