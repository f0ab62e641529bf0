package dev.tinyland.gate.lint.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a configuration adds to what is known, and what it vouches for. */
class ConfiguredKnowledgeTest {
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  private static final String SURFACES =
      """
      surfaces:
        - uses: example/nix-cache
          writes-when: inputs.push != 'false'
          switch: push
          token: attic-token
          post-step: true
      """;

  private static Report lint(String config, String step) {
    return Lints.of(
        Map.of(
            ".github/gate.yml",
            config,
            ".github/workflows/ci.yml",
            "on: push\njobs:\n  a:\n    steps:\n" + step.indent(6)),
        Profile.QUARANTINE,
        false);
  }

  @Test
  void an_added_surface_writes_where_its_condition_is_true() {
    String off = "- uses: example/nix-cache@v1\n  with: { push: 'false' }";
    String on = "- uses: example/nix-cache@v1\n  with: { push: 'true' }";
    String omitted = "- uses: Example/Nix-Cache@v1";
    assertThat(Lints.writes(lint("", on))).isEmpty();
    assertThat(Lints.writes(lint(SURFACES, off))).containsExactly("example/nix-cache@v1: never");
    assertThat(Lints.writes(lint(SURFACES, on))).containsExactly("example/nix-cache@v1: push");
    assertThat(Lints.writes(lint(SURFACES, omitted))).containsExactly("Example/Nix-Cache@v1: push");
    assertThat(lint(SURFACES, on).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.rule()).isEqualTo("attic-write-outside-probe"))
        .satisfies(
            finding -> assertThat(finding.help()).isEqualTo("set `push: \"false\"` on this step"))
        .satisfies(finding ->
            assertThat(finding.because())
                .contains(
                    "the push happens after the job's last step, so no test in a script clears it"));
  }

  @Test
  void what_is_built_in_stays_what_it_is() {
    String wide =
        "surfaces:\n  - uses: '*/attic-action'\n    writes-when: inputs.really == 'yes'\n";
    String step = "- uses: ryanccn/attic-action@v1\n  with: { skip-push: 'false' }";
    assertThat(Lints.writes(lint(wide, step))).isEqualTo(Lints.writes(lint("", step)));
  }

  @Test
  void an_added_endpoint_is_looked_for_in_uploads() {
    String step = "- run: nix copy --to https://Cache.example.org/main ./result";
    String lower = step.replace("Cache", "cache");
    assertThat(Lints.writes(lint("", lower))).isEmpty();
    assertThat(Lints.writes(lint("endpoints: [cache.example.org]\n", lower))).hasSize(1);
    assertThat(Lints.writes(lint("endpoints: [Cache.example.org]\n", lower))).hasSize(1);
  }

  @Test
  void an_action_is_vouched_for_at_one_commit() {
    String step = "- uses: example/build@%s\n  with: { attic-token: '${{ secrets.T }}' }";
    String config = "allowed-writers: [example/build@" + SHA + "]\n";
    List<String> unknown = List.of("unknown-attic-writer");
    assertThat(Lints.rules(lint("", step.formatted(SHA)))).isEqualTo(unknown);
    Report vouched = lint(config, step.formatted(SHA));
    assertThat(vouched.findings()).isEmpty();
    assertThat(vouched.surfaces()).hasSize(1);
    assertThat(Lints.rules(lint(config, step.formatted("v1")))).isEqualTo(unknown);
    assertThat(Lints.rules(lint(config, step.formatted(SHA.replace('0', '1'))))).isEqualTo(unknown);
    assertThat(Lints.rules(lint(config, step.formatted(SHA).replace("build@", "build/sub@"))))
        .isEqualTo(unknown);
  }

  @Test
  void a_reusable_workflow_is_vouched_for_too() {
    String call = "example/flows/.github/workflows/nix.yml@" + SHA;
    String workflow =
        "on: push\njobs:\n  a:\n    uses: "
            + call
            + "\n    secrets: { ATTIC_TOKEN: '${{ secrets.T }}' }\n";
    Map<String, String> files = Map.of(".github/workflows/ci.yml", workflow);
    assertThat(Lints.rules(Lints.of(files, Profile.QUARANTINE, false)))
        .containsExactly("unknown-attic-writer");
    Map<String, String> configured =
        Map.of(
            ".github/workflows/ci.yml",
            workflow,
            ".github/gate.yml",
            "allowed-writers:\n  - " + call + "\n");
    assertThat(Lints.rules(Lints.of(configured, Profile.QUARANTINE, false))).isEmpty();
  }

  @Test
  void a_known_writer_is_not_let_pass_by_a_vouch() {
    String step = "- uses: ryanccn/attic-action@" + SHA;
    String config = "allowed-writers: [ryanccn/attic-action@" + SHA + "]\n";
    assertThat(Lints.rules(lint(config, step))).containsExactly("attic-write-outside-probe");
  }
}
