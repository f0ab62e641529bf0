package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.lint.yaml.YamlNode.Scalar.Style;
import org.jspecify.annotations.Nullable;

/**
 * Where each UTF-16 unit of a scalar's value is written.
 *
 * <p>The library gives no such map, so the text is read once more in the way that made the value,
 * and every character is compared with it. A disagreement gives a map that knows one place only: a
 * coarse place is honest, a wrong one is not.
 */
final class ScalarPlaces {
  private final String text;
  private final int offset;
  private final int @Nullable [] starts;
  private final int @Nullable [] ends;
  private final int end;
  private final boolean known;

  private ScalarPlaces(
      String text,
      int offset,
      int @Nullable [] starts,
      int @Nullable [] ends,
      int end,
      boolean known) {
    this.text = text;
    this.offset = offset;
    this.starts = starts;
    this.ends = ends;
    this.end = end;
    this.known = known;
  }

  /**
   * The map for a scalar that lies in the text between two offsets, its tag and anchor included.
   */
  static ScalarPlaces of(String text, int start, int end, Style style, String value) {
    int content = afterProperties(text, start, end);
    boolean quoted = style == Style.SINGLE_QUOTED || style == Style.DOUBLE_QUOTED;
    int first = quoted ? Math.min(content + 1, end) : content;
    int last = quoted ? Math.max(first, end - 1) : end;
    boolean block = style == Style.LITERAL || style == Style.FOLDED;
    if (!block && last - first == value.length() && text.startsWith(value, first)) {
      return new ScalarPlaces(text, first, null, null, last, true);
    }
    PlaceWriter writer = new PlaceWriter(text, value);
    boolean agrees =
        block
            ? BlockReplay.replay(writer, text, content, end, style == Style.FOLDED, value)
            : FlowReplay.replay(writer, text, first, last, style);
    if (!agrees || !writer.isComplete()) {
      return new ScalarPlaces(text, start, null, null, start, false);
    }
    int tail = value.isEmpty() ? first : writer.ends[value.length() - 1];
    return new ScalarPlaces(text, first, writer.starts, writer.ends, tail, true);
  }

  /** The map of a value of which every unit's place is known already. */
  static ScalarPlaces known(String text, int[] starts) {
    int[] ends = new int[starts.length];
    for (int i = 0; i < starts.length; i++) {
      ends[i] = starts[i] + 1;
    }
    return new ScalarPlaces(text, starts[0], starts, ends, ends[ends.length - 1], true);
  }

  boolean isKnown() {
    return known;
  }

  /** The offset in the text at which the unit begins; for the value's length, where it ends. */
  int startOf(int index) {
    if (!known) {
      return offset;
    }
    int place = starts == null ? offset + index : index < starts.length ? starts[index] : end;
    return splitsPair(place) ? place - 1 : place;
  }

  /** The offset in the text after the unit. */
  int endOf(int index) {
    if (!known) {
      return offset;
    }
    int place = ends == null ? offset + index + 1 : ends[index];
    return splitsPair(place) ? place + 1 : place;
  }

  private boolean splitsPair(int place) {
    return place > 0
        && place < text.length()
        && Character.isLowSurrogate(text.charAt(place))
        && Character.isHighSurrogate(text.charAt(place - 1));
  }

  /** Skips tags, anchors, and the blanks and comments that may follow them. */
  static int afterProperties(String text, int start, int end) {
    int index = start;
    boolean blankBefore = false;
    while (index < end) {
      char c = text.charAt(index);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        index++;
        blankBefore = true;
      } else if (c == '&' || c == '!' || (c == '#' && blankBefore)) {
        index = c == '#' ? endOfLine(text, index, end) : endOfWord(text, index, end);
        blankBefore = false;
      } else {
        return index;
      }
    }
    return index;
  }

  private static int endOfWord(String text, int from, int end) {
    int index = from;
    while (index < end && " \t\n\r".indexOf(text.charAt(index)) < 0) {
      index++;
    }
    return index;
  }

  static int endOfLine(String text, int from, int end) {
    int index = from;
    while (index < end && text.charAt(index) != '\n' && text.charAt(index) != '\r') {
      index++;
    }
    return index;
  }

  /** How many characters the line break at the offset has; 0 when there is none. */
  static int breakLength(String text, int at, int end) {
    if (at >= end) {
      return 0;
    }
    char c = text.charAt(at);
    if (c == '\r') {
      return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
    }
    return c == '\n' ? 1 : 0;
  }
}
