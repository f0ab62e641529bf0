package dev.tinyland.gate.lint.rule;

import static dev.tinyland.gate.lint.reach.Lints.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code runs-on} of an operator probe can come out as. */
class LaneRuleLogicTest {
  private static final String JOB =
      """
      on:
        workflow_dispatch:
          inputs:
            typed: {type: string}
            picked: {type: choice, required: true, options: [tinyland-nix-operator, tinyland-nix]}
            hosted: {type: boolean}
      jobs:
        check:
          runs-on: LANE
          steps:
            - run: just tofu-state-authority-deep-check attic
      """;

  private static List<String> lint(String yaml) {
    List<String> found = new ArrayList<>();
    for (Finding finding : workflow(Profile.DOWNSTREAM, yaml).findings()) {
      found.add(finding.level().word() + ": " + finding.message());
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "ubuntu-latest => runs `just tofu-state-authority-deep-check attic` on `ubuntu-latest`",
        "[self-hosted, tinyland-nix] => on `self-hosted, tinyland-nix`",
        "${{ inputs.picked }} => can run `just tofu-state-authority-deep-check attic` on `tinyland-nix`",
        "${{ inputs.hosted && 'ubuntu-latest' || 'tinyland-nix-operator' }} => on `ubuntu-latest`",
        "${{ inputs.typed || 'macos-14' }} => on `macos-14`",
        "${{ fromJSON('[\"self-hosted\", \"x64\"]') }} => on `self-hosted, x64`",
        "${{ fromJSON('{\"group\":\"g\",\"labels\":\"x\"}') }} => on `x`",
        "tinyland-nix-operator-2 => on `tinyland-nix-operator-2`",
      })
  void elsewhere_is_an_error(String lane, String message) {
    assertThat(lint(JOB.replace("LANE", lane)))
        .singleElement()
        .asString()
        .startsWith("error: ")
        .contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "${{ inputs.typed }} => `inputs.typed`",
        "${{ vars.LANE || 'tinyland-nix-operator' }} => `vars.LANE`",
        "${{ fromJSON(vars.LANES) }} => `vars.LANES`",
        "[self-hosted, '${{ vars.LANE }}'] => `vars.LANE`",
        "{group: operators} => which runners the group `operators` has",
        "${{ needs.pick.outputs.lane }} => what only a run knows",
      })
  void what_only_the_run_knows_is_said(String lane, String dependsOn) {
    String yaml = JOB.replace("LANE", lane);
    if (lane.contains("needs")) {
      yaml =
          yaml.replace("check:\n", "check:\n    needs: pick\n")
              + "  pick:\n    uses: other/repository/.github/workflows/pick.yml@v1\n";
      dependsOn = "`needs.pick.outputs.lane`";
    }
    assertThat(lint(yaml))
        .singleElement()
        .asString()
        .startsWith("warning: It could not be decided")
        .contains(dependsOn);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "tinyland-nix-operator => x",
        "TinyLand-Nix-Operator => x",
        "[self-hosted, tinyland-nix-operator] => x",
        "[tinyland-nix-operator, '${{ vars.SIZE }}'] => x",
        "{group: operators, labels: tinyland-nix-operator} => x",
        "${{ github.ref == 'refs/heads/x' && 'tinyland-nix-operator' || 'tinyland-nix-operator' }} => x",
        "${{ fromJSON('[\"tinyland-nix-operator\"]') }} => x",
      })
  void the_lane_is_fine(String lane, String ignored) {
    assertThat(lint(JOB.replace("LANE", lane))).isEmpty();
  }

  @Test
  void a_probe_that_never_runs_there_is_fine() {
    String yaml =
        JOB.replace("LANE", "${{ inputs.picked }}")
            .replace("    steps:", "    if: inputs.picked != 'tinyland-nix'\n    steps:");
    assertThat(lint(yaml)).isEmpty();
  }
}
