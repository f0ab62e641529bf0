package dev.tinyland.gate.lint.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything a job can start a write with, apart from a plain script. */
class StepKindsTest {
  private static final String CI = ".github/workflows/ci.yml";
  private static final String CALL =
      "on: [push, pull_request]\njobs:\n  a:\n    steps:\n      - uses: ./.github/actions/a\n";

  @Test
  void steps_below_parallel_and_in_the_background() {
    assertThat(
            Lints.writes(
                Lints.steps(
                    """
                    - parallel:
                        - run: attic push main x
                        - uses: ryanccn/attic-action@v0
                    - run: attic watch-store main
                      background: true
                    """)))
        .containsExactly(
            "attic push main x: push, pull_request",
            "ryanccn/attic-action@v0: push, pull_request",
            "attic watch-store main: push, pull_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- run: echo\n  shell: bash -c 'attic push main x; bash {0}'",
        "- run: attic push main x\n  shell: pwsh",
        "- run: |\n    import subprocess\n    subprocess.run(['attic', 'push', 'main'])\n  shell: python",
        "- uses: docker://attic-client\n  with: {entrypoint: attic, args: push main x}",
        "- uses: docker://ghcr.io/zhaofengli/attic:latest\n  with: {args: push main x}",
        "- uses: docker://nixos/nix\n  with: {entrypoint: /bin/sh, args: -c 'attic push main x'}",
        "- uses: nick-fields/retry@v3\n  with: {command: attic push main x}",
        "- uses: appleboy/ssh-action@v1\n  with:\n    script: |\n      cd x\n      attic push main x",
        "- uses: gacts/run-and-post-run@v1\n  with: {post: attic push main x}",
        "- uses: actions/github-script@v7\n  with:\n    script: await exec.exec('attic', ['push', 'main'])",
        "- uses: some/action@v1\n  env: {ATTIC_TOKEN: '${{ secrets.T }}'}",
      })
  void what_is_not_read_may_write(String steps) {
    assertThat(Lints.rules(Lints.steps(steps))).containsExactly("unknown-attic-writer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- run: echo\n  shell: nix shell nixpkgs#attic-client -c bash {0}",
        "- run: |\n    # attic push main\n    Write-Host done\n  shell: pwsh",
        "- run: Write-Host 'a lattice pushes'\n  shell: pwsh",
        "- uses: docker://ghcr.io/zhaofengli/attic:latest\n  with: {args: cache info main}",
        "- uses: nick-fields/retry@v3\n  with: {command: nix build}",
        "- uses: peter-evans/create-pull-request@v6\n  with:\n    body: Run attic push main by hand.",
        "- uses: some/action@v1\n  with: {description: attic push main}",
        "- uses: some/action@v1\n  env: {ATTIC_PUBLIC_KEY: x}",
        "- name: Nix Build + Attic Push\n  run: nix build",
        "- wait: attic-push",
      })
  void what_only_looks_like_it_does_not(String steps) {
    assertThat(Lints.steps(steps).findings()).isEmpty();
  }

  @Test
  void a_shell_that_the_run_chooses_is_read_as_bash() {
    assertThat(
            Lints.writes(
                Lints.steps(
                    "- run: attic push main x\n  shell: ${{ runner.os == 'x' && 'pwsh' || 'bash' }}")))
        .containsExactly("attic push main x: push, pull_request");
  }

  @Test
  void the_default_shell_counts() {
    assertThat(
            Lints.rules(
                Lints.workflow(
                    """
                    on: push
                    defaults: {run: {shell: pwsh}}
                    jobs:
                      a:
                        steps:
                          - run: attic push main x
                    """)))
        .containsExactly("unknown-attic-writer");
  }

