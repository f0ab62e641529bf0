package dev.tinyland.gate.lint.rule;

import static dev.tinyland.gate.lint.reach.Lints.action;
import static dev.tinyland.gate.lint.reach.Lints.job;
import static dev.tinyland.gate.lint.reach.Lints.push;
import static dev.tinyland.gate.lint.reach.Lints.rules;
import static dev.tinyland.gate.lint.reach.Lints.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.policy.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What quarantine leaves: nothing but the probe, see {@link ProbeRuleLogicTest}. */
class QuarantineRuleLogicTest {
  private static final String TOKEN_FIRST =
      "    env: {T: '${{ secrets.ATTIC_TOKEN }}'}\n    if: github.ref == 'refs/heads/main'\n    steps:\n      - run: attic push c r\n        if: env.T != ''\n";

  private static List<String> lint(String yaml) {
    return rules(workflow(Profile.QUARANTINE, yaml));
  }

  @Test
  void what_downstream_may_do_is_an_error_here() {
    assertThat(lint(job("push", TOKEN_FIRST))).containsExactly("attic-write-outside-probe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pull_request",
        "pull_request_target",
        "merge_group",
        "issue_comment",
        "pull_request_review",
        "pull_request_review_comment",
        "{workflow_run: {workflows: [ci]}}"
      })
  void pull_requests_have_their_own_rule_in_every_profile(String on) {
    for (Profile profile : Profile.values()) {
      assertThat(rules(workflow(profile, push(on, ""))))
          .as(profile.word())
          .containsExactly("attic-write-on-pull-request");
    }
  }

  @Test
  void a_workflow_run_that_excludes_pull_requests_is_not_one() {
    String yaml =
        push("{workflow_run: {workflows: [ci]}}", "github.event.workflow_run.event == 'push'");
    assertThat(lint(yaml)).containsExactly("attic-write-outside-probe");
  }

  @Test
  void a_merged_pull_request_runs_on_its_base() {
    String yaml = push("{pull_request: {types: [closed]}}", "github.ref == 'refs/heads/main'");
    assertThat(lint(yaml)).containsExactly("attic-write-on-pull-request");
    assertThat(lint(push("pull_request", "github.ref == 'refs/heads/main'"))).isEmpty();
  }

  @Test
  void an_expression_as_push_cache_is_refused_although_it_is_false() {
    String yaml =
        job(
            "push",
            "    steps:\n      - uses: tinyland-inc/GloriousFlywheel/.github/actions/nix-job@v1\n        with:\n          push-cache: ${{ github.event_name == 'pull_request' && 'true' || 'false' }}\n");
    assertThat(lint(yaml)).containsExactly("push-cache-not-literal-false");
    assertThat(lint(yaml.replaceAll("\\$\\{\\{.*}}", "'false'"))).isEmpty();
    assertThat(lint(yaml.replaceAll("\\$\\{\\{.*}}", "no")))
        .containsExactly("attic-write-outside-probe");
  }

  private static String definition(String def, String skip) {
    return "inputs:\n  push-cache: {default: '"
        + def
        + "'}\nruns:\n  using: composite\n  steps:\n    - uses: ryanccn/attic-action@v0\n      with:\n        skip-push: ${{ "
        + skip
        + " }}\n";
  }

  @Test
  void a_definition_that_fails_open_is_told_so() {
    String open = "inputs.push-cache == 'false'";
    assertThat(rules(action(Profile.QUARANTINE, definition("false", open))))
        .containsExactly("push-cache-fail-open");
    assertThat(rules(action(Profile.QUARANTINE, definition("true", open))))
        .containsExactlyInAnyOrder(
            "push-cache-default-on", "push-cache-fail-open", "attic-write-outside-probe");
  }

  @Test
  void a_definition_that_fails_closed_and_is_off_is_silent() {
    String closed = "inputs.push-cache != 'true'";
    assertThat(rules(action(Profile.QUARANTINE, definition("false", closed)))).isEmpty();
    assertThat(rules(action(Profile.QUARANTINE, definition("", closed)))).isEmpty();
    assertThat(rules(action(Profile.QUARANTINE, definition("true", closed))))
        .containsExactlyInAnyOrder("push-cache-default-on", "attic-write-outside-probe");
  }

  @Test
  void an_input_of_that_name_in_another_action_is_silent() {
    String docker =
        "inputs:\n  push-cache: {default: 'true'}\nruns: {using: docker, image: Dockerfile}\n";
    String cachix =
        "inputs:\n  push-cache: {default: 'true'}\nruns:\n  using: composite\n  steps:\n    - run: cachix push c r\n      shell: bash\n      if: inputs.push-cache != 'false'\n";
    assertThat(rules(action(Profile.QUARANTINE, docker))).isEmpty();
    assertThat(rules(action(Profile.QUARANTINE, cachix))).isEmpty();
  }
}
