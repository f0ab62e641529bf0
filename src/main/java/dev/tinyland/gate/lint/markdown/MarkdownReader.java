package dev.tinyland.gate.lint.markdown;

import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import java.util.function.Predicate;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads a page. Any text is one; the depth of what is nested in each other is bounded. */
public final class MarkdownReader {
  private static final int DEEPEST = 200;

  private MarkdownReader() {}

  /** The blocks of a page. What stands within a line is not parsed. */
  public static Page read(SourceFile file) {
    String text = file.text();
    return read(file, List.of(new Part(0, text.length(), List.of())), part -> true);
  }

  /**
   * The same, but for blocks of sections that do not matter.
   *
   * @param matters whether a section with this text has to be read
   */
  public static Page read(SourceFile file, Predicate<String> matters) {
    FrontMatter front = FrontMatter.of(file.text());
    return read(file, Parts.of(front.without(file.text())), matters);
  }

  private static Page read(SourceFile file, List<Part> parts, Predicate<String> matters) {
    FrontMatter front = FrontMatter.of(file.text());
    String text = front.without(file.text());
    Parser parser =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();
    BlockCollector blocks = new BlockCollector(text);
    for (Part part : parts) {
      String section = text.substring(part.from(), part.to());
      if (matters.test(section)) {
        blocks.enter(part);
        parser.parse(section).accept(blocks);
      }
    }
    return new Page(file, front.lines(), blocks.fences(), blocks.prose());
  }
}
