package dev.tinyland.gate.lint.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.Policies;
import dev.tinyland.gate.lint.policy.Policy;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as an example, and what of it is found where. */
class WriteExamplesTest {
  private static final String GATE =
      "${{ github.event_name == 'push' && github.ref == 'refs/heads/main' && secrets.ATTIC_TOKEN !="
          + " '' && 'true' || 'false' }}";

  @Test
  void the_forms_of_shell() {
    assertThat(found("sh", "attic push main ./result"))
        .containsExactly("error 2:1 attic push main ./result");
    assertThat(found("bash", "nix build && attic push main result # a note"))
        .containsExactly("error 2:14 attic push main result");
    assertThat(found("{.bash .numberLines}", "sudo attic push main x")).hasSize(1);
    assertThat(found("bash title=\"push\"", "attic watch-store main &")).hasSize(1);
    assertThat(found("SH", "attic push <cache> <path>")).hasSize(1);
    assertThat(found("zsh", "for p in a b; do\n  attic push main \"$p\"\ndone"))
        .containsExactly("error 3:3 attic push main \"$p\"");
    assertThat(found("fish", "attic push main (readlink result)")).hasSize(1);
    assertThat(found("just", "push:\n    @attic push main x\n"))
        .containsExactly("error 3:6 attic push main x");
    assertThat(found("makefile", "push:\n\t-attic push main x\n")).hasSize(1);
    assertThat(found("sh", "nix build --print-out-paths |\n  xargs attic push main"))
        .containsExactly("error 3:3 xargs attic push main");
  }

  @Test
  void of_a_transcript_only_what_follows_a_prompt_is_run() {
    assertThat(found("console", "$ attic push main x\nPushing 1 paths\n$ attic push other y"))
        .containsExactly("error 2:3 attic push main x");
    assertThat(found("console", "$ echo done\nattic push main x\n")).isEmpty();
    assertThat(found("", "$ attic push \\\n    main x")).hasSize(1);
    assertThat(found("", "$ attic push \\\n> main x")).containsExactly("error 2:3 attic push \\");
    assertThat(found("shell-session", "[root@host ~]# attic push main x"))
        .containsExactly("error 2:16 attic push main x");
    assertThat(found("text", "$ attic push main x")).isEmpty();
    assertThat(found("console", "alice@box:~/src$ attic push main x\n")).hasSize(1);
    assertThat(found("", "~/src ❯ attic push main x\n")).hasSize(1);
    assertThat(found("sh", "(venv) $ attic push main x\n")).hasSize(1);
    assertThat(found("console", "# attic push main x\n$ attic use main")).isEmpty();
    assertThat(found("console", "attic push main x")).hasSize(1);
  }

  @Test
  void the_parts_of_a_workflow() {
    String step = "uses: o/r/.github/actions/nix-job@v1\nwith:\n  push-cache: \"true\"\n";
    String item = "- " + step.replace("\n", "\n  ").strip() + "\n";
    assertThat(found("yaml", step))
        .containsExactly("error 2:1 uses: o/r/.github/actions/nix-job@v1");
    assertThat(found("yaml", item)).hasSize(1);
    assertThat(found("yaml", "steps:\n" + item.indent(2))).hasSize(1);
    assertThat(found("yaml", "runs-on: x\nsteps:\n" + item.indent(2))).hasSize(1);
    assertThat(found("yaml", "build:\n  runs-on: x\n  steps:\n" + item.indent(4))).hasSize(1);
    assertThat(found("yaml", "jobs:\n  build:\n    steps:\n" + item.indent(6))).hasSize(1);
    assertThat(found("", "jobs:\n  build:\n    steps:\n      ...\n" + item.indent(6))).hasSize(1);
    assertThat(found("yaml", "run: attic push main x"))
        .containsExactly("error 2:6 attic push main x");
    assertThat(found("yaml", "with:\n  push-cache: \"true\"\n"))
        .containsExactly("error 3:3 push-cache: \"true\"");
    assertThat(found("yaml", "push-cache: true\n")).hasSize(1);
    assertThat(found("yaml", "runs:\n  using: composite\n  steps:\n" + item.indent(4))).hasSize(1);
    assertThat(found("yaml", "a: 1\n---\n" + item))
        .containsExactly("error 4:3 uses: o/r/.github/actions/nix-job@v1");
    assertThat(found("diff", "  steps:\n-   - run: nix build\n+   - run: attic push main x\n"))
        .containsExactly("error 4:12 attic push main x");
    assertThat(
            found(
                "yaml",
                "call:\n  uses: o/r/.github/workflows/w.yml@v1\n  secrets:\n    ATTIC_TOKEN: x\n"))
        .containsExactly("warning 3:9 o/r/.github/workflows/w.yml@v1");
  }

