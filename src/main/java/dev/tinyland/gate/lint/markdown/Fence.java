package dev.tinyland.gate.lint.markdown;

import java.util.List;

/**
 * A fenced code block.
 *
 * @param info what stands behind the opening fence, without surrounding blanks
 * @param lines its content, without the fences
 */
public record Fence(String info, List<Line> lines, Around around) {
  public Fence {
    lines = List.copyOf(lines);
  }

  /** The content, lines parted by line feeds. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.text()).append('\n');
    }
    return text.toString();
  }
}
