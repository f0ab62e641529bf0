package dev.tinyland.gate.lint.reach;

import static dev.tinyland.gate.lint.reach.Lints.can;
import static dev.tinyland.gate.lint.reach.Lints.cells;
import static dev.tinyland.gate.lint.reach.Lints.push;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubContextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // ref, ref_name and ref_type
        "pull_request | github.ref == 'refs/heads/main' | no",
        "pull_request | startsWith(github.ref, 'refs/pull/') | yes",
        "pull_request | github.ref == 'refs/pull/7/merge' | maybe",
        "pull_request | github.ref == 'refs/pull/x/merge' | no",
        "pull_request | endsWith(github.ref_name, '/merge') | yes",
        "pull_request | github.ref_type == 'branch' | yes",
        "pull_request_target | github.ref == 'refs/heads/main' | yes",
        "issue_comment | github.ref_name == 'main' | yes",
        "{schedule: [{cron: '0 0 * * *'}]} | github.ref == 'refs/heads/main' | yes",
        "repository_dispatch | github.ref == 'refs/heads/main' | yes",
        "{workflow_run: {workflows: [ci]}} | github.ref == 'refs/heads/main' | yes",
        "release | github.ref_type == 'tag' && startsWith(github.ref, 'refs/tags/') | yes",
        "release | github.ref == 'refs/heads/main' | no",
        "release | startsWith(github.ref_name, 'v') && !contains(github.ref_name, '-') | maybe",
        "merge_group | startsWith(github.ref, 'refs/heads/gh-readonly-queue/') | yes",
        "merge_group | github.ref == 'refs/heads/main' | no",
        "merge_group | startsWith(github.ref, 'refs/heads/gh-readonly-queue/main/') | maybe",
        // base_ref and head_ref
        "push | github.base_ref == '' && github.head_ref == '' | yes",
        "pull_request | github.base_ref == 'main' | maybe",
        "{pull_request: {branches: [main]}} | github.base_ref == 'main' | yes",
        "{pull_request: {branches: [main]}} | github.base_ref == 'dev' | no",
        "{pull_request: {branches: ['release/*']}} | github.base_ref == 'release/1' | maybe",
        "pull_request | github.head_ref == '' | no",
        "pull_request | github.event.pull_request.base.ref != github.base_ref | no",
        "merge_group | github.base_ref == 'main' | no",
        // the payload
        "pull_request | github.event.pull_request && true | yes",
        "push | github.event.pull_request | no",
        "pull_request | github.event.number == github.event.pull_request.number | yes",
        "pull_request | github.event.action == 'closed' | no",
        "{pull_request: {types: [closed]}} | github.event.action == 'closed' | yes",
        "{pull_request: {types: [closed]}} | github.ref == 'refs/heads/main' | maybe",
        "{pull_request: {types: [closed]}} | github.ref == 'refs/heads/main' && !github.event.pull_request.merged | no",
        "pull_request_review | github.event.action == 'submitted' | maybe",
        "pull_request_review | github.event.pull_request.base.ref == 'main' | maybe",
        "push | github.event.repository.default_branch == 'main' | yes",
        "push | github.event.ref != github.ref | no",
        "push | github.event.deleted | maybe",
        "{workflow_run: {workflows: [ci]}} | github.event.workflow_run.conclusion == 'skipped' | maybe",
        "{workflow_run: {workflows: [ci], branches: [main]}} | github.event.workflow_run.head_branch == 'dev' | no",
        "push | github.event.foo.bar == 'x' | maybe",
        "push | github.event.foo && github.event.foo.bar == 'x' | maybe",
        "workflow_dispatch | github.event[inputs.k] == 'x' | maybe",
        // the repository
        "push | github.repository_owner == 'acme' && github.repository == 'other/x' | no",
        "push | github.repository == 'acme/x' && github.repository_owner != 'acme' | no",
        "push | github.repository_owner == 'acme' && github.repository != 'x/y' | maybe",
        "push | contains(github.repository, 'a') | maybe",
      })
  void what_an_event_fixes(String on, String condition, String expected) {
    String quoted = "\"" + condition + "\"";
    assertThat(can(push(on, quoted))).isEqualTo(expected);
  }

  @Test
  void a_push_is_to_the_branches_that_its_filter_lets_through() {
    assertThat(cells(push("{push: {branches: [main, master]}}", "")))
        .containsExactly(
            "push default-branch same-repo: yes",
            "push other-branch same-repo: yes",
            "push tag same-repo: no");
    assertThat(cells(push("{push: {branches: [main, master]}}", "github.ref == 'refs/heads/dev'")))
        .containsExactly(
            "push default-branch same-repo: no",
            "push other-branch same-repo: no",
            "push tag same-repo: no");
    assertThat(cells(push("{push: {branches: ['**', '!main']}}", "")))
        .containsExactly(
            "push default-branch same-repo: no",
            "push other-branch same-repo: yes",
            "push tag same-repo: no");
    assertThat(cells(push("{push: {tags: ['v*', '!v0*']}}", "github.ref == 'refs/tags/v0.1'")))
        .containsExactly(
            "push default-branch same-repo: no",
            "push other-branch same-repo: no",
            "push tag same-repo: no");
    assertThat(cells(push("{push: {branches-ignore: [dev]}}", "github.ref == 'refs/heads/dev'")))
        .contains("push other-branch same-repo: no");
  }

  @Test
  void a_pull_request_of_a_fork_comes_from_another_repository() {
    String same = "github.event.pull_request.head.repo.full_name == github.repository";
    assertThat(cells(push("pull_request", same)))
        .containsExactly("pull_request merge same-repo: yes", "pull_request merge fork: no");
    assertThat(cells(push("pull_request_target", same)))
        .containsExactly("pull_request_target default-branch any: maybe");
    assertThat(cells(push("pull_request", "'!github.event.pull_request.head.repo.fork'")))
        .containsExactly("pull_request merge same-repo: maybe", "pull_request merge fork: no");
  }

  @Test
  void a_workflow_run_follows_some_other_event() {
    String on = "{workflow_run: {workflows: [ci]}}";
    assertThat(cells(push(on, "github.event.workflow_run.event == 'push'")))
        .containsExactly(
            "workflow_run default-branch same-repo: maybe",
            "workflow_run default-branch pull-request: no");
    assertThat(cells(push(on, "github.event.workflow_run.event == 'deployment'")))
        .contains("workflow_run default-branch same-repo: maybe");
    assertThat(cells(push(on, "github.event.workflow_run.event == 'merge_group'")))
        .contains("workflow_run default-branch pull-request: maybe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "github.event_name == 'push' | maybe",
        "github.event_name == 'pull_request_review' | maybe",
        "github.event_name == 'workflow_call' | no",
        "contains('push pull_request', github.event_name) | maybe",
        "github.ref == 'refs/heads/develop' && github.ref_name == 'develop' | maybe",
        "github.ref == 'refs/heads/develop' && github.ref_name == 'main' | no",
        "github.ref == 'refs/tags/v1' && github.ref_type == 'branch' | no",
        "github.ref_name == 'develop' && github.ref_type == 'tag' | maybe",
      })
  void a_called_workflow_has_the_events_of_its_callers(String condition, String expected) {
    assertThat(can(push("workflow_call", "\"" + condition + "\""))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void protection_of_a_dispatched_branch_is_not_known(String wanted) {
    assertThat(cells(push("workflow_dispatch", "github.ref_protected == " + wanted)))
        .contains("workflow_dispatch other-branch same-repo: maybe");
  }
}
