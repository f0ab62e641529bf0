package dev.tinyland.gate.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@\n");

  @Test
  void a_change_has_three_lines_around_it() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    assertThat(UnifiedDiff.of("a/b.yml", before, before.replace("5", "five")))
        .isEqualTo(
            "--- a/a/b.yml\n+++ b/a/b.yml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    assertThat(UnifiedDiff.of("a", before, before)).isEmpty();
    assertThat(UnifiedDiff.of("a", before, before + "10\n"))
        .isEqualTo("--- a/a\n+++ b/a\n@@ -7,3 +7,4 @@\n 7\n 8\n 9\n+10\n");
    assertThat(UnifiedDiff.of("a", "", "1\n")).contains("@@ -0,0 +1 @@\n+1\n");
    assertThat(UnifiedDiff.of("a", "1\n", "")).contains("@@ -1 +0,0 @@\n-1\n");
  }

  @Test
  void a_missing_final_line_break_is_said_on_the_side_that_lacks_it() {
    assertThat(UnifiedDiff.of("a", "1\n2", "1\n2\n3"))
        .isEqualTo(
            "--- a/a\n+++ b/a\n@@ -1,2 +1,3 @@\n 1\n-2\n\\ No newline at end of file\n+2\n+3\n"
                + "\\ No newline at end of file\n");
    assertThat(UnifiedDiff.of("a", "1\n2", "0\n2"))
        .endsWith("-1\n+0\n 2\n\\ No newline at end of file\n");
  }

  @Test
  void carriage_returns_and_odd_names_are_kept() {
    assertThat(UnifiedDiff.of("a b", "1\r\n2\r\n", "1\r\n3\r\n"))
        .isEqualTo("--- a/a b\t\n+++ b/a b\t\n@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+3\r\n");
    assertThat(UnifiedDiff.of("a\"\n\\", "1\n", "2\n"))
        .startsWith("--- \"a/a\\\"\\012\\\\\"\n+++ \"b/a\\\"\\012\\\\\"\n@@ ");
  }

  @Test
  void any_patch_turns_the_one_text_into_the_other() {
    Random random = new Random(31);
    for (int round = 0; round < 2_000; round++) {
      String before = text(random);
      String after = random.nextInt(10) == 0 ? text(random) : mutated(before, random);
      String patch = UnifiedDiff.of("f", before, after);
      assertThat(patched(before, patch)).as(patch).isEqualTo(after);
    }
  }

  private static String text(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      out.append((char) ('a' + random.nextInt(5))).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
    }
    return random.nextInt(3) == 0 && !out.isEmpty() ? out.substring(0, out.length() - 1) : "" + out;
  }

  private static String mutated(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().map(line -> line + "\n").toList());
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(lines.size() + 1);
      if (random.nextBoolean() || at == lines.size()) {
        lines.add(at, "new " + random.nextInt(3) + "\n");
      } else {
        lines.remove(at);
      }
    }
    return String.join("", lines);
  }

  /** What patch does, without any tolerance: every header number has to be right. */
  private static String patched(String before, String patch) {
    List<String> lines = split(before);
    StringBuilder out = new StringBuilder();
    Matcher hunk = HUNK.matcher(patch);
    int from = 0;
    int made = 0;
    while (hunk.find()) {
      int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
      int start = Integer.parseInt(hunk.group(1)) - (count == 0 ? 0 : 1);
      int newCount = hunk.group(4) == null ? 1 : Integer.parseInt(hunk.group(4));
      int newStart = Integer.parseInt(hunk.group(3)) - (newCount == 0 ? 0 : 1);
      for (; from < start; from++, made++) {
        out.append(lines.get(from));
      }
      assertThat(made).isEqualTo(newStart);
      int end = patch.indexOf("\n@@ ", hunk.end());
      String body = patch.substring(hunk.end(), end < 0 ? patch.length() : end + 1);
      for (String line : split(body.replace("\n\\ No newline at end of file\n", "\\"))) {
        String content = line.endsWith("\\") ? line.substring(0, line.length() - 1) : line;
        for (String each : content.split("(?<=\\\\)(?=[-+ ])")) {
          String bare = each.endsWith("\\") ? each.substring(0, each.length() - 1) : each;
          if (bare.charAt(0) != '+') {
            assertThat(bare.substring(1)).isEqualTo(lines.get(from));
            from++;
            count--;
          }
          if (bare.charAt(0) != '-') {
            out.append(bare, 1, bare.length());
            made++;
            newCount--;
          }
        }
      }
      assertThat(count).isZero();
      assertThat(newCount).isZero();
    }
    for (; from < lines.size(); from++) {
      out.append(lines.get(from));
    }
    return out.toString();
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
  }
}
