package dev.tinyland.gate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.markdown.Fence;
import dev.tinyland.gate.lint.markdown.MarkdownReader;
import dev.tinyland.gate.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick look at a page passes over no block that the parser finds. */
class FencedTextTest {
  private static final List<String> LINES =
      List.of(
          "# One",
          "text",
          "",
          "",
          "```",
          "```sh",
          "```` markdown",
          "````",
          "~~~",
          "  ```",
          "   ```sh",
          "    ```",
          "- item",
          "- ```",
          "  text",
          "> quote",
          "> ```",
          "> text",
          "1. ```",
          "   text",
          "push",
          "  push",
          "> push",
          "   push",
          "``` push ```",
          "```mermaid",
          "- > ```",
          "  > push");

  @Test
  void every_block_that_holds_the_word_is_seen() {
    Random random = new Random(7);
    int seen = 0;
    int notThere = 0;
    for (int i = 0; i < 6_000; i++) {
      StringBuilder page = new StringBuilder();
      for (int line = random.nextInt(14); line >= 0; line--) {
        page.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
      }
      boolean there = false;
      for (Fence fence : MarkdownReader.read(new SourceFile("page.md", page.toString())).fences()) {
        boolean diagram = fence.info().startsWith("mermaid");
        there |= !diagram && fence.text().contains("push");
      }
      boolean found = finds(page.toString());
      if (there) {
        assertThat(found).as("\n%s", page).isTrue();
        seen++;
      } else if (!found) {
        notThere++;
      }
    }
    assertThat(seen).isGreaterThan(500);
    assertThat(notThere).isGreaterThan(500);
  }

  @Test
  void prose_and_diagrams_are_passed_over() {
    assertThat(finds("push\n\n```sh\nx\n```\n\npush\n")).isFalse();
    assertThat(finds("```mermaid\npush\n```\n")).isFalse();
    assertThat(finds("> ```sh\n> push\n> ```\n")).isTrue();
    assertThat(finds("```sh\npush")).isTrue();
  }

  private static boolean finds(String page) {
    return FencedText.any(
        page.getBytes(StandardCharsets.UTF_8),
        (text, from, to) ->
            new String(text, from, to - from, StandardCharsets.UTF_8).contains("push"));
  }
}
