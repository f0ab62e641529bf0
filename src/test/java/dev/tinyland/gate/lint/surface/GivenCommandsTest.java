package dev.tinyland.gate.lint.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.policy.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that are given the write from elsewhere. */
class GivenCommandsTest {
  private static final String BOTH = "attic push main x: push, pull_request";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- run: $CMD\n  env: {CMD: attic push main x}",
        "- run: bash -c \"$CMD\"\n  env: {CMD: attic push main x}",
        "- run: eval \"$CMD\"\n  env: {CMD: attic push main x}",
        "- run: ${{ env.CMD }}\n  env: {CMD: attic push main x}",
        "- run: echo 'CMD=attic push main x' >> \"$GITHUB_ENV\"\n- run: $CMD",
        "- run: echo 'CMD=attic push main x' >> \"$GITHUB_ENV\"\n- run: ${{ env.CMD }}",
        "- id: a\n  run: echo 'cmd=attic push main x' >> \"$GITHUB_OUTPUT\"\n- run: ${{ steps.a.outputs.cmd }}",
      })
  void by_a_variable_or_an_output(String steps) {
    assertThat(Lints.writes(Lints.steps(steps))).containsExactly(BOTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat >> \"$GITHUB_ENV\" <<EOF\n    CMD<<X\n    attic push main x\n    X\n    EOF",
        "echo 'CMD<<X' >> $GITHUB_ENV\n    echo 'attic push main x' >> $GITHUB_ENV\n    echo X >> $GITHUB_ENV",
      })
  void by_a_variable_of_several_lines(String script) {
    assertThat(Lints.writes(Lints.steps("- run: |\n    " + script + "\n- run: bash -c \"$CMD\"")))
        .containsExactly("attic push main x: push?, pull_request?");
  }

  @Test
  void by_an_expression() {
    assertThat(
            Lints.writes(
                Lints.steps(
                    "- run: ${{ github.event_name == 'push' && 'attic push main x' || 'true' }}")))
        .containsExactly("attic push main x: push");
    assertThat(
            Lints.writes(
                Lints.steps(
                    "- run: $CMD main x\n  env:\n    CMD: ${{ github.event_name == 'push' && 'attic push' || 'true' }}")))
        .containsExactly("attic push main x: push");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cmd: [nix build, attic push main x]",
        "include:\n      - {n: 1, cmd: nix build}\n      - {n: 2, cmd: attic push main x}",
      })
  void by_a_matrix(String matrix) {
    for (String step :
        new String[] {
          "run: ${{ matrix.cmd }}",
          "{run: 'bash -c \"$CMD\"', env: {CMD: '${{ matrix.cmd }}'}}",
          "{uses: o/r/.github/actions/nix-job@v1, with: {push-cache: 'false', command: '${{ matrix.cmd }}'}}"
        }) {
      assertThat(
              Lints.writes(
                  Lints.workflow(
                      "on: [push, pull_request]\njobs:\n  a:\n    strategy:\n      matrix:\n        "
                          + matrix.replace("\n", "\n    ")
                          + "\n    steps:\n      - "
                          + step
                          + "\n")))
          .as(step)
          .contains(BOTH);
    }
  }

  @Test
  void by_a_matrix_written_as_json() {
    assertThat(
            Lints.writes(
                Lints.workflow(
                    """
                    on: pull_request
                    jobs:
                      a:
                        strategy:
                          matrix:
                            cmd: ${{ fromJSON('["nix build", "attic push main x"]') }}
                        steps:
                          - run: ${{ matrix.cmd }}
                    """)))
        .containsExactly("attic push main x: pull_request?");
  }

  @Test
  void by_a_job_that_stands_further_down() {
    assertThat(
            Lints.writes(
                Lints.workflow(
                    """
                    on: pull_request
                    jobs:
                      b:
                        needs: a
                        steps:
                          - run: ${{ needs.a.outputs.cmd }}
                      a:
                        outputs: {cmd: '${{ steps.s.outputs.cmd }}'}
                        steps:
                          - id: s
                            run: echo "cmd=attic push main x" >> "$GITHUB_OUTPUT"
                    """)))
        .containsExactly("attic push main x: pull_request");
  }

  @Test
  void by_a_matrix_that_excludes_it() {
    assertThat(
            Lints.writes(
                Lints.workflow(
                    """
                    on: pull_request
                    jobs:
                      a:
                        strategy:
                          matrix:
                            cmd: [nix build, attic push main x]
                            exclude: [{cmd: attic push main x}]
                        steps:
                          - run: ${{ matrix.cmd }}
                    """)))
        .isEmpty();
  }

  @Test
  void by_an_input_of_a_dispatch() {
    for (String input :
        new String[] {
          "{type: choice, options: [nix build, attic push main x]}", "{default: attic push main x}"
        }) {
      assertThat(
              Lints.writes(
                  Lints.workflow(
                      "on:\n  workflow_dispatch:\n    inputs:\n      cmd: "
                          + input
                          + "\njobs:\n  a:\n    steps:\n      - run: ${{ inputs.cmd }}\n")))
          .as(input)
          .containsExactly("attic push main x: workflow_dispatch?");
    }
  }

  @Test
  void by_a_caller_of_an_action() {
    Map<String, String> files =
        Map.of(
            ".github/workflows/ci.yml",
            """
            on: [push, pull_request]
            jobs:
              a:
                steps:
                  - uses: ./run
                    with: {command: attic push main x}
            """,
            "run/action.yml",
            """
            inputs:
              command: {default: nix build}
            runs:
              using: composite
              steps:
                - run: ${{ inputs.command }}
                  shell: bash
            """);
    assertThat(Lints.writes(Lints.of(files, Profile.QUARANTINE, false))).containsExactly(BOTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- run: echo \"$CMD\"\n  env: {CMD: attic push main x}",
        "- run: $OTHER\n  env: {CMD: attic push main x, OTHER: '${{ github.sha }}'}",
        "- run: ${{ github.sha }}\n  env: {CMD: attic push main x}",
        "- run: ${{ vars.CMD || 'true' }}\n  env: {CMD: attic push main x}",
        "- run: nix build ${{ matrix.x }}\n  env: {CMD: attic push main x}",
      })
  void not_by_what_it_does_not_run(String steps) {
    assertThat(Lints.steps(steps).findings()).isEmpty();
  }
}
