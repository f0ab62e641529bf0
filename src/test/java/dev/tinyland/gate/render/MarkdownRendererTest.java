package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.source.SourceFile;
import dev.tinyland.gate.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {
  @Test
  void pairs_of_backticks_are_code_and_everything_else_is_text() {
    assertThat(MarkdownText.prose("Step `a_b` is <b>on</b> | *x* a_b _c_"))
        .isEqualTo("Step `a_b` is \\<b\\>on\\</b\\> \\| \\*x\\* a_b \\_c\\_");
    assertThat(MarkdownText.prose("one ` alone")).isEqualTo("one \\` alone");
    assertThat(MarkdownText.prose("[a](b) ![c](d) &amp; ~~e~~ $x$"))
        .isEqualTo("\\[a\\](b) !\\[c\\](d) \\&amp; \\~\\~e\\~\\~ \\$x\\$");
    assertThat(MarkdownText.prose("a\nb")).isEqualTo("a\\\\nb");
  }

  @Test
  void bare_addresses_and_names_do_not_become_links() {
    assertThat(MarkdownText.prose("see https://x.org, www.x.org or me@x.org: all"))
        .isEqualTo("see https\\://x.org, www\\.x.org or me\\@x.org: all");
  }

  @Test
  void code_can_hold_what_ends_code_or_a_cell() {
    assertThat(MarkdownText.code("attic push x")).isEqualTo("`attic push x`");
    assertThat(MarkdownText.code("a|`b`\\*"))
        .isEqualTo("<code>a&#124;&#96;b&#96;&#92;&#42;</code>");
    assertThat(MarkdownText.code("")).isEmpty();
    assertThat(MarkdownText.htmlProse("a `b<c>` & `d"))
        .isEqualTo("a <code>b&lt;c&gt;</code> &amp; `d");
    assertThat(MarkdownText.htmlCode("<`x`>")).isEqualTo("<code>&lt;`x`&gt;</code>");
  }

  @Test
  void a_fence_is_longer_than_any_run_of_backticks_in_it() {
    assertThat(MarkdownText.fenced("a\n````\n")).isEqualTo("`````text\na\n````\n`````\n");
    assertThat(MarkdownText.fenced("a")).isEqualTo("```text\na\n```\n");
  }

  @Test
  void a_row_stays_a_row_and_a_block_stays_closed_whatever_the_text() {
    Hostile hostile = new Hostile(29);
    for (int round = 0; round < 500; round++) {
      SourceFile file = new SourceFile("a", hostile.text(30));
      Finding finding =
          Samples.finding(
              "r",
              Level.ERROR,
              Span.at("a", 1, 1),
              hostile.text(20),
              List.of(hostile.text(20)),
              hostile.text(9));
      String text = render(Samples.of(List.of(finding), List.of(), file));
      List<String> rows = text.lines().filter(line -> line.startsWith("| error")).toList();
      assertThat(rows).hasSize(1);
      assertThat(unescapedBars(rows.getFirst())).as(rows.getFirst()).isEqualTo(5);
      assertThat(text.lines().filter(line -> line.equals("</details>"))).hasSize(1);
      assertThat(text.codePoints().noneMatch(c -> c != '\n' && Visible.isHidden(c))).isTrue();
    }
  }

  @Test
  void what_does_not_fit_is_left_out_whole_and_counted() {
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= 60; line++) {
      findings.add(
          Samples.finding("r", Level.NOTE, Span.at("ä", line, 1), "Number " + line + " 💥."));
    }
    findings.add(Samples.finding("r", Level.ERROR, Span.at("z", 1, 1), "The worst."));
    String text =
        new MarkdownRenderer(4096).render(Samples.of(findings, List.of()), RenderOptions.DEFAULTS);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(4096)
        .isGreaterThan(2500);
    long rows = text.lines().filter(line -> line.startsWith("| ") && line.contains("`")).count();
    long details = text.lines().filter(line -> line.startsWith("<details>")).count();
    assertThat(rows).isPositive();
    assertThat(text)
        .contains("| error | r | `z:1:1` | The worst. |")
        .endsWith(
            "**"
                + (2L * findings.size() - rows - details)
                + " entries were left out:** there is no room for more here; the full report lists"
                + " them all.\n");
    assertThat(text.lines().filter(line -> line.equals("</details>"))).hasSize((int) details);
  }

  @Test
  void graphs_of_errors_come_last_and_are_left_out_first() {
    String all = render(Samples.rich());
    int graphs = all.indexOf("### How it is reached");
    assertThat(graphs).isGreaterThan(all.lastIndexOf("<details><summary>surface"));
    assertThat(all.substring(graphs)).contains("```mermaid\nflowchart TD\n").contains("s1");
    int room = 1024 + all.substring(0, graphs).getBytes(StandardCharsets.UTF_8).length;
    String without = new MarkdownRenderer(room).render(Samples.rich(), RenderOptions.DEFAULTS);
    assertThat(without)
        .isEqualTo(
            all.substring(0, graphs)
                + "\n1 graph was left out; `gate reach --surface ID` prints each.\n");
  }

  @Test
  void ten_thousand_findings_stay_below_what_github_shows() {
    List<Finding> findings = new ArrayList<>();
    for (int line = 1; line <= 10_000; line++) {
      findings.add(
          Samples.finding("r", Level.ERROR, Span.at("dir/a.yml", line, 1), "é💥".repeat(30)));
    }
    assertThat(render(Samples.of(findings, List.of())).getBytes(StandardCharsets.UTF_8).length)
        .isBetween(1_000_000, 1 << 20);
  }

  private static int unescapedBars(String row) {
    int bars = 0;
    for (int i = 0; i < row.length(); i++) {
      if (row.charAt(i) == '\\') {
        i++;
      } else if (row.charAt(i) == '|') {
        bars++;
      }
    }
    return bars;
  }

  private static String render(dev.tinyland.gate.report.Report report) {
    return new MarkdownRenderer().render(report, RenderOptions.DEFAULTS);
  }
}
