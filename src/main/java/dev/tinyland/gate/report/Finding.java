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
 * @param fix the edits that mend it; null where there is no mechanical way, and where nobody asked
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
    @Nullable String suppressed,
    @Nullable Fix fix) {
  /** The reason of what is suppressed by a baseline and not by a comment. */
  public static final String IN_BASELINE = "in the baseline";

  public Finding {
    because = List.copyOf(because);
    related = List.copyOf(related);
  }

  public Finding(
      String rule,
      Level level,
      Span span,
      String message,
      List<String> because,
      @Nullable String help,
      @Nullable String surface,
      List<Related> related,
      @Nullable String suppressed) {
    this(rule, level, span, message, because, help, surface, related, suppressed, null);
  }

  /** The same with no edits. */
  public Finding withoutFix() {
    return new Finding(rule, level, span, message, because, help, surface, related, suppressed);
  }

  /** The same with the edits that mend it. */
  public Finding withFix(Fix mend) {
    return new Finding(
        rule, level, span, message, because, help, surface, related, suppressed, mend);
  }

  /** The same with another weight. */
  public Finding withLevel(Level other) {
    return new Finding(
        rule, other, span, message, because, help, surface, related, suppressed, fix);
  }

  /** The same, suppressed for a reason; what is suppressed is not mended. */
  public Finding withSuppressed(String reason) {
    return new Finding(rule, level, span, message, because, help, surface, related, reason);
  }
}
