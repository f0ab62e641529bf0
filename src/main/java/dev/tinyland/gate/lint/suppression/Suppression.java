package dev.tinyland.gate.lint.suppression;

import dev.tinyland.gate.source.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment that suppresses findings.
 *
 * @param span from {@code gate:} to the end of the comment
 * @param first the first line below that it covers; 0 where it stands behind something, or above
 *     nothing
 * @param last the last of them
 * @param rules at least one
 * @param until the last day on which it holds; null for no end
 */
public record Suppression(
    Span span, int first, int last, List<String> rules, @Nullable LocalDate until, String reason) {
  public Suppression {
    rules = List.copyOf(rules);
  }

  /** Whether it stands on a line of the place, or above it. */
  public boolean covers(Span place) {
    boolean within = place.line() <= span.line() && span.line() <= place.endLine();
    boolean below = first <= place.line() && place.line() <= last;
    return place.path().equals(span.path()) && (within || below);
  }

  public boolean expired(LocalDate today) {
    return until != null && until.isBefore(today);
  }

  /** The reason as reports show it. */
  public String shown() {
    return until == null ? reason : reason + " (until " + until + ")";
  }
}
