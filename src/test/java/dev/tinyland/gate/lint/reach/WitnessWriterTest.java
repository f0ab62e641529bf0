package dev.tinyland.gate.lint.reach;

import static dev.tinyland.gate.lint.reach.Lints.job;
import static dev.tinyland.gate.lint.reach.Lints.push;
import static dev.tinyland.gate.lint.reach.Lints.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Cell;
import dev.tinyland.gate.report.Witness;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessWriterTest {
  private static List<Witness.Condition> conditions(String yaml) {
    Cell cell = Lints.workflow(Profile.QUARANTINE, yaml).surfaces().getFirst().reach().getFirst();
    return Objects.requireNonNull(cell.witness(), cell.because()).conditions();
  }

  @Test
  void each_condition_has_the_contexts_of_its_own_place() {
    String yaml =
        job(
            "release",
            "    if: vars.X == 'a'\n    env: {Y: '${{ vars.X }}-b'}\n    steps:\n"
                + step("env.Y == 'a-b' && startsWith(github.ref, 'refs/tags/v')"));
    List<Witness.Condition> conditions = conditions(yaml);
    assertThat(conditions).hasSize(2);
    assertThat(conditions.getFirst().context()).isEqualTo(Map.of("vars", Map.of("X", "a")));
    assertThat(conditions.getLast().context())
        .containsEntry("env", Map.of("Y", "a-b"))
        .containsKey("github");
    assertThat(conditions.getLast().status()).isEqualTo("success");
  }

  @Test
  void a_status_that_is_not_success_is_written_down() {
    assertThat(conditions(push("release", "failure()")).getLast().status()).isEqualTo("failure");
    assertThat(conditions(push("release", "cancelled()")).getLast().status())
        .isEqualTo("cancelled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github.event.foo && github.event.foo.bar == 'x'",
        "vars[github.event.name] == 'x' || vars.Y == 'y'",
        "github.event['release'].prerelease == false",
        "contains(fromJSON('[\"a\", \"b\"]'), vars.X)",
        "vars.X == vars.Y && vars.Y == 'q'",
        "github.repository_owner == 'acme' && github.repository != 'acme/x'",
      })
  void what_was_found_can_be_evaluated_again(String condition) {
    // The writer evaluates what it has written before it gives it out.
    assertThat(conditions(push("release", "'" + condition.replace("'", "''") + "'"))).isNotEmpty();
  }

  @Test
  void needs_and_filters_are_written_down() {
    String yaml =
        "on: release\njobs:\n  a:\n    runs-on: x\n    steps: [{run: make}]\n"
            + "  b:\n    runs-on: x\n    needs: a\n    if: contains(needs.*.result, 'failure') && always()\n"
            + "    steps: [{run: attic push c r}]\n";
    assertThat(conditions(yaml).getFirst().context())
        .isEqualTo(Map.of("needs", Map.of("a", Map.of("result", "failure"))));
  }
}
