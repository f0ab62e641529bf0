package dev.tinyland.gate.lint.markdown;

import java.util.List;

/**
 * A part of a page, from one heading to the next, that reads alone as it does within the page.
 *
 * @param above the headings of the sections that it lies in, the outermost first
 */
record Part(int from, int to, List<Title> above) {
  Part {
    above = List.copyOf(above);
  }

  /** A heading with as many {@code #} as its level. */
  record Title(int level, String text) {}
}
