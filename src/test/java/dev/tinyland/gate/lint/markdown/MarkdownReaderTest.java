package dev.tinyland.gate.lint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
  @Test
  void a_fence_has_its_info_and_every_line_with_its_place() {
    Page page = read("# Title\n\n```yaml title=\"ci.yml\"\na: 1\n\n  b: 2\n```\n");
    assertThat(page.fences()).hasSize(1);
    assertThat(page.fences().getFirst().info()).isEqualTo("yaml title=\"ci.yml\"");
    assertThat(places(page)).containsExactly("4:1 a: 1", "5:1 ", "6:1   b: 2");
  }

  @Test
  void marks_of_quotes_and_lists_and_the_indentation_of_the_fence_are_no_content() {
    Page page =
        read(
            """
            > ```sh
            > one
            >
            >   two
            > ```

            1. Item

               ~~~sh
               three
               ~~~

               - > ```
                 > four
                 > ```

              ```
              five
             six
              ```
            """);
    assertThat(places(page))
        .containsExactly(
            "2:3 one", "3:1 ", "4:3   two", "10:4 three", "14:8 four", "18:3 five", "19:2 six");
  }

  @Test
  void columns_count_code_points_and_other_line_ends_are_line_ends() {
    Page page =
        read(
            "Text \uD83D\uDE80\r\n\r\n- \uD83D\uDE80\r\n\r\n  ```sh\r\n  a \uD83D\uDE80 b\r\n  ```\r\n");
    assertThat(places(page)).containsExactly("6:3 a \uD83D\uDE80 b");
  }

  @Test
  void a_fence_that_nothing_closes_ends_with_what_holds_it() {
    assertThat(places(read("```\na\n# b\n"))).containsExactly("2:1 a", "3:1 # b");
    assertThat(places(read("- ```\n  a\n\nb\n"))).containsExactly("2:3 a", "3:1 ");
  }

  @Test
  void fences_that_a_generator_of_sites_indents_are_fences() {
    Page page =
        read(
            """
            === "GitHub"

                ``` yaml
                a: 1

                  b: 2
                ```

                Text

                ~~~
                c
            """);
    assertThat(page.fences()).extracting(Fence::info).containsExactly("yaml", "");
    assertThat(places(page)).containsExactly("4:5 a: 1", "5:1 ", "6:5   b: 2", "12:5 c");
  }

  @Test
  void code_within_a_line_and_blocks_of_html_are_no_fences() {
    Page page =
        read(
            "Use ```attic push``` or `x`.\n\n<pre>\n```\nattic push main\n```\n</pre>\n\n    $ x\n");
    assertThat(page.fences()).isEmpty();
  }

  @Test
  void a_block_knows_the_headings_above_it_and_the_text_in_front_of_it() {
    Page page =
        read(
            """
            # One

            Before.

            ```
            a
            ```

            Two
            ---

            ### Three
            ## Four

            Never these:

            - `b`
            - other

              ```
              c
              ```
            """);
    Around first = page.fences().getFirst().around();
    assertThat(first.headings()).containsExactly("# One");
    assertThat(first.before()).isEqualTo("Before.\n");
    Around second = page.fences().getLast().around();
    assertThat(second.headings()).containsExactly("# One", "## Four");
    assertThat(second.before()).isEqualTo("Never these:\nother\n");
    Prose item = page.prose().get(page.prose().size() - 2);
    assertThat(item.text()).isEqualTo("`b`\n");
    assertThat(item.around().before()).isEqualTo("Never these:\n");
  }

  @Test
  void a_comment_speaks_for_what_follows_in_its_section() {
    Page page =
        read(
            """
            <!-- page -->
            # One
            ```
            a
            ```
            ## Two
            <!-- two -->
            ```
            b
            ```
            ### Three
            ```
            c
            ```
            ## Four
            Text with `<!-- code -->` and <!-- inline -->.

            ```
            d
            ```
            """);
    assertThat(page.fences())
        .extracting(fence -> fence.around().comments())
        .containsExactly(
            List.of("page"), List.of("page", "two"), List.of("page", "two"), List.of("page"));
  }

  @Test
  void front_matter_is_no_heading() {
    Page page = read("---\ntitle: x\ngate: historical\n---\n\n```\na\n```\n");
    assertThat(page.frontMatter()).containsExactly("title: x", "gate: historical");
    assertThat(page.fences().getFirst().around().headings()).isEmpty();
    assertThat(places(page)).containsExactly("7:1 a");
    assertThat(read("---\nno end\n").frontMatter()).isEmpty();
  }

  @Test
  void what_is_nested_without_end_is_read_all_the_same() {
    assertThat(read("> ".repeat(5_000) + "a\n\n```\nb\n```\n").fences()).hasSize(1);
    assertThat(read("- ".repeat(5_000) + "a").fences()).isEmpty();
  }

  private static Page read(String text) {
    return MarkdownReader.read(new SourceFile("page.md", text));
  }

  private static List<String> places(Page page) {
    List<String> places = new ArrayList<>();
    for (Fence fence : page.fences()) {
      for (Line line : fence.lines()) {
        SourceFile file = page.file();
        places.add(
            file.lineAt(line.offset()) + ":" + file.columnAt(line.offset()) + " " + line.text());
      }
    }
    return places;
  }
}
