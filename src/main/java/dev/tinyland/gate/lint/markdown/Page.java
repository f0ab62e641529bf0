package dev.tinyland.gate.lint.markdown;

import dev.tinyland.gate.source.SourceFile;
import java.util.List;

/**
 * A Markdown page.
 *
 * @param frontMatter the lines between the {@code ---} at its very top, none where there are none
 * @param fences its fenced code blocks in order, those in quotes, lists and indented blocks too
 */
public record Page(
    SourceFile file, List<String> frontMatter, List<Fence> fences, List<Prose> prose) {
  public Page {
    frontMatter = List.copyOf(frontMatter);
    fences = List.copyOf(fences);
    prose = List.copyOf(prose);
  }
}
