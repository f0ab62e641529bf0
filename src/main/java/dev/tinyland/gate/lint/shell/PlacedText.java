package dev.tinyland.gate.lint.shell;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text taken out of a file, with the place of each of its characters there. */
public final class PlacedText {
  private final String text;
  private final int @Nullable [] offsets;

  private PlacedText(String text, int @Nullable [] offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  /** The file as a whole. */
  public static PlacedText whole(String text) {
    return new PlacedText(text, null);
  }

  public String text() {
    return text;
  }

  ShellSource source(int base) {
    return ShellSource.placed(text, offsets, base);
  }

  /** Puts a text together from pieces of a file. */
  public static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[128];

    /** Adds a character that stands at the offset, or for what stands there. */
    public Builder add(char c, int offset) {
      if (text.length() == offsets.length) {
        offsets = Arrays.copyOf(offsets, 2 * offsets.length);
      }
      offsets[text.length()] = offset;
      text.append(c);
      return this;
    }

    /** Adds a piece of the file as it is. */
    public Builder addPiece(String file, int from, int to) {
      for (int i = from; i < to; i++) {
        add(file.charAt(i), i);
      }
      return this;
    }

    /** Adds a text that stands for what is at the offset. */
    public Builder addFor(String replacement, int offset) {
      for (int i = 0; i < replacement.length(); i++) {
        add(replacement.charAt(i), offset);
      }
      return this;
    }

    public boolean isEmpty() {
      return text.isEmpty();
    }

    public PlacedText build() {
      return new PlacedText(text.toString(), Arrays.copyOf(offsets, text.length()));
    }
  }
}
