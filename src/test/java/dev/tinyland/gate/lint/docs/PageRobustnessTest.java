package dev.tinyland.gate.lint.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a page holds: no crash, and every finding lies in the page. */
class PageRobustnessTest {
  private static final List<String> PIECES =
      List.of(
          "```yaml\n",
          "```sh\n",
          "```\n",
          "~~~\n",
          "> ",
          "- ",
          "    ",
          "\t",
          "\n",
          "\n\n",
          "# H\n",
          "<!-- gate: historical -->\n",
          "---\n",
          "...\n",
          "- uses: ryanccn/attic-action@v0\n",
          "on: [push]\n",
          "jobs:\n",
          "  a:\n",
          "    steps:\n",
          "      - run: attic push main x\n",
          "with:\n",
          "  push-cache: \"true\"\n",
          "push-cache: ${{ broken\n",
          "run: |\n",
          "$ attic push a b\n",
          "attic push \\\n",
          "\uD83D\uDE80",
          "\r\n",
          "\r",
          "\0",
          "\uFEFF",
          "\uD800",
          "'",
          "\"",
          "{",
          "[",
          "*a",
          "&a ",
          "https://attic.tinyland.dev ",
          "attic-cache-dev",
          "--remote_executor=",
          "script:\n",
          "  - attic push x\n",
          "İ",
          "\u2028",
          "```diff\n",
          "+ ",
          "```just\n",
          "runs:\n  using: composite\n",
          "inputs:\n");

  @Test
  void nothing_that_a_page_holds_is_too_much() {
    Random random = new Random(20261121);
    int findings = 0;
    for (int i = 0; i < 3_000; i++) {
      StringBuilder page = new StringBuilder();
      for (int piece = random.nextInt(40); piece >= 0; piece--) {
        page.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      Policy policy = Policy.ofSeeds(i % 2 == 0 ? Profile.QUARANTINE : Profile.DOWNSTREAM);
      String text = page.toString();
      int lines = new SourceFile("page.md", text).lineCount();
      for (Finding finding : Lints.beside(Map.of("page.md", text), policy).findings()) {
        assertThat(finding.span().path()).isEqualTo("page.md");
        assertThat(finding.span().endLine())
            .as("%s in\n%s", finding, text)
            .isLessThanOrEqualTo(lines);
        findings++;
      }
    }
    assertThat(findings).isGreaterThan(300);
  }
}
