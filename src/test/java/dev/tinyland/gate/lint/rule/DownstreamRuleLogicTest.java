package dev.tinyland.gate.lint.rule;

import static dev.tinyland.gate.lint.reach.Lints.action;
import static dev.tinyland.gate.lint.reach.Lints.job;
import static dev.tinyland.gate.lint.reach.Lints.push;
import static dev.tinyland.gate.lint.reach.Lints.rules;
import static dev.tinyland.gate.lint.reach.Lints.step;
import static dev.tinyland.gate.lint.reach.Lints.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Level;
import dev.tinyland.gate.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a downstream repository may do: write on its default branch, with its token. */
class DownstreamRuleLogicTest {
  private static final String GATED =
      "    env:\n      T: ${{ secrets.ATTIC_TOKEN }}\n    steps:\n" + step("env.T != ''");

  private static List<String> lint(String yaml) {
    return rules(workflow(Profile.DOWNSTREAM, yaml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{push: {branches: [main]}}",
        "{push: {branches: ['main', '!dev']}}",
        "{push: {branches: [main]}, workflow_call: {}}"
      })
  void a_filter_on_the_default_branch_proves_it(String on) {
    String yaml = job(on, GATED);
    if (on.contains("workflow_call")) {
      assertThat(lint(yaml)).containsExactly("attic-write-beyond-default-branch");
    } else {
      assertThat(lint(yaml)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "push",
        "{push: {branches: [main, dev]}}",
        "{push: {branches: ['**']}}",
        "{push: {branches-ignore: [dev]}}",
        "{push: {tags: ['v*']}}",
        "{push: {branches: [main], tags: ['v*']}}",
        "release",
        "workflow_dispatch",
        "{schedule: [{cron: '0 0 * * *'}]}",
        "repository_dispatch",
        "create",
        "deployment"
      })
  void other_refs_are_beyond_it(String on) {
    assertThat(lint(job(on, GATED))).containsExactly("attic-write-beyond-default-branch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github.ref == 'refs/heads/main'",
        "github.ref_name == 'main' && github.ref_type == 'branch'",
        "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)",
        "github.event_name == 'push' && github.ref == 'refs/heads/main'"
      })
  void a_condition_on_the_ref_proves_it(String condition) {
    for (String on :
        List.of("push", "[push, workflow_dispatch]", "{schedule: [{cron: '0 0 * * *'}]}")) {
      String yaml = job(on, "    if: " + condition + "\n" + GATED);
      assertThat(lint(yaml)).as(on).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github.ref_name == 'main'",
        "github.event_name == 'push'",
        "github.ref != 'refs/heads/dev'",
        "startsWith(github.ref, 'refs/heads/main')",
        "contains(github.ref, 'main')",
        "github.ref_protected",
        "github.event_name != 'pull_request' && github.actor == 'me'"
      })
  void a_looser_condition_does_not(String condition) {
    String yaml = job("push", "    if: " + condition + "\n" + GATED);
    assertThat(lint(yaml)).containsExactly("attic-write-beyond-default-branch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pull_request",
        "pull_request_target",
        "merge_group",
        "issue_comment",
        "pull_request_review",
        "{workflow_run: {workflows: [ci]}}"
      })
  void pull_requests_are_errors_whatever_the_gate(String on) {
    // A token keeps a fork out, not a branch of the repository.
    assertThat(lint(job(on, GATED))).containsExactly("attic-write-on-pull-request");
  }

  @Test
  void a_write_that_needs_no_token_is_noted_and_one_that_tests_it_is_not() {
    Report bare = workflow(Profile.DOWNSTREAM, push("{push: {branches: [main]}}", ""));
    assertThat(rules(bare)).containsExactly("attic-write-without-token-gate");
    assertThat(bare.findings().getFirst().level()).isEqualTo(Level.WARNING);

    Report given =
        workflow(
            Profile.DOWNSTREAM,
            job(
                "{push: {branches: [main]}}",
                "    steps:\n      - run: |\n          attic login s https://x ${{ secrets.ATTIC_TOKEN }}\n"
                    + "          attic push cache result\n"));
    assertThat(rules(given)).containsExactly("attic-write-without-token-gate");
    assertThat(given.findings().getFirst().level()).isEqualTo(Level.NOTE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if [ -n \"$T\" ]; then attic push cache result; fi",
        "[ -n \"$T\" ] && attic push cache result",
        "if [[ -z \"$T\" ]]; then exit 0; fi; attic push cache result",
        "test -n \"${T}\" || exit 0; attic push cache result"
      })
  void a_shell_test_of_the_token_is_a_gate(String script) {
    String yaml =
        job(
            "{push: {branches: [main]}}",
            "    env: {T: '${{ secrets.ATTIC_TOKEN }}'}\n    steps:\n      - run: "
                + quoted(script));
    assertThat(lint(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "      HAS: ${{ secrets.ATTIC_TOKEN != '' }}\n    steps:\n      - run: attic push c r\n        if: env.HAS == 'true'\n",
        "      HAS: ${{ secrets.ATTIC_TOKEN && 'yes' || 'no' }}\n    steps:\n      - run: attic push c r\n        if: env.HAS == 'yes'\n"
      })
  void a_test_of_the_token_by_way_of_a_variable_is_a_gate(String rest) {
    assertThat(lint(job("{push: {branches: [main]}}", "    env:\n" + rest))).isEmpty();
  }

  @Test
  void a_test_that_is_always_true_is_no_gate() {
    String yaml =
        job(
            "{push: {branches: [main]}}",
            "    env:\n      HAS: ${{ secrets.ATTIC_TOKEN != '' }}\n    steps:\n      - run: attic push c r\n        if: env.HAS\n");
    assertThat(lint(yaml)).containsExactly("attic-write-without-token-gate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"push", "[push, pull_request]", "[push, pull_request, workflow_dispatch]"})
  void the_canonical_gate_in_push_cache_is_accepted(String on) {
    String yaml =
        job(
            on,
            "    steps:\n      - uses: tinyland-inc/GloriousFlywheel/.github/actions/nix-job@v1\n        with:\n"
                + "          push-cache: ${{ github.event_name == 'push' && github.ref == 'refs/heads/main' && secrets.ATTIC_TOKEN != '' && 'true' || 'false' }}\n");
    assertThat(lint(yaml)).isEmpty();
  }

  @Test
  void the_gate_without_its_else_part_writes_when_it_fails() {
    // The value is then false for the other refs, but the empty string where the token is missing.
    String yaml =
        job(
            "push",
            "    steps:\n      - uses: tinyland-inc/GloriousFlywheel/.github/actions/nix-job@v1\n        with:\n"
                + "          push-cache: ${{ github.ref == 'refs/heads/main' && '' || 'no' }}\n");
    assertThat(lint(yaml)).containsExactly("attic-write-beyond-default-branch");
  }

  @Test
  void a_called_workflow_is_judged_by_what_it_does_without_inputs() {
    String called = "{workflow_call: {inputs: {push: {type: boolean, default: %s}}}}";
    String rest = "    steps:\n" + step("inputs.push");
    assertThat(lint(job(called.formatted("false"), rest))).isEmpty();
    assertThat(lint(job(called.formatted("true"), rest)))
        .containsExactly("attic-write-beyond-default-branch");
  }

  @Test
  void an_action_that_writes_unless_told_not_to_is_beyond_it() {
    String yaml =
        "inputs:\n  push: {default: 'true'}\nruns:\n  using: composite\n  steps:\n"
            + "    - run: attic push c r\n      shell: bash\n      if: inputs.push == 'true'\n";
    assertThat(rules(action(Profile.DOWNSTREAM, yaml)))
        .containsExactly("attic-write-beyond-default-branch");
    assertThat(rules(action(Profile.DOWNSTREAM, yaml.replace("'true'}", "'false'}")))).isEmpty();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
  }
}