  @Test
  void the_gate_of_pilots_is_fine_and_what_comes_near_is_not() {
    String step = "- uses: o/r/.github/actions/nix-job@v1\n  with:\n    push-cache: ";
    for (Profile profile : Profile.values()) {
      assertThat(Lints.page(fenced("yaml", step + GATE), profile)).isEmpty();
      String event = "${{ github.event_name == 'push' && 'true' || 'false' }}";
      assertThat(Lints.page(fenced("yaml", step + event), profile)).hasSize(1);
      assertThat(Lints.page(fenced("yaml", step + "\"false\""), profile)).isEmpty();
      String tags = GATE.replace("refs/heads/main", "refs/tags/v1");
      assertThat(Lints.page(fenced("yaml", step + tags), profile)).hasSize(1);
    }
    String branch = GATE.replace(" && secrets.ATTIC_TOKEN != ''", "");
    assertThat(found("yaml", step + branch)).first().asString().startsWith("error");
    assertThat(Lints.page(fenced("yaml", step + branch), Profile.DOWNSTREAM))
        .first()
        .asString()
        .startsWith("warning");
  }

  @Test
  void a_whole_workflow_is_judged_by_its_own_triggers() {
    String job =
        "jobs:\n  a:\n    steps:\n      - uses: ryanccn/attic-action@v0\n        with:\n          token: ${{ secrets.ATTIC_TOKEN }}\n";
    String main = "on:\n  push:\n    branches: [main]\n";
    assertThat(found("yaml", "on: [push]\n" + job)).first().asString().startsWith("error");
    assertThat(found("yaml", main + job)).first().asString().startsWith("warning");
    assertThat(Lints.page(fenced("yaml", main + job), Profile.DOWNSTREAM))
        .first()
        .asString()
        .startsWith("note");
    String tested =
        main
            + job.replace("- uses", "- if: env.T != ''\n        uses")
                .replace("  a:\n", "  a:\n    env:\n      T: ${{ secrets.ATTIC_TOKEN }}\n");
    assertThat(found("yaml", tested)).isEmpty();
  }

  @Test
  void the_probe_behind_its_confirmation_is_fine() {
    String probe =
        """
        on:
          workflow_dispatch:
            inputs:
              confirm: { type: string, required: true }
        jobs:
          probe:
            if: inputs.confirm == 'probe-attic-publication'
            runs-on: tinyland-nix-operator
            steps:
              - run: attic push main ./result
        """;
    assertThat(found("yaml", probe)).isEmpty();
    assertThat(
            found(
                "yaml",
                probe.replace("if: inputs.confirm == 'probe-attic-publication'", "needs: []")))
        .hasSize(1);
  }

  @Test
  void jobs_of_gitlab_are_for_information() {
    assertThat(
            found(
                "yaml",
                "build:\n  stage: test\n  script:\n    - nix build\n    - attic push main x\n"))
        .containsExactly("note 6:7 attic push main x");
    assertThat(
            found(
                "yaml",
                "include:\n  - component: x/nix-job@main\n    inputs:\n      script: attic push main x\n"))
        .containsExactly("note 5:15 attic push main x");
    assertThat(
            found(
                "yaml",
                "include:\n  - component: x/attic-cache/nix-job@main\n    inputs:\n      stage: build\n"))
        .isEmpty();
  }

  @Test
  void what_is_broken_is_said_only_where_it_names_a_writer() {
    assertThat(found("yaml", "steps:\n  - run: nix build\n - run: attic push main x\n"))
        .singleElement()
        .asString()
        .startsWith("note");
    assertThat(found("yaml", "steps:\n  - run: nix build\n - run: make attic\n")).isEmpty();
    assertThat(found("sh", "echo 'attic push main x\n"))
        .singleElement()
        .asString()
        .startsWith("warning");
  }