  @Test
  void containers_of_a_job() {
    assertThat(
            Lints.writes(
                Lints.workflow(
                    """
                    on: pull_request
                    jobs:
                      a:
                        container: {image: x, options: '--entrypoint "attic push main x"'}
                        services:
                          w: {image: attic, command: attic watch-store main}
                        steps: []
                    """)))
        .containsExactly(
            "--entrypoint \"attic push main x\" (unknown): pull_request",
            "attic watch-store main (unknown): pull_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          post | post.js | require('child_process').execFileSync('attic', ['push', 'main'])
          pre | pre.js | exec("attic watch-store main &")
          main | dist/index.js | var a=1;exec.exec("nix",["run","nixpkgs#attic-client","--","push"])
          """)
  void a_program_of_a_local_action(String key, String name, String program) {
    Report report =
        repository(
            CI,
            CALL,
            ".github/actions/a/action.yml",
            "runs: {using: node20, " + key + ": " + name + "}",
            ".github/actions/a/" + name,
            program);
    assertThat(Lints.writes(report))
        .containsExactly(name + " (unknown): caller", name + " (unknown): push, pull_request");
  }

  @Test
  void a_container_of_a_local_action() {
    Report report =
        repository(
            CI,
            CALL,
            ".github/actions/a/action.yml",
            "runs: {using: docker, image: docker://x, entrypoint: attic, args: [push, main]}");
    assertThat(Lints.rules(report)).containsOnly("unknown-attic-writer").hasSize(2);
    Report built =
        repository(
            CI,
            CALL,
            ".github/actions/a/action.yml",
            "runs: {using: docker, image: Dockerfile}",
            ".github/actions/a/Dockerfile",
            "FROM nixos/nix\nENTRYPOINT [\"attic\", \"push\"]\n");
    assertThat(Lints.rules(built)).containsOnly("unknown-attic-writer").hasSize(2);
  }

  @Test
  void a_local_action_without_a_word_of_it_does_not() {
    Report report =
        repository(
            CI,
            CALL,
            ".github/actions/a/action.yml",
            "runs: {using: node20, main: index.js}",
            ".github/actions/a/index.js",
            "console.log('attic');\n".repeat(3) + "a.push(1)".indent(300));
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void an_action_of_this_repository_under_its_own_name() {
    Report report =
        repository(
            CI,
            CALL.replace("./.github", "acme/thing/.github").replace("/a\n", "/a@v1\n"),
            ".github/actions/a/action.yml",
            composite("attic push main x"));
    assertThat(Lints.writes(report)).contains("attic push main x: push, pull_request");
  }

  @Test
  void this_repository_checked_out_into_a_folder() {
    Report report =
        repository(
            CI,
            """
            on: pull_request
            jobs:
              a:
                steps:
                  - uses: Actions/Checkout@v4
                    with: {path: ./sub/}
                  - uses: ./sub/.github/actions/a
            """,
            ".github/actions/a/action.yml",
            composite("attic push main x"));
    assertThat(Lints.rules(report))
        .containsExactly("attic-write-outside-probe", "attic-write-on-pull-request");
  }

  @Test
  void another_repository_checked_out_is_not_this_one() {
    for (String folder : List.of("", "flywheel/")) {
      String path = folder.isEmpty() ? "" : ", path: flywheel";
      Report report =
          Lints.steps(
              "- uses: actions/checkout@v4\n  with: {repository: tinyland-inc/GloriousFlywheel"
                  + path
                  + "}\n- uses: ./"
                  + folder
                  + ".github/actions/nix-job\n  with: {push-cache: 'true'}\n- uses: ./"
                  + folder
                  + ".github/actions/other\n");
      assertThat(Lints.rules(report)).as(folder).containsExactly("attic-write-on-pull-request");
    }
  }

  @Test
  void a_checkout_made_by_a_composite_action_counts_for_its_caller() {
    Report report =
        repository(
            CI,
            """
            on: pull_request
            jobs:
              a:
                steps:
                  - uses: ./.github/actions/a
                  - uses: ./flywheel/.github/actions/other
            """,
            ".github/actions/a/action.yml",
            """
            runs:
              using: composite
              steps:
                - uses: actions/checkout@v4
                  with: {repository: a/b, path: flywheel}
            """);
    assertThat(report.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"./absent", "$/absent", "./../outside", "./a\\0b"})
  void a_reference_that_leads_nowhere_is_said(String reference) {
    assertThat(Lints.rules(Lints.steps("- uses: \"" + reference + "\"")))
        .containsExactly("unresolved-local-reference");
  }

  @Test
  void actions_that_call_each_other_are_followed_once() {
    Report report =
        repository(
            CI,
            CALL,
            ".github/actions/a/action.yml",
            composite("attic push main x") + "    - uses: ./.github/actions/b\n",
            ".github/actions/b/action.yml",
            "runs:\n  using: composite\n  steps:\n    - uses: ./.github/actions/a\n");
    assertThat(Lints.rules(report))
        .contains("attic-write-on-pull-request", "unresolved-local-reference");
  }

  @Test
  void a_remote_workflow_that_inherits_a_credential_known_here() {
    String call = "uses: o/r/.github/workflows/x.yml@v1\n    secrets: inherit\n";
    assertThat(Lints.rules(Lints.workflow("on: push\njobs:\n  a:\n    " + call))).isEmpty();
    assertThat(
            Lints.rules(
                Lints.workflow(
                    "on: push\njobs:\n  a:\n    "
                        + call
                        + "  b:\n    env: {T: '${{ secrets.ATTIC_TOKEN }}'}\n    steps: []\n")))
        .containsExactly("unknown-attic-writer", "attic-token-overexposed");
    assertThat(
            Lints.rules(
                Lints.workflow(
                    "on: push\njobs:\n  a:\n    uses: o/attic-push/.github/workflows/x.yml@v1\n"
                        + "    secrets: inherit\n")))
        .containsExactly("unknown-attic-writer");
  }

  @Test
  void a_remote_workflow_that_is_handed_a_credential() {
    String call = "on: push\njobs:\n  a:\n    uses: o/r/.github/workflows/x.yml@v1\n    secrets: ";
    assertThat(Lints.rules(Lints.workflow(call + "{t: '${{ secrets.ATTIC_KEY }}'}")))
        .containsExactly("unknown-attic-writer");
    assertThat(Lints.rules(Lints.workflow(call + "{t: \"${{ secrets['ATTIC_TOKEN'] }}\"}")))
        .containsExactly("unknown-attic-writer");
    assertThat(Lints.rules(Lints.workflow(call + "{k: '${{ secrets.ATTIC_PUBLIC_KEY }}'}")))
        .isEmpty();
  }

  private static String composite(String script) {
    return "runs:\n  using: composite\n  steps:\n    - run: " + script + "\n      shell: bash\n";
  }

  private static Report repository(String... pathsAndTexts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return Lints.of(files, Profile.QUARANTINE, false);
  }
}
