package dev.tinyland.gate.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts out of contract, and what caches must not be. */
class EndpointRulesTest {
  private static final String CI = ".github/workflows/ci.yml";

  @Test
  void a_host_that_stands_several_times_in_a_file_is_one_finding() {
    List<Finding> findings =
        findings(
            Map.of(
                CI,
                "on: push\nenv:\n  A: https://attic.tinyland.dev\n  B: https://attic.tinyland.dev/x\njobs: {}\n",
                ".envrc",
                "export ATTIC_SERVER=https://attic.tinyland.dev\n"));
    assertThat(findings)
        .extracting(Finding::rule)
        .containsExactly("stale-endpoint", "stale-endpoint");
    assertThat(findings.getFirst().span().path()).isEqualTo(".envrc");
    assertThat(findings.getLast().related())
        .singleElement()
        .satisfies(r -> assertThat(r.span().line()).isEqualTo(4));
  }

  @Test
  void an_action_that_is_only_called_counts_as_well() {
    String action =
        "runs: {using: composite, steps: [{run: 'attic login a https://attic.tinyland.dev x', shell: bash}]}";
    List<Finding> findings =
        findings(Map.of(CI, "on: push\njobs: {a: {steps: [{uses: ./a}]}}", "a/action.yml", action));
    assertThat(findings).extracting(Finding::rule).containsExactly("stale-endpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# The old server was attic.tinyland.dev\non: push\njobs: {}\n",
        "name: not attic.tinyland.dev\non: push\njobs: {}\n",
        "on: push\njobs: {a: {steps: [{run: \"# attic.tinyland.dev\\nnix build\"}]}}\n",
        "on: push\njobs: {a: {steps: [{run: 'echo stale attic.tinyland.dev is out of contract'}]}}\n",
        "on: push\njobs: {a: {steps: [{run: 'grep attic.tinyland.dev flake.nix'}]}}\n"
      })
  void what_speaks_of_a_host_or_refuses_it_is_silent(String workflow) {
    assertThat(findings(Map.of(CI, workflow))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The old server `attic.tinyland.dev` is gone.\n",
        "## Out of contract\n\n| Host |\n|---|\n| attic.tinyland.dev |\n",
        "Do not use these:\n\n- `attic.tinyland.dev`\n- `attic-cache-dev`\n",
        "Do not treat as authority:\n\n```\nattic.tinyland.dev\n```\n",
        "## Deprecated\n\n```sh\nattic login a https://attic.tinyland.dev\n```\n",
        "```sh\n# attic.tinyland.dev\nnix build\n```\n",
        "---\ngate: historical\n---\n\nThe server is attic.tinyland.dev.\n"
      })
  void a_page_that_says_so_is_silent(String page) {
    assertThat(Lints.page(page, Profile.QUARANTINE)).isEmpty();
  }

  @Test
  void what_is_copied_weighs_more_than_what_is_read() {
    assertThat(Lints.page("Use https://attic.tinyland.dev.\n", Profile.DOWNSTREAM))
        .containsExactly("note 1:13 attic.tinyland.dev");
    assertThat(
            Lints.page("> ```ini\n> a = https://attic.tinyland.dev\n> ```\n", Profile.DOWNSTREAM))
        .containsExactly("error 2:15 attic.tinyland.dev");
    assertThat(Lints.page("```text\nattic.tinyland.dev\n```\n", Profile.DOWNSTREAM))
        .containsExactly("note 2:1 attic.tinyland.dev");
    assertThat(Lints.page("Hold the threshold at attic.tinyland.dev.\n", Profile.DOWNSTREAM))
        .hasSize(1);
  }

  @Test
  void an_executor_of_somebody_else_is_none_of_ours() {
    String bazelrc =
        "build --remote_cache=grpcs://remote.example.org\nbuild --remote_executor=grpcs://remote.example.org\n";
    assertThat(findings(Map.of(".bazelrc", bazelrc))).isEmpty();
    String script = "run \"${REMOTE_EXECUTOR:-$BAZEL_REMOTE_CACHE}\"\n";
    assertThat(findings(Map.of("a.sh", script))).isEmpty();
  }

  @Test
  void roles_of_caches_are_judged_wherever_they_are_set() {
    assertThat(
            rules(
                Map.of(
                    CI,
                    "on: push\nenv:\n  BAZEL_REMOTE_EXECUTOR: ${{ env.BAZEL_REMOTE_CACHE }}\njobs: {}\n")))
        .containsExactly("warning bazel-executor-from-cache");
    assertThat(
            rules(
                Map.of(
                    "a.sh",
                    "export BAZEL_REMOTE_EXECUTOR=grpc://bazel-cache.nix-cache.svc:9092\n")))
        .containsExactly("error bazel-executor-from-cache");
    assertThat(
            rules(
                Map.of(
                    "docs/a.md",
                    "```ini\nbuild --remote_executor=grpc://attic-rustfs.nix-cache.svc:9000\n```\n")))
        .containsExactly("error cache-as-authority");
    assertThat(
            rules(
                Map.of(
                    "a.sh",
                    "tofu init -backend-config=\"bucket=bazel-cache\" -backend-config=\"key=x\"\n")))
        .containsExactly("warning cache-as-authority");
    assertThat(
            rules(
                Map.of(
                    "a.tf",
                    "resource \"x\" \"y\" {\n  bucket = \"attic\"\n}\n\nterraform {\n  backend \"s3\" {\n    bucket = \"tofu-state\"\n  }\n}\n")))
        .isEmpty();
    assertThat(
            rules(
                Map.of(
                    CI,
                    "on: push\nenv: {TOFU_BACKEND_S3_ENDPOINT: 'http://attic.nix-cache.svc.cluster.local'}\njobs: {}\n")))
        .containsExactly("error cache-as-authority");
    assertThat(
            rules(
                Map.of(
                    CI,
                    "on: push\nenv: {BAZEL_REMOTE_CACHE: 'grpcs://bazel-cache.tinyland.dev'}\njobs: {}\n")))
        .containsExactly("warning public-bazel-cache-endpoint");
    assertThat(
            rules(
                Map.of(
                    CI, "on: push\nenv: {U: 'https://nix-cache.tinyland.dev/main'}\njobs: {}\n")))
        .isEmpty();
  }

  private static List<String> rules(Map<String, String> files) {
    return findings(files).stream().map(f -> f.level().word() + " " + f.rule()).toList();
  }

  private static List<Finding> findings(Map<String, String> files) {
    return Lints.beside(files, Policy.ofSeeds(Profile.QUARANTINE)).findings();
  }
}
