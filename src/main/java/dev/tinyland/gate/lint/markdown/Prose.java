package dev.tinyland.gate.lint.markdown;

import java.util.List;

/**
 * A paragraph, a heading or a table: text that people read. Inline code is a part of it.
 *
 * @param lines as written
 */
public record Prose(List<Line> lines, Around around) {
  public Prose {
    lines = List.copyOf(lines);
  }

  /** The text, lines parted by line feeds. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(line.text()).append('\n');
    }
    return text.toString();
  }
}
