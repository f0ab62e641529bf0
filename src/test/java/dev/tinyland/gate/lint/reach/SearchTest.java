package dev.tinyland.gate.lint.reach;

import static dev.tinyland.gate.lint.reach.Lints.because;
import static dev.tinyland.gate.lint.reach.Lints.can;
import static dev.tinyland.gate.lint.reach.Lints.job;
import static dev.tinyland.gate.lint.reach.Lints.push;
import static dev.tinyland.gate.lint.reach.Lints.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static String joined(int count, String pattern, String by) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(pattern.replace("#", String.valueOf(i)));
    }
    return String.join(by, parts);
  }

  @Test
  void many_names_are_no_trouble_where_they_do_not_depend_on_each_other() {
    assertThat(can(push("release", joined(20, "vars.X# != 'a'", " && ")))).isEqualTo("maybe");
    assertThat(can(push("release", joined(20, "vars.X# == 'a'", " && ")))).isEqualTo("maybe");
    assertThat(can(push("release", joined(20, "vars.X# == 'a'", " || ")))).isEqualTo("maybe");
  }

  @Test
  void a_contradiction_is_found_behind_many_other_names() {
    String others = joined(20, "vars.X# != 'a'", " && ");
    String yaml =
        job(
            "release",
            "    if: " + others + " && vars.Y == 'a'\n    steps:\n" + step("vars.Y == 'b'"));
    assertThat(can(yaml)).isEqualTo("no");
  }

  @Test
  void a_search_that_is_too_long_says_so() {
    // Each name alone can be what is wanted, and no two of the many agree: nothing short proves it.
    String chain = joined(12, "(vars.A# == 'x') == (vars.A# != 'x' || vars.B# == 'y')", " && ");
    String odd =
        "format('" + joined(12, "{#}", "") + "', " + joined(12, "vars.B#", ", ") + ") == 'zq'";
    String yaml = push("release", chain + " && " + odd);
    assertThat(can(yaml)).isEqualTo("maybe");
    assertThat(because(yaml)).startsWith("not decided: ");
  }

  @Test
  void outputs_that_rest_on_each_other_many_times_end() {
    StringBuilder steps = new StringBuilder("    steps:\n");
    for (int i = 0; i < 60; i++) {
      String before = "steps.s" + (i - 1) + ".outputs.o";
      String value = i == 0 ? "${{ vars.X }}" : "${{ " + before + " }}${{ " + before + " }}";
      steps
          .append("      - id: s")
          .append(i)
          .append("\n        run: echo o=$O >> $GITHUB_OUTPUT\n");
      steps.append("        env: {O: \"").append(value).append("\"}\n");
      if (i > 0) {
        steps.append("        if: ").append(before).append(" != 'q'\n");
      }
    }
    String yaml = job("release", steps + step("steps.s59.outputs.o == 'a'"));
    assertThat(can(yaml)).isEqualTo("maybe");
    assertThat(because(yaml)).startsWith("not decided: ");
  }

  @Test
  void the_reason_names_the_conditions_that_exclude_each_other() {
    String yaml =
        job("release", "    if: vars.X == 'a'\n    steps:\n" + step("vars.X == 'b' && vars.Y"));
    assertThat(because(yaml))
        .isEqualTo(
            "job `if: vars.X == 'a'` and `if: vars.X == 'b' && vars.Y` are never true together here");
    assertThat(because(push("release", "false"))).isEqualTo("`if: false` is never true here");
    assertThat(because(push("release", ""))).isEqualTo("no condition stands in the way");
    assertThat(because(push("release", "github.event_name == 'release'")))
        .isEqualTo("`if: github.event_name == 'release'` is always true here");
  }

  @Test
  void the_reason_of_a_maybe_names_what_has_to_be_and_nothing_else() {
    assertThat(because(push("release", "vars.X == 'a' || failure()")))
        .isEqualTo("when `vars.X` is `a`");
    assertThat(because(push("release", "failure()")))
        .isEqualTo("when an earlier step is not a success");
    assertThat(because(push("release", "vars.X && vars.Y == ''")))
        .isEqualTo("when `vars.X` is set and `vars.Y` is empty");
    assertThat(because(push("release", "github.ref_name != 'v1'")))
        .isEqualTo("when `github.ref_name` is `some-tag`, for example");
    assertThat(because(push("release", "fromJSON(vars.X).y")))
        .isEqualTo("not decided: `if: fromJSON(vars.X).y` depends on values that only a run knows");
  }
}
