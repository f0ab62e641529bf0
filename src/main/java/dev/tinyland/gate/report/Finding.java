package dev.tinyland.gate.report;

import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
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
 * @param alsoAt further places of the same file that it is about: what stands there would be found
 *     if the first was not
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
    List<Span> alsoAt,
    @Nullable Fix fix) {
  /** The reason of what is suppressed by a baseline and not by a comment. */
  public static final String IN_BASELINE = "in the baseline";

  public Finding {
    because = List.copyOf(because);
    related = List.copyOf(related);
    alsoAt = List.copyOf(alsoAt);
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
    this(rule, level, span, message, because, help, surface, related, suppressed, List.of(), null);
  }

  /** Everywhere that it is about. */
  public List<Span> places() {
    List<Span> places = new ArrayList<>();
    places.add(span);
    places.addAll(alsoAt);
    return places;
  }

  /** The same about further places. */
  public Finding withAlsoAt(List<Span> further) {
    return with(level, because, suppressed, further, fix);
  }

  /** The same with another weight. */
  public Finding withLevel(Level other) {
    return with(other, because, suppressed, alsoAt, fix);
  }

  /** The same with one more fact. */
  public Finding withBecause(String fact) {
    List<String> facts = new ArrayList<>(because);
    facts.add(fact);
    return with(level, facts, suppressed, alsoAt, fix);
  }

  /** The same, suppressed for a reason; what is suppressed is not mended. */
  public Finding withSuppressed(String reason) {
    return with(level, because, reason, alsoAt, null);
  }

  /** The same with no edits. */
  public Finding withoutFix() {
    return with(level, because, suppressed, alsoAt, null);
  }

  /** The same with the edits that mend it. */
  public Finding withFix(Fix mend) {
    return with(level, because, suppressed, alsoAt, mend);
  }

  private Finding with(
      Level weight,
      List<String> facts,
      @Nullable String reason,
      List<Span> further,
      @Nullable Fix mend) {
    return new Finding(
        rule, weight, span, message, facts, help, surface, related, reason, further, mend);
  }
}
