package dev.tinyland.gate.lint.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the fences (dollar, two braces, an expression, two braces) of a text. The end of a fence is
 * the first double closing brace outside single quotes, as GitHub's template reader has it.
 */
public final class Fences {
  private Fences() {}

  /**
   * One fence.
   *
   * @param start offset of the {@code $}
   * @param end offset after the closing braces; the end of the text where it is not closed
   * @param closed false where the text ends first
   */
  public record Fence(int start, int end, boolean closed) {
    /** The expression between the braces, as written. */
    public String expression(String text) {
      return text.substring(start + 3, closed ? end - 2 : end);
    }
  }

  /** All fences, in order. */
  public static List<Fence> in(String text) {
    int start = text.indexOf("${{");
    if (start < 0) {
      return List.of();
    }
    List<Fence> fences = new ArrayList<>();
    while (start >= 0) {
      Fence fence = fenceAt(text, start);
      fences.add(fence);
      start = text.indexOf("${{", fence.end());
    }
    return fences;
  }

  /** The fence that opens at the given offset. */
  public static Fence fenceAt(String text, int start) {
    boolean quoted = false;
    for (int i = start + 3; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (!quoted && c == '}' && i + 1 < text.length() && text.charAt(i + 1) == '}') {
        return new Fence(start, i + 2, true);
      }
    }
    return new Fence(start, text.length(), false);
  }
}
