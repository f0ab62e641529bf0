package dev.tinyland.gate.report;

import dev.tinyland.gate.source.Span;
import java.util.List;

/**
 * A place that can write to the cache, also one that is switched off or allowed: the list of them
 * is the proof.
 *
 * @param id unique within the report, in order of place: {@code s1}, {@code s2}, …
 * @param kind what kind of write, for example {@code attic-write}
 * @param span the step in the file whose trigger starts it
 * @param what the action or command that writes, as written
 * @param via the way from the span to the write through actions and reusable workflows
 * @param reach one cell for each scenario
 * @param gatedBy the conditions on the way, as written, outermost first
 * @param way the stations from the first job or step to the write; empty where nobody asked
 */
public record Surface(
    String id,
    String kind,
    Span span,
    String what,
    State state,
    List<Related> via,
    List<Cell> reach,
    List<String> gatedBy,
    List<Hop> way) {
  public Surface {
    via = List.copyOf(via);
    reach = List.copyOf(reach);
    gatedBy = List.copyOf(gatedBy);
    way = List.copyOf(way);
  }

  public Surface(
      String id,
      String kind,
      Span span,
      String what,
      State state,
      List<Related> via,
      List<Cell> reach,
      List<String> gatedBy) {
    this(id, kind, span, what, state, via, reach, gatedBy, List.of());
  }

  /** The same with the stations on the way to it. */
  public Surface withWay(List<Hop> hops) {
    return new Surface(id, kind, span, what, state, via, reach, gatedBy, hops);
  }

  /** Whether the switch of the surface is on, before asking who can reach it. */
  public enum State {
    ON,
    OFF,
    UNKNOWN
  }
}