  @Test
  void a_block_that_does_not_say_what_it_is_is_doubtful() {
    assertThat(found("", "attic login ci https://x\nattic push main x\n"))
        .containsExactly("warning 3:1 attic push main x");
    assertThat(found("", "watch-store pushed 47 store paths incrementally")).isEmpty();
    assertThat(found("", "build -> attic push -> cache")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do not run `attic push main x`.\n\n| a | b |\n|---|---|\n| attic push main x | y |\n",
        "<!--\n```sh\nattic push main x\n```\n-->\n",
        "```mermaid\ngraph LR\n  a -->|attic push main| b\n```\n",
        "```console\nusage: attic push [-h] CACHE\n\nattic push main x\n```\n",
        "```sh\n# attic push main x\nattic login a b c\nattic use main\nattic cache info main\n```\n",
        "```sh\nattic push --help\necho attic push main\ngrep 'attic push' file\ncommand -v attic\n```\n",
        "```json\n{\"run\": \"attic push main x\"}\n```\n",
        "```nix\nscript = \"attic push main x\";\n```\n",
        "```yaml\n- uses: docker/build-push-action@v6\n  with:\n    push-cache: \"true\"\n```\n",
        "```yaml\n- name: Nix Build + Attic Push\n  run: nix build\n```\n",
        "```yaml\nservices:\n  attic:\n    command: attic push\n```\n",
        "```markdown\n~~~sh\nattic push main x\n~~~\n```\n",
        "    attic push main x\n"
      })
  void what_is_no_example(String page) {
    for (Profile profile : Profile.values()) {
      assertThat(Lints.page(page, profile)).isEmpty();
    }
  }

  @Test
  void a_warning_in_the_block_does_not_make_it_less_of_an_example() {
    assertThat(found("sh", "# never do this\nattic push main x")).hasSize(1);
  }

  @Test
  void examples_are_judged_by_the_rules_on_pages_only() {
    Report report =
        Lints.beside(
            Map.of(
                "a.md",
                fenced(
                    "yaml",
                    "on: pull_request\njobs:\n  a:\n    steps:\n      - run: attic push main x\n")),
            Policy.ofSeeds(Profile.QUARANTINE));
    assertThat(Lints.rules(report)).containsExactly("docs-write-example");
    assertThat(report.surfaces()).isEmpty();
  }

  @Test
  void historical_pages_and_sections_are_counted_and_not_judged() {
    String push = fenced("sh", "attic push main x");
    assertThat(historical("<!-- gate: historical -->\n# A\n\n" + push)).containsExactly("0", "1");
    assertThat(historical("---\ntitle: x\ngate: historical\n---\n# A\n\n" + push))
        .containsExactly("0", "1");
    assertThat(
            historical(
                "# A\n\n## B\n\n<!-- gate: historical, an incident -->\n\n"
                    + push
                    + "\n### C\n\n"
                    + push
                    + "\n## D\n\n"
                    + push))
        .containsExactly("1", "2");
    assertThat(historical("# A\n\n" + push + "\n<!-- gate: historical -->\n"))
        .containsExactly("1", "0");
    assertThat(historical("# A\n\n<!-- gate: historically -->\n\n" + push))
        .containsExactly("1", "0");
    assertThat(historical("<!-- gate: historical -->\n\n" + fenced("sh", "attic use main\n")))
        .containsExactly("0", "0");
    assertThat(
            historical(
                "<!-- gate: historical -->\n\n" + fenced("", "https://attic.tinyland.dev\n")))
        .containsExactly("0", "1");
  }

  @Test
  void the_policy_names_historical_pages_too() {
    String configured = "docs:\n  historical: [docs/incidents/**]\n";
    Policy policy = Policies.of(Map.of(".github/gate.yml", configured), Profile.QUARANTINE);
    String push = fenced("sh", "attic push main x");
    Report report = Lints.beside(Map.of("docs/incidents/a.md", push, "docs/b.md", push), policy);
    assertThat(report.findings())
        .singleElement()
        .extracting(f -> f.span().path())
        .isEqualTo("docs/b.md");
    assertThat(report.historical()).isEqualTo(1);
  }

  private static List<String> historical(String page) {
    Report report = Lints.beside(Map.of("page.md", page), Policy.ofSeeds(Profile.QUARANTINE));
    return List.of("" + report.findings().size(), "" + report.historical());
  }

  private static List<String> found(String info, String text) {
    return Lints.page(fenced(info, text), Profile.QUARANTINE);
  }

  private static String fenced(String info, String text) {
    return "```" + info + "\n" + text.stripTrailing() + "\n```\n\nAttic.\n";
  }
}
