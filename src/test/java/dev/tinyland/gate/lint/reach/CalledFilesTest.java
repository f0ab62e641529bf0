package dev.tinyland.gate.lint.reach;

import static dev.tinyland.gate.lint.reach.Lints.canThrough;
import static dev.tinyland.gate.lint.reach.Lints.job;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reaches an action or workflow that is called. */
class CalledFilesTest {
  private static final String ACTION =
      "inputs:\n  p: {default: 'on'}\n  q: {}\nruns:\n  using: composite\n  steps:\n"
          + "    - run: attic push c r\n      shell: bash\n      if: %s\n";

  private static String action(String with, String condition) {
    String workflow =
        job(
            "release",
            "    env: {E: outer, J: '${{ vars.X }}'}\n    steps:\n      - uses: ./a\n        env: {E: step}\n        with: "
                + with
                + "\n");
    return canThrough(workflow, Map.of("a/action.yml", ACTION.formatted(condition)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | inputs.p == 'on' | yes",
        "{} | inputs.q == '' | yes",
        "{p: ''} | inputs.p == 'on' | no",
        "{p: ''} | inputs.p == '' | yes",
        "{P: off} | inputs.p == 'off' | yes",
        "{p: false} | inputs.p == 'false' | yes",
        "{p: false} | inputs.p == false | no",
        "{p: false} | inputs.p | yes",
        "{p: '${{ vars.X == ''a'' }}'} | inputs.p == 'true' | maybe",
        "{p: '${{ vars.X == ''a'' }}'} | inputs.p == true | no",
        "{p: '${{ vars.X == ''a'' }}'} | inputs.p | yes",
        "{p: '${{ vars.X }}', q: '${{ vars.X }}'} | inputs.p != inputs.q | no",
        "{p: '${{ vars.X }}'} | inputs.p == 'a' && env.J == 'b' | no",
        "{p: 'x-${{ vars.X }}'} | inputs.p == 'x-a' | maybe",
        "{p: 'x-${{ vars.X }}'} | inputs.p == 'y-a' | no",
        "{p: '${{ case(vars.X == ''q'', ''a'', ''b'') }}'} | inputs.p == 'c' | no",
        "{} | env.E == 'step' | yes",
      })
  void inputs_of_an_action_are_texts(String with, String condition, String expected) {
    assertThat(action(with, condition)).isEqualTo(expected);
  }

  @Test
  void two_callers_of_one_action_do_not_mix() {
    String workflow =
        job(
            "release",
            "    steps:\n      - {uses: ./a, env: {E: one}, with: {p: x}}\n"
                + "      - {uses: ./a, env: {E: two}, with: {p: y}}\n");
    String both = ACTION.formatted("env.E == 'one' && inputs.p == 'y'");
    assertThat(canThrough(workflow, Map.of("a/action.yml", both))).isEqualTo("no");
  }

  private static String reusable(String ofJob, String ofStep) {
    return ("on:\n  workflow_call:\n    inputs:\n      b: {type: boolean, default: false}\n"
            + "      s: {type: string, default: d}\n      n: {type: number}\n"
            + "env: {T: '${{ secrets.TOKEN }}'}\njobs:\n  in:\n    runs-on: x\n    if: %s\n    steps:\n"
            + "      - run: attic push c r\n        if: %s\n")
        .formatted(ofJob, ofStep);
  }

  private static String called(String on, String call, String ofJob, String ofStep) {
    String workflow =
        "on: "
            + on
            + "\nenv: {OUTER: x}\njobs:\n  out:\n    uses: ./.github/workflows/called.yml\n"
            + call;
    return canThrough(workflow, Map.of(".github/workflows/called.yml", reusable(ofJob, ofStep)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{} | inputs.b | no",
        "{} | inputs.s == 'd' && inputs.n == 0 | yes",
        "{b: true} | inputs.b | yes",
        "{b: true} | inputs.b == true | yes",
        "{b: true} | inputs.b == 'true' | no",
        "{b: '${{ vars.X == ''a'' }}'} | inputs.b | maybe",
        "{b: '${{ vars.X == ''a'' }}'} | inputs.b == true && vars.X == 'b' | no",
        "{b: '${{ github.event_name == ''release'' }}'} | inputs.b | yes",
        "{s: ''} | inputs.s == '' | yes",
        "{s: '${{ vars.X }}'} | inputs.s == 'q' | maybe",
        "{n: 5} | inputs.n > 4 | yes",
      })
  void inputs_of_a_workflow_have_types(String with, String condition, String expected) {
    assertThat(called("release", "    with: " + with + "\n", condition, "success()"))
        .isEqualTo(expected);
  }

  @Test
  void variables_of_the_caller_are_not_seen() {
    assertThat(called("release", "", "always()", "env.OUTER == ''")).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | no",
        "\"    secrets: inherit\" | maybe",
        "\"    secrets: {TOKEN: '${{ secrets.OTHER }}'}\" | maybe",
        "\"    secrets: {ELSE: '${{ secrets.OTHER }}'}\" | no",
      })
  void secrets_are_handed_on_or_not(String secrets, String expected) {
    String call = secrets == null || secrets.isEmpty() ? "" : secrets + "\n";
    assertThat(called("release", call, "always()", "env.T != ''")).isEqualTo(expected);
  }

  @Test
  void a_fork_hands_on_nothing() {
    assertThat(called("pull_request", "    secrets: inherit\n", "always()", "env.T != ''"))
        .isEqualTo("maybe no");
  }
}
