package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Surface;
import java.util.ArrayList;
import java.util.List;

/** A write site with its reach: what the rules look at. */
public record Judged(Surface surface, WriteSite site, Root root, List<Reached> reached) {
  public Judged {
    reached = List.copyOf(reached);
  }

  /** One scenario and its cell. */
  public record Reached(Scenario scenario, Cell cell) {}

  /** The scenarios in which it writes, or may. */
  public List<Reached> open() {
    List<Reached> open = new ArrayList<>();
    for (Reached each : reached) {
      if (each.cell().can() != Cell.Can.NO) {
        open.add(each);
      }
    }
    return open;
  }

  /** Whether nothing but the caller's doing decides if it writes. */
  public boolean isDefinition() {
    return root instanceof Root.OfAction;
  }
}
