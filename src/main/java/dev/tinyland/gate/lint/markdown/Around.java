package dev.tinyland.gate.lint.markdown;

import java.util.List;

/**
 * What stands around a block.
 *
 * @param headings of the sections that it lies in, the outermost first
 * @param comments HTML comments in front of it that speak for it: those of the page before its
 *     first heading, and those of the sections it lies in
 * @param before the text of the block in front of it, or in front of the list that holds it; empty
 *     for the first block of a section
 */
public record Around(List<String> headings, List<String> comments, String before) {
  public Around {
    headings = List.copyOf(headings);
    comments = List.copyOf(comments);
  }
}
