package dev.tinyland.gate.lint.reach;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The beginnings, ends and parts that a name is searched for, and the texts made of them.
 *
 * <p>Every text behaves, for all the searches together, like one that starts with the longest
 * beginning it has, ends with the longest end it has and holds all the parts it has in between,
 * with a separator that occurs in nothing searched for. Those are finitely many.
 */
final class Pieces {
  /** More parts than this would make too many texts. */
  private static final int MOST_PARTS = 4;

  private final String likely;
  private final List<String> stems;
  private final Domain.Filler filler;
  private final Set<String> starts = new LinkedHashSet<>();
  private final Set<String> ends = new LinkedHashSet<>();
  private final Set<String> parts = new LinkedHashSet<>();
  private final StringBuilder seen = new StringBuilder();
  private boolean tooMany;

  Pieces(String likely, Domain domain) {
    this.likely = likely;
    stems = domain.stems();
    filler = domain.filler();
  }

  /** Whether some texts that matter are left out. */
  boolean tooMany() {
    return tooMany;
  }

  void start(String text) {
    see(text);
    starts.add(text);
  }

  void end(String text) {
    see(text);
    ends.add(text);
  }

  void part(String text) {
    see(text);
    parts.add(text);
  }

  /** A text that the name is compared with as a whole; whether the texts are now others. */
  boolean avoid(String text) {
    boolean searched = !starts.isEmpty() || !ends.isEmpty() || !parts.isEmpty();
    char before = separator();
    see(text);
    return text.startsWith("some-") || (searched && before != separator());
  }

  /** Whether a text has something in it that nobody wrote. */
  static boolean isMadeUp(String text) {
    if (text.startsWith("some-")) {
      return true;
    }
    for (int i = 0; i + 2 < text.length(); i++) {
      char c = text.charAt(i);
      if (c == text.charAt(i + 1)
          && c == text.charAt(i + 2)
          && Domain.Filler.ANY.alphabet().indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private void see(String text) {
    seen.append(text.toLowerCase(Locale.ROOT)).append('\n');
  }

  private char separator() {
    for (int i = 0; i < filler.alphabet().length(); i++) {
      char c = filler.alphabet().charAt(i);
      if (seen.indexOf(String.valueOf(c)) < 0) {
        return c;
      }
    }
    tooMany = true;
    return '~';
  }

  /** Texts that are easier to read than those that are needed. */
  List<String> readable() {
    List<String> texts = new ArrayList<>();
    for (String start : starts) {
      texts.add(start);
      texts.add(start + likely);
      for (String end : ends) {
        texts.add(start + end);
      }
    }
    for (String end : ends) {
      texts.add(end);
      texts.add(likely + end);
    }
    texts.addAll(parts);
    return texts;
  }

  /** The texts that stand for all others. */
  List<String> needed() {
    String few = String.valueOf(separator()).repeat(3);
    String between = filler.divider().isEmpty() ? few : few + filler.divider() + few;
    List<String> beginnings = new ArrayList<>(starts);
    beginnings.addAll(stems);
    beginnings.add("");
    List<String> endings = new ArrayList<>(ends);
    endings.add("");
    List<String> middles = middles(between);
    List<String> texts = new ArrayList<>();
    for (String start : beginnings) {
      for (String end : endings) {
        for (String middle : middles) {
          texts.add(start + middle + end);
        }
      }
    }
    return texts;
  }

  /** Every choice of parts, each between separators. */
  private List<String> middles(String between) {
    List<String> middles = new ArrayList<>();
    middles.add(between);
    int used = 0;
    for (String part : parts) {
      if (++used > MOST_PARTS) {
        tooMany = true;
        break;
      }
      int before = middles.size();
      for (int i = 0; i < before; i++) {
        middles.add(middles.get(i) + part + between);
      }
    }
    return middles;
  }
}
