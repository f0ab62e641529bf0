package dev.tinyland.gate.lint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A page that is read in parts gives the blocks of the page that is read as a whole. */
class PartsTest {
  private static final List<String> LINES =
      List.of(
          "# One",
          "## Two",
          "### Three",
          "#not",
          "####### seven",
          " ## indented",
          "text",
          "more text",
          "",
          "",
          "",
          "```",
          "```yaml",
          "```` markdown",
          "````",
          "~~~",
          "~~~ sh",
          "  ```",
          "   ```sh",
          "    ```",
          "- item",
          "- ```",
          "  text",
          "> quote",
          "> ```",
          "> # quoted",
          "> text",
          "1. one",
          "   ```",
          "   text",
          "---",
          "===",
          "# `code`",
          "``` a ``` b",
          "<div>",
          "</div>",
          "<!-- c -->",
          "<!--",
          "-->",
          "| a | b |",
          "    indented",
          "# comment # comment",
          "a: 1",
          "\t# tab",
          "* * *");

  @Test
  void a_page_in_parts_is_the_page() {
    Random random = new Random(20261120);
    int inParts = 0;
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int line = random.nextInt(12); line >= 0; line--) {
        text.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
      }
      SourceFile file = new SourceFile("page.md", text.toString());
      Page whole = MarkdownReader.read(file);
      Page parts = MarkdownReader.read(file, section -> true);
      assertThat(parts.fences()).as("fences of\n%s", text).isEqualTo(whole.fences());
      assertThat(texts(parts)).as("prose of\n%s", text).isEqualTo(texts(whole));
      inParts += Parts.of(file.text()).size() > 1 ? 1 : 0;
    }
    assertThat(inParts).isGreaterThan(200);
  }

  @Test
  void parts_together_are_the_text() {
    String text = "a\n# One\nb\n## Two\n```\n# no\n```\n# Three\nc";
    List<Part> parts = Parts.of(text);
    assertThat(parts)
        .extracting(part -> text.substring(part.from(), part.to()))
        .containsExactly("a\n", "# One\nb\n", "## Two\n```\n# no\n```\n", "# Three\nc");
    assertThat(parts)
        .extracting(part -> part.above().stream().map(Part.Title::text).toList())
        .containsExactly(List.of(), List.of(), List.of("# One"), List.of());
  }

  @Test
  void a_page_whose_lines_leave_a_doubt_is_one_part() {
    for (String doubt :
        List.of(
            "<!--\n# a\n-->\n", "a\n---\n", "```\n", "- ```\n# b\n", "```\n```sh\n", "  # c\n")) {
      assertThat(Parts.of("# One\n\n" + doubt + "\n# Two\n")).as(doubt).hasSize(1);
    }
  }

  @Test
  void a_section_that_does_not_matter_is_left_out() {
    String text = "# One\n```\na\n```\n## Two\n```\nb\n```\n";
    Page page =
        MarkdownReader.read(new SourceFile("page.md", text), section -> section.contains("b"));
    assertThat(page.fences()).extracting(Fence::text).containsExactly("b\n");
    assertThat(page.fences().getFirst().around().headings()).containsExactly("# One", "## Two");
  }

  private static List<String> texts(Page page) {
    return page.prose().stream().map(Prose::text).toList();
  }
}
