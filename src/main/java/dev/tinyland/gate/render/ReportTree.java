package dev.tinyland.gate.render;

import dev.tinyland.gate.json.JsonWriter;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Hop;
import dev.tinyland.gate.report.Related;
import dev.tinyland.gate.report.Surface;
import dev.tinyland.gate.report.Witness;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON trees that several formats share. Maps keep the order in which keys are put. */
final class ReportTree {
  private ReportTree() {}

  /**
   * JSON text that may be printed on a runner: the runner reads {@code ##[} anywhere in a line as a
   * command, and outside of strings JSON has no {@code #}.
   */
  static String text(Map<String, ? extends @Nullable Object> tree) {
    return JsonWriter.pretty(tree).replace("##[", "##\\u005b") + "\n";
  }

  static List<@Nullable Object> surfaces(List<Surface> surfaces, boolean witness) {
    List<@Nullable Object> list = new ArrayList<>(surfaces.size());
    for (Surface surface : surfaces) {
      list.add(surface(surface, witness));
    }
    return list;
  }

  /** Puts path, line, column, endLine and endColumn. */
  static void putSpan(Map<String, @Nullable Object> map, Span span) {
    map.put("path", span.path());
    map.put("line", span.line());
    map.put("column", span.column());
    map.put("endLine", span.endLine());
    map.put("endColumn", span.endColumn());
  }

  private static Map<String, @Nullable Object> surface(Surface surface, boolean witness) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("id", surface.id());
    map.put("kind", surface.kind());
    putSpan(map, surface.span());
    map.put("what", surface.what());
    map.put("state", word(surface.state()));
    List<@Nullable Object> via = new ArrayList<>(surface.via().size());
    for (Related step : surface.via()) {
      Map<String, @Nullable Object> place = new LinkedHashMap<>();
      place.put("path", step.span().path());
      place.put("line", step.span().line());
      via.add(place);
    }
    map.put("via", via);
    List<@Nullable Object> reach = new ArrayList<>(surface.reach().size());
    for (Cell cell : surface.reach()) {
      reach.add(cell(cell, witness));
    }
    map.put("reach", reach);
    map.put("gatedBy", surface.gatedBy());
    if (!surface.way().isEmpty()) {
      List<@Nullable Object> way = new ArrayList<>(surface.way().size());
      for (Hop hop : surface.way()) {
        way.add(hop(hop));
      }
      map.put("way", way);
    }
    return map;
  }

  private static Map<String, @Nullable Object> hop(Hop hop) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("kind", hop.kind().word());
    map.put("name", hop.name());
    map.put("path", hop.span().path());
    map.put("line", hop.span().line());
    map.put("conditions", hop.conditions());
    return map;
  }

  private static Map<String, @Nullable Object> cell(Cell cell, boolean withWitness) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("event", cell.event());
    map.put("ref", cell.ref());
    map.put("trust", cell.trust());
    map.put("can", word(cell.can()));
    map.put("because", cell.because());
    Witness witness = cell.witness();
    if (withWitness && witness != null) {
      List<@Nullable Object> conditions = new ArrayList<>(witness.conditions().size());
      for (Witness.Condition condition : witness.conditions()) {
        conditions.add(condition(condition));
      }
      map.put("conditions", conditions);
    }
    return map;
  }

  private static Map<String, @Nullable Object> condition(Witness.Condition condition) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("path", condition.span().path());
    map.put("line", condition.span().line());
    map.put("expr", condition.expr());
    map.put("context", condition.context());
    map.put("status", condition.status());
    return map;
  }

  static String word(Surface.State state) {
    return switch (state) {
      case ON -> "on";
      case OFF -> "off";
      case UNKNOWN -> "unknown";
    };
  }

  static String word(Cell.Can can) {
    return switch (can) {
      case YES -> "yes";
      case MAYBE -> "maybe";
      case NO -> "no";
    };
  }
}
