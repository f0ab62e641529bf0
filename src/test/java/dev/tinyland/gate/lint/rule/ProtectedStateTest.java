package dev.tinyland.gate.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.reach.Lints;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands change which protected state, and where nothing is said. */
class ProtectedStateTest {
  private static final String SHOWN = "env: {TOFU_BACKEND_S3_BUCKET: tofu-state}\n";

  /** The levels of {@code unguarded-tofu-mutation} on one step. */
  private static List<Level> levels(Profile profile, String before, String step) {
    String yaml =
        before
            + "on: push\njobs:\n  j:\n    runs-on: x\n    steps:\n      - "
            + step.replace("\n", "\n        ")
            + "\n";
    List<Level> levels = new ArrayList<>();
    for (Finding finding : Lints.workflow(profile, yaml).findings()) {
      if (finding.rule().equals("unguarded-tofu-mutation")) {
        levels.add(finding.level());
      }
    }
    return levels;
  }

  private static List<Level> command(String command) {
    return levels(
        Profile.QUARANTINE, "", "working-directory: tofu/stacks/attic\nrun: '" + command + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tofu apply",
        "terraform apply plan.out",
        "tofu apply -destroy",
        "tofu destroy",
        "tofu refresh",
        "tofu import a b",
        "tofu taint a",
        "tofu untaint a",
        "tofu force-unlock 1",
        "tofu state mv a b",
        "tofu state rm a",
        "tofu state push x",
        "tofu state replace-provider a b",
        "tofu workspace delete x",
        "tofu init -migrate-state",
        "tofu init -force-copy",
        "sudo -E tofu apply",
        "doppler run -- tofu apply",
        "nix develop -c tofu apply",
        "bash -c \"tofu apply\"",
        "tofu \"$ACTION\""
      })
  void a_change(String command) {
    assertThat(command(command)).containsExactly(Level.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tofu plan",
        "tofu apply -help",
        "tofu -help apply",
        "tofu init",
        "tofu init -reconfigure",
        "tofu validate",
        "tofu fmt",
        "tofu output",
        "tofu show",
        "tofu state list",
        "tofu state pull",
        "tofu state show a",
        "tofu workspace list",
        "tofu workspace new x",
        "tofu version",
        "tofu",
        "echo tofu apply",
        "which tofu",
        "grep \"tofu apply\" README.md"
      })
  void no_change(String command) {
    assertThat(command(command)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "run: tofu -chdir=tofu/stacks/attic apply => ERROR",
        "run: tofu -chdir=./tofu/stacks/attic/ apply => ERROR",
        "run: tofu -chdir=tofu/modules/../stacks/attic apply => ERROR",
        "run: tofu -chdir=\"$GITHUB_WORKSPACE/tofu/stacks/attic\" apply => ERROR",
        "run: tofu -chdir=\"$(pwd)/tofu/stacks/attic\" apply => ERROR",
        "run: cd tofu/stacks && tofu -chdir=arc-runners apply => ERROR",
        "run: just tofu-apply runner-dashboard => ERROR",
        "run: make tofu-apply STACK=attic => ERROR",
        "run: scripts/tofu_apply.sh attic => ERROR",
        "run: just tofu-state-push gitlab-runners => ERROR",
        "uses: dflook/tofu-apply@v1\\nwith: {path: tofu/stacks/attic} => ERROR",
        "run: tofu -chdir=tofu/stacks/docs apply => ''",
        "run: tofu -chdir=infra/attic apply => ''",
        "run: tofu -chdir=attic apply => ''",
        "run: tofu -chdir=infra/stacks/attic apply => ''",
        "run: tofu -chdir=tofu/stacks/$STACK apply => ''",
        "run: tofu -chdir=\"$DIR\" apply => ''",
        "run: just tofu-apply website => ''",
        "run: just tofu-apply => ''",
        "run: tofu apply => ''",
      })
  void without_a_sign_only_a_stack_that_is_named_counts(String step, String level) {
    assertThat(levels(Profile.QUARANTINE, "", step.replace("\\n", "\n")).toString())
        .isEqualTo(level.isEmpty() ? "[]" : "[" + level + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "run: tofu -chdir=infra/stacks/attic apply => ERROR",
        "run: tofu -chdir=tofu/stacks/$STACK apply => ERROR",
        "run: tofu -chdir=tofu/stacks/$(cat stack) apply => WARNING",
        "run: tofu -chdir=\"$DIR\" apply => WARNING",
        "run: just tofu-apply => WARNING",
        "run: tofu apply => WARNING",
        "run: tofu -chdir=tofu/stacks/docs apply => ''",
        "run: just tofu-apply website => ''",
      })
  void in_a_repository_that_holds_the_state_what_is_not_known_is_said(String step, String level) {
    for (Profile profile : Profile.values()) {
      assertThat(levels(profile, SHOWN, step).toString())
          .isEqualTo(level.isEmpty() ? "[]" : "[" + level + "]");
    }
  }

  @Test
  void a_copy_of_the_stacks_with_state_of_its_own_is_nobodys_business() {
    String step = "run: tofu -chdir=tofu/stacks/attic apply";
    assertThat(levels(Profile.DOWNSTREAM, "", step)).isEmpty();
    assertThat(levels(Profile.DOWNSTREAM, SHOWN, step)).containsExactly(Level.ERROR);
  }

  @Test
  void the_key_of_the_state_names_the_stack() {
    String key = "env: {TOFU_BACKEND_S3_KEY: tinyland-infra/gitlab-runners/terraform.tfstate}\n";
    assertThat(levels(Profile.QUARANTINE, key, "run: tofu apply")).containsExactly(Level.ERROR);
    String init = "run: |\n  tofu init -backend-config=backends/arc-runners.s3.hcl\n  tofu apply";
    assertThat(levels(Profile.QUARANTINE, SHOWN, init)).containsExactly(Level.ERROR);
    assertThat(levels(Profile.QUARANTINE, "", init)).isEmpty();
  }

  @Test
  void the_combinations_of_a_matrix_are_known() {
    String yaml =
        """
        on: push
        jobs:
          guarded:
            strategy:
              matrix:
                include:
                  - {stack: attic, dir: tofu/stacks/attic}
                  - {stack: arc-runners, dir: tofu/stacks/arc-runners}
            runs-on: x
            steps:
              - run: just tofu-state-authority-deep-check ${{ matrix.stack }}
              - run: tofu -chdir=${{ matrix.dir }} taint x
          swapped:
            strategy:
              matrix:
                include:
                  - {stack: attic, dir: tofu/stacks/arc-runners}
            runs-on: x
            steps:
              - run: just tofu-state-authority-deep-check ${{ matrix.stack }}
              - run: tofu -chdir=${{ matrix.dir }} taint x
        """;
    assertThat(Lints.workflow(Profile.QUARANTINE, yaml).findings())
        .filteredOn(finding -> finding.rule().equals("unguarded-tofu-mutation"))
        .extracting(finding -> finding.span().line())
        .containsExactly(21);
  }
}
