package dev.tinyland.gate.lint.yaml;

import dev.tinyland.gate.source.SourceFile;
import java.util.Arrays;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The library's marks count code points from the start of the text; ours count UTF-16 units. */
final class Offsets {
  private final SourceFile file;
  private final int length;

  /** Code point indexes of the characters that take two units. */
  private final int[] pairs;

  Offsets(SourceFile file, String text) {
    this.file = file;
    this.length = text.length();
    this.pairs = findPairs(text);
  }

  int of(Optional<Mark> mark, int otherwise) {
    return mark.isPresent() ? of(mark.get()) : otherwise;
  }

  int of(Mark mark) {
    int index = mark.getIndex();
    int before = pairs.length == 0 ? 0 : Arrays.binarySearch(pairs, index);
    int offset = index + (before >= 0 ? before : -before - 1);
    return Math.min(offset, length);
  }

  int line(int offset) {
    return file.lineAt(offset);
  }

  private static int[] findPairs(String text) {
    int[] found = new int[0];
    // Costs nothing for text without characters above U+00FF, which is nearly every file.
    if (text.codePointCount(0, text.length()) == text.length()) {
      return found;
    }
    int count = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count] = i - count;
        count++;
        i++;
      }
    }
    return count == found.length ? found : Arrays.copyOf(found, count);
  }
}
