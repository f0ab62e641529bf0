package dev.tinyland.gate.lint.markdown;

import dev.tinyland.gate.source.SourceFile;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads a page. Any text is one; the depth of what is nested in each other is bounded. */
public final class MarkdownReader {
  private static final int DEEPEST = 60;

  private MarkdownReader() {}

  /** The blocks of a page. What stands within a line is not parsed. */
  public static Page read(SourceFile file) {
    FrontMatter front = FrontMatter.of(file.text());
    String text = front.without(file.text());
    Parser parser =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();
    BlockCollector blocks = new BlockCollector(text);
    parser.parse(text).accept(blocks);
    return new Page(file, front.lines(), blocks.fences(), blocks.prose());
  }
}
