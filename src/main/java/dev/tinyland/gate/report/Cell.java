package dev.tinyland.gate.report;

import org.jspecify.annotations.Nullable;

/**
 * Can a surface write in one scenario, and why.
 *
 * @param event the event's name as GitHub spells it; {@code caller} for an action definition
 * @param ref the class of the ref: {@code default-branch}, {@code other-branch}, {@code tag},
 *     {@code merge}, {@code any}
 * @param trust who starts it: {@code same-repo}, {@code fork}, {@code any}
 * @param because the deciding condition in words
 * @param witness an assignment under which it writes; null for {@code no} and for a {@code maybe}
 *     that could not be decided
 */
public record Cell(
    String event, String ref, String trust, Can can, String because, @Nullable Witness witness) {
  /** YES: whatever the free names are. MAYBE: for some. NO: for none, proved. */
  public enum Can {
    YES,
    MAYBE,
    NO
  }
}
