package dev.tinyland.gate.report;

import dev.tinyland.gate.source.Span;
import java.util.List;
import java.util.Locale;

/**
 * One station on the way from a trigger to a write.
 *
 * @param name the id of a job, the label of a step, the reference of an action or workflow, the
 *     command or action that writes
 * @param conditions what must hold to get here from the station before, as written
 */
public record Hop(Kind kind, String name, Span span, List<String> conditions) {
  public Hop {
    conditions = List.copyOf(conditions);
  }

  /** What a station is. */
  public enum Kind {
    JOB,
    /** A reusable workflow that a job calls. */
    WORKFLOW,
    STEP,
    /** An action that a step uses, and that is looked into. */
    ACTION,
    WRITE;

    /** The lower-case word used in JSON and graphs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
