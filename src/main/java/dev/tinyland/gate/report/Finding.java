package dev.tinyland.gate.report;

import dev.tinyland.gate.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in one place.
 *
 * @param message what is wrong, with the reader's own names; one or two sentences
 * @param because the facts that decided it, one a line: the trigger, the deciding condition, the
 *     value that reached the switch
 * @param help what to do about it, or null where the message says it all
 * @param surface the id of the surface this is about, or null
 * @param suppressed the reason given for suppressing it, or null
 */
public record Finding(
    String rule,
    Level level,
    Span span,
    String message,
    List<String> because,
    @Nullable String help,
    @Nullable String surface,
    List<Related> related,
    @Nullable String suppressed) {
  /** The reason of what is suppressed by a baseline and not by a comment. */
  public static final String IN_BASELINE = "in the baseline";

  public Finding {
    because = List.copyOf(because);
    related = List.copyOf(related);
  }

  /** The same with another weight. */
  public Finding withLevel(Level other) {
    return new Finding(rule, other, span, message, because, help, surface, related, suppressed);
  }

  /** The same, suppressed for a reason. */
  public Finding withSuppressed(String reason) {
    return new Finding(rule, level, span, message, because, help, surface, related, reason);
  }
}
