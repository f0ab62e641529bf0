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

  private static final String SEPARATORS = "xzqjkvwybpgfmucdlhrsnioateXZ0123456789~^";

  private final String likely;
  private final List<String> stems;
  private final Set<String> starts = new LinkedHashSet<>();
  private final Set<String> ends = new LinkedHashSet<>();
  private final Set<String> parts = new LinkedHashSet<>();
  private final StringBuilder seen = new StringBuilder();
  private boolean tooMany;

  Pieces(String likely, List<String> stems) {
    this.likely = likely;
    this.stems = stems;
  }

  /** Whether some texts that matter are left out. */
  boolean tooMany() {
    return tooMany;
  }

  List<String> start(String text) {
    boolean seen = see(text);
    boolean added = starts.add(text);
    return seen || added ? texts() : List.of();
  }

  List<String> end(String text) {
    boolean seen = see(text);
    boolean added = ends.add(text);
    return seen || added ? texts() : List.of();
  }

  List<String> part(String text) {
    boolean seen = see(text);
    boolean added = parts.add(text);
    return seen || added ? texts() : List.of();
  }

  /** A text that the name is compared with as a whole. */
  List<String> avoid(String text) {
    boolean searched = !starts.isEmpty() || !ends.isEmpty() || !parts.isEmpty();
    char before = separator();
    see(text);
    return searched && before != separator() ? texts() : List.of();
  }

  /** Whether a text has something in it that nobody wrote. */
  static boolean isMadeUp(String text) {
    if (text.startsWith("some-")) {
      return true;
    }
    for (int i = 0; i + 2 < text.length(); i++) {
      char c = text.charAt(i);
      if (c == text.charAt(i + 1) && c == text.charAt(i + 2) && SEPARATORS.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean see(String text) {
    seen.append(text.toLowerCase(Locale.ROOT)).append('\n');
    return false;
  }

  private char separator() {
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char c = Character.toLowerCase(SEPARATORS.charAt(i));
      if (seen.indexOf(String.valueOf(c)) < 0) {
        return SEPARATORS.charAt(i);
      }
    }
    tooMany = true;
    return '~';
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    String filler = String.valueOf(separator()).repeat(3);
    // A readable text first; the proof needs only those with the separator.
    for (String start : starts) {
      texts.add(start);
      texts.add(start + likely);
    }
    for (String end : ends) {
      texts.add(likely + end);
    }
    List<String> beginnings = new ArrayList<>(starts);
    beginnings.addAll(stems);
    beginnings.add("");
    List<String> endings = new ArrayList<>(ends);
    endings.add("");
    List<String> middles = middles(filler);
    for (String start : beginnings) {
      for (String end : endings) {
        for (String middle : middles) {
          texts.add(start + middle + end);
        }
        overlapped(start, end, texts);
      }
    }
    return texts;
  }

  /** A beginning and an end may share characters, which only equality can tell. */
  private static void overlapped(String start, String end, List<String> texts) {
    if (!start.isEmpty() && !end.isEmpty()) {
      texts.add(start + end);
    }
  }

  /** Every choice of parts, each between separators. */
  private List<String> middles(String filler) {
    List<String> middles = new ArrayList<>();
    middles.add(filler);
    int used = 0;
    for (String part : parts) {
      if (++used > MOST_PARTS) {
        tooMany = true;
        break;
      }
      int before = middles.size();
      for (int i = 0; i < before; i++) {
        middles.add(middles.get(i) + part + filler);
      }
    }
    return middles;
  }
}
