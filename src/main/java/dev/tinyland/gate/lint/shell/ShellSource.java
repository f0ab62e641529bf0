package dev.tinyland.gate.lint.shell;

import dev.tinyland.gate.lint.expression.Fences;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Text for the reader with the place of each character in the outermost script text. A character
 * can stand for a part of a word that is not known (a hole).
 */
final class ShellSource {
  private static final char HOLE = '\uFFFC';

  private final String text;
  private final int origin;
  private final int @Nullable [] starts;
  private final int @Nullable [] ends;
  private final Map<Integer, WordPart> holes;

  private ShellSource(
      String text,
      int origin,
      int @Nullable [] starts,
      int @Nullable [] ends,
      Map<Integer, WordPart> holes) {
    this.text = text;
    this.origin = origin;
    this.starts = starts;
    this.ends = ends;
    this.holes = holes;
  }

  static ShellSource of(String text) {
    return new ShellSource(text, 0, null, null, Map.of());
  }

  /**
   * A text whose characters stand elsewhere.
   *
   * @param offsets the place of each character, {@code null} for its own index
   * @param base added to all places
   */
  static ShellSource placed(String text, int @Nullable [] offsets, int base) {
    if (offsets == null) {
      return new ShellSource(text, base, null, null, Map.of());
    }
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = base + offsets[i];
      ends[i] = starts[i] + 1;
    }
    return new ShellSource(text, base, starts, ends, Map.of());
  }

  static ShellSource spliced(String text, Function<String, @Nullable String> expressions) {
    List<Fences.Fence> fences = Fences.in(text);
    Builder builder = new Builder(0);
    int copied = 0;
    for (Fences.Fence fence : fences) {
      String known = fence.closed() ? expressions.apply(fence.expression(text)) : null;
      if (known == null) {
        continue;
      }
      builder.append(text.substring(copied, fence.start()), copied, fence.start());
      builder.appendAt(known, fence.start(), fence.end());
      copied = fence.end();
    }
    if (copied == 0 && builder.isEmpty()) {
      return of(text);
    }
    builder.append(text.substring(copied), copied, text.length());
    return builder.build();
  }

  String text() {
    return text;
  }

  /** Where the character at an index starts in the outermost text. */
  int start(int index) {
    if (starts == null) {
      return origin + index;
    }
    return index < starts.length ? starts[index] : end(index);
  }

  /** Where the character before an index ends in the outermost text. */
  int end(int index) {
    if (ends == null) {
      return origin + index;
    }
    return index == 0 || ends.length == 0 ? origin : ends[Math.min(index, ends.length) - 1];
  }

  @Nullable WordPart hole(int index) {
    return holes.isEmpty() ? null : holes.get(index);
  }

  /** Puts a source together from pieces. */
  static final class Builder {
    private final int origin;
    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, WordPart> holes = new HashMap<>();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    Builder(int origin) {
      this.origin = origin;
    }

    boolean isEmpty() {
      return text.isEmpty();
    }

    int length() {
      return text.length();
    }

    /** Appends text from a place that holds exactly this text, or stands for it as a whole. */
    void append(String piece, int start, int end) {
      boolean verbatim = end - start == piece.length();
      if (!verbatim) {
        appendAt(piece, start, end);
        return;
      }
      reserve(piece.length());
      for (int i = 0; i < piece.length(); i++) {
        starts[text.length() + i] = start + i;
        ends[text.length() + i] = start + i + 1;
      }
      text.append(piece);
    }

    /** Appends text all of which belongs to one place. */
    void appendAt(String piece, int start, int end) {
      reserve(piece.length());
      Arrays.fill(starts, text.length(), text.length() + piece.length(), start);
      Arrays.fill(ends, text.length(), text.length() + piece.length(), end);
      text.append(piece);
    }

    void appendHole(WordPart part) {
      holes.put(text.length(), part);
      appendAt(String.valueOf(HOLE), part.start(), part.end());
    }

    /** Appends the text of a word that has been resolved, as the shell would hand it on. */
    void append(Word word) {
      for (WordPart part : word.parts()) {
        switch (part) {
          case WordPart.Literal literal -> append(literal.text(), literal.start(), literal.end());
          case WordPart.Expression expression -> appendHole(expression);
          case WordPart.Unknown unknown -> appendHole(unknown);
          default -> {
            // The value was taken outside: the inner shell must neither run nor resolve it again.
            String display = new Word(List.of(part), part.start(), part.end()).display();
            appendHole(new WordPart.Unknown(display, part.quoted(), part.start(), part.end()));
          }
        }
      }
    }

    private void reserve(int more) {
      int needed = text.length() + more;
      if (needed > starts.length) {
        int size = Math.max(needed, starts.length * 2);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
      }
    }

    ShellSource build() {
      int length = text.length();
      return new ShellSource(
          text.toString(),
          origin,
          Arrays.copyOf(starts, length),
          Arrays.copyOf(ends, length),
          holes);
    }
  }
}
