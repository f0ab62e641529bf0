package dev.tinyland.gate.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script that succeeded must have found, and which of its commands end it. */
class SuccessTest {
  private static ShellAnalysis analysis(String script) {
    return ShellAnalysis.of(Script.parse(script.replace("\\n", "\n")), Options.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "[ \"$C\" = tok ] || exit 1 => Same",
        "[ \"$C\" = tok ] => Same",
        "if [ \"$C\" != tok ]; then\\n echo no\\n exit 1\\nfi\\necho yes => And[all=[Same",
        "[[ $C == tok ]] || { echo no >&2; exit 2; } => Same",
        "case \"$C\" in tok) ;; *) exit 1;; esac => Same",
        "if [ \"$C\" != tok ]; then exit 0; fi => And[all=[]]",
        "[ \"$C\" = tok ] || exit \"$status\" => And[all=[]]",
        "[ \"$C\" = tok ] || true => And[all=[]]",
        "set +e\\n[ \"$C\" = tok ]\\ntrue => And[all=[]]",
        "trap 'exit 0' EXIT\\n[ \"$C\" = tok ] || exit 1 => And[all=[]]",
        "( [ \"$C\" = tok ] || exit 1 ) || true => And[all=[]]",
        "[ \"$C\" = tok ] || exec true => And[all=[]]",
      })
  void success_implies(String script, String condition) {
    assertThat(analysis(script).succeeds().toString()).startsWith(condition);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "guard => true",
        "guard && true => false",
        "guard || true => false",
        "guard & => false",
        "if guard; then echo; fi => false",
        "! guard => false",
        "set +e\\nguard => false",
        "x=$(guard) => false",
        "set -o pipefail\\nguard => true",
        "sudo guard => true",
        "f() { guard; }\\nf => true",
        "f() { guard; }\\nf || true => false",
        "bash -c guard => true",
        "bash -c 'cd x && guard' => true",
        "bash -c 'guard && true' => true",
        "bash -c 'guard || true' => false",
        "bash -c 'guard; true' => false",
        "bash -c '( true; guard )' => true",
        "bash -c guard || true => false",
        "bash -ec guard || true => false",
        "bash -ec guard => true",
      })
  void a_failure_ends_the_script(String script, boolean fatal) {
    assertThat(analysis(script).invocations())
        .filteredOn(invocation -> "guard".equals(invocation.command()))
        .extracting(Invocation::fatal)
        .containsExactly(fatal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "guard | tee log => false",
        "set -o pipefail\\nguard | tee log => true",
        "set -euo pipefail\\nguard 2>&1 | tee log => true",
        "set -o pipefail\\n{ guard | tee log; } || true => false",
        "echo x | guard => true",
      })
  void in_a_pipeline_the_last_command_decides(String script, boolean fatal) {
    assertThat(analysis(script).invocations())
        .filteredOn(invocation -> "guard".equals(invocation.command()))
        .extracting(Invocation::fatal)
        .containsExactly(fatal);
  }
}
