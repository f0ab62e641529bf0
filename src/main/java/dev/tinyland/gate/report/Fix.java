package dev.tinyland.gate.report;

import java.util.List;

/**
 * A mechanical mend of one finding. It is a proposal: that it mends the finding and nothing else is
 * proved where it is applied.
 *
 * @param description what it does, as an order to the reader; without a closing period
 * @param edits at least one; they do not overlap
 */
public record Fix(String description, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("a fix changes something: " + description);
    }
  }
}
