package dev.tinyland.gate.lint.surface;

import dev.tinyland.gate.lint.reach.Constraint;
import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Surface;
import java.util.ArrayList;
import java.util.List;

/** Works out the reach of every write site of a root. */
public final class Judge {
  private static final String KIND = "attic-write";

  private final Reach reach;

  public Judge(Reach reach) {
    this.reach = reach;
  }

  /** A write site with its reach, without its number in the report. */
  public record Draft(WriteSite site, Root root, List<Judged.Reached> reached) {}

  /** The sites of one root. */
  public List<Draft> drafts(Root root, Found found) {
    List<Draft> drafts = new ArrayList<>();
    for (WriteSite site : found.writes()) {
      List<Judged.Reached> reached = reached(site, root);
      if (!site.assumed() || anyOpen(reached)) {
        drafts.add(new Draft(site, root, reached));
      }
    }
    return drafts;
  }

  /** All sites in order of place, numbered. */
  public List<Judged> numbered(List<Draft> drafts) {
    List<Draft> sorted = new ArrayList<>(drafts);
    sorted.sort(Judge::byPlace);
    List<Judged> judged = new ArrayList<>();
    for (Draft draft : sorted) {
      Surface surface = surface("s" + (judged.size() + 1), draft);
      judged.add(new Judged(surface, draft.site(), draft.root(), draft.reached()));
    }
    return judged;
  }

  private static int byPlace(Draft one, Draft other) {
    int byRoot = one.site().root().compareTo(other.site().root());
    return byRoot != 0 ? byRoot : one.site().place().compareTo(other.site().place());
  }

  private static boolean anyOpen(List<Judged.Reached> reached) {
    for (Judged.Reached each : reached) {
      if (each.cell().can() != Cell.Can.NO) {
        return true;
      }
    }
    return false;
  }

  private List<Judged.Reached> reached(WriteSite site, Root root) {
    List<Judged.Reached> reached = new ArrayList<>();
    for (Scenario scenario : root.scenarios()) {
      reached.add(new Judged.Reached(scenario, reach.cell(site.constraints(), scenario)));
    }
    return reached;
  }

  private Surface surface(String id, Draft draft) {
    List<Cell> cells = new ArrayList<>();
    for (Judged.Reached each : draft.reached()) {
      cells.add(each.cell());
    }
    List<String> gatedBy = new ArrayList<>();
    for (Constraint constraint : draft.site().constraints()) {
      if (!constraint.text().isEmpty()) {
        gatedBy.add(constraint.text());
      }
    }
    return new Surface(
        id,
        KIND,
        draft.site().root(),
        draft.site().what(),
        state(draft),
        draft.site().via(),
        cells,
        gatedBy);
  }

  /** Whether the write's own switch is on, whoever asks. */
  private Surface.State state(Draft draft) {
    if (draft.site().doubt() != null) {
      return Surface.State.UNKNOWN;
    }
    List<Constraint> switches = new ArrayList<>();
    for (Constraint constraint : draft.site().constraints()) {
      if (constraint.kind() == Constraint.Kind.SWITCH) {
        switches.add(constraint);
      }
    }
    if (switches.isEmpty()) {
      return Surface.State.ON;
    }
    boolean on = true;
    boolean off = true;
    for (Judged.Reached each : draft.reached()) {
      Cell cell = reach.cell(switches, each.scenario());
      on &= cell.can() == Cell.Can.YES;
      off &= cell.can() == Cell.Can.NO;
    }
    return on ? Surface.State.ON : off ? Surface.State.OFF : Surface.State.UNKNOWN;
  }
}
