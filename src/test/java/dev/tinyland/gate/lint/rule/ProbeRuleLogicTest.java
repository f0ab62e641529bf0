package dev.tinyland.gate.lint.rule;

import static dev.tinyland.gate.lint.reach.Lints.action;
import static dev.tinyland.gate.lint.reach.Lints.rules;
import static dev.tinyland.gate.lint.reach.Lints.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.policy.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which confirmations of a publication probe are proved, and what is said of the others. */
class ProbeRuleLogicTest {
  private static final String ASK =
      """
      on:
        workflow_dispatch:
          inputs:
            profile:
              type: choice
              options: [synthetic, small-check, medium-check]
              required: true
            confirm:
              type: string
      """;

  private static final String PROBE =
      ASK
          + """
          jobs:
            probe:
              runs-on: tinyland-nix-operator
              if: github.ref == 'refs/heads/main' && (CONDITION)
              steps:
                - env:
                    P: ${{ inputs.profile }}
                    C: ${{ inputs.confirm }}
                  run: |
                    SCRIPT
                - uses: actions/upload-artifact@v4
                  if: always()
                  with: {path: evidence/}
          """;

  private static List<String> lint(String yaml) {
    return rules(workflow(Profile.QUARANTINE, yaml));
  }

  private static String under(String condition) {
    return PROBE
        .replace("if: github", "if: >-\n        github")
        .replace("CONDITION", condition)
        .replace("SCRIPT", "attic push c r");
  }

  private static String script(String lines) {
    return PROBE
        .replace("CONDITION", "true")
        .replace("SCRIPT", lines.strip().replace("\n", "\n          "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inputs.profile == 'synthetic' && inputs.confirm == 'probe-attic-publication'",
        "github.event.inputs.profile == 'small-check' && github.event.inputs.confirm =="
            + " 'probe-attic-publication-small-check'",
        "inputs.confirm == (inputs.profile == 'synthetic' && 'probe-attic-publication' ||"
            + " format('probe-attic-publication-{0}', inputs.profile))",
        "inputs.profile == 'synthetic' && contains(fromJSON('[\"probe-attic-publication\"]'),"
            + " inputs.confirm)",
        "inputs.profile == 'synthetic' && inputs.confirm == 'probe-attic-publication' || false",
      })
  void the_token_of_the_chosen_profile_confirms(String condition) {
    assertThat(lint(under(condition))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "inputs.confirm == 'yes' => missing",
        "inputs.confirm != '' => missing",
        "inputs.confirm != 'probe-attic-publication' => missing",
        "inputs.confirm == vars.TOKEN => missing",
        "inputs.confirm == 'probe-attic-publication' => of-other-profile",
        "inputs.profile == 'small-check' && inputs.confirm == 'probe-attic-publication'"
            + " => of-other-profile",
        "contains(inputs.confirm, 'probe-attic-publication') => by-contains",
        "contains('probe-attic-publication', inputs.confirm) => by-contains",
        "startsWith(inputs.confirm, 'probe-attic-publication') => by-contains",
        "endsWith(inputs.confirm, 'attic-publication') => by-contains",
        "inputs.profile == 'synthetic' && (inputs.confirm == '' || inputs.confirm =="
            + " 'probe-attic-publication') => by-default",
        "(inputs.confirm || 'probe-attic-publication') == 'probe-attic-publication' => by-default",
      })
  void another_condition_does_not(String condition, String rule) {
    assertThat(lint(under(condition))).containsExactly("probe-confirmation-" + rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ \"$P\" = synthetic ] && [ \"$C\" = probe-attic-publication ] || exit 1\nattic push c r",
        "if [[ $P == synthetic && $C == probe-attic-publication ]]; then\n  attic push c r\nfi",
        "case \"$P/$C\" in\n  synthetic/probe-attic-publication) attic push c r ;;\n  *) exit 1 ;;\nesac",
        "t=probe-attic-publication\n[ \"$P\" = synthetic ] || t=\"$t-$P\"\ntest \"$C\" = \"$t\"\nattic push c r",
        "gate attic-publication-probe --profile \"$P\" --confirm \"$C\"",
        "gate attic-publication-probe --confirm=\"$C\" --profile=\"$P\"",
        "just attic-publication-probe profile=\"$P\" confirm=\"$C\"",
        "./scripts/attic_publication_probe.sh \"$P\" \"$C\"",
        "[ \"$P\" = synthetic ] || exit 1\ngate attic-publication-probe --confirm \"$C\"",
      })
  void a_script_can_ask_too(String script) {
    assertThat(lint(script(script))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "[ \"$C\" = probe-attic-publication ] || true; attic push c r => missing",
        "[[ $C == probe-attic-* ]] || exit 1; attic push c r => by-contains",
        "[[ $C =~ probe-attic-publication ]] || exit 1; attic push c r => by-contains",
        "if grep -q probe-attic-publication <<< \"$C\"; then attic push c r; fi => by-contains",
        "if grep -qx probe-attic-publication <<< \"$C\"; then attic push c r; fi => missing",
        "gate attic-publication-probe --confirm \"$C\" => of-other-profile",
        "gate attic-publication-probe --profile \"$P\" => missing",
        "gate attic-publication-probe --profile \"$P\" --confirm probe-attic-publication"
            + " => by-default",
      })
  void or_fail_to(String script, String rule) {
    assertThat(lint(script(script.replace("; ", "\n"))))
        .contains("probe-confirmation-" + rule)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_is_typed_in_capitals_is_the_same_to_github() {
    String condition =
        "inputs.profile == 'synthetic' && inputs.confirm == 'PROBE-attic-publication'";
    assertThat(lint(under(condition))).isEmpty();
  }

  @Test
  void a_push_that_no_token_guards_is_none_of_the_probe() {
    String guarded =
        "attic push c tools\n[ \"$P\" = synthetic ]\n[ \"$C\" = probe-attic-publication ]\nattic push c r";
    assertThat(lint(script(guarded))).containsExactly("attic-write-outside-probe");
  }

  @Test
  void each_thing_wrong_is_said_once() {
    String yaml =
        under("inputs.confirm == 'probe-attic-publication'")
            .replace("on:\n", "on:\n  schedule: [{cron: '0 0 * * *'}]\n")
            .replace("tinyland-nix-operator", "ubuntu-latest")
            .replace("github.ref == 'refs/heads/main'", "true")
            .replace("if: always()", "if: success()");
    assertThat(lint(yaml))
        .containsExactlyInAnyOrder(
            "probe-trigger-added",
            "probe-on-other-lane",
            "probe-on-other-branch",
            "probe-confirmation-of-other-profile",
            "probe-evidence-lost");
  }

  @Test
  void downstream_has_no_probe() {
    String yaml = under("inputs.confirm == 'yes'");
    assertThat(rules(workflow(Profile.DOWNSTREAM, yaml)))
        .containsExactly("attic-write-without-token-gate");
  }

  @ParameterizedTest
  @CsvSource({
    "'$C', ''",
    "'$(cat token)', 'probe-confirmation-missing'",
    "probe-attic-publication, 'probe-confirmation-by-default'"
  })
  void an_action_that_is_a_probe_is_judged_by_its_confirmation(String confirm, String rule) {
    String yaml =
        """
        inputs:
          profile: {required: true}
          confirm: {required: true}
        runs:
          using: composite
          steps:
            - shell: bash
              env: {P: '${{ inputs.profile }}', C: '${{ inputs.confirm }}'}
              run: gate attic-publication-probe --profile "$P" --confirm "CONFIRM"
        """;
    List<String> expected = rule.isEmpty() ? List.of() : List.of(rule);
    assertThat(
            rules(action(Profile.QUARANTINE, yaml.replace("\"CONFIRM\"", "\"" + confirm + "\""))))
        .isEqualTo(expected);
  }

  @Test
  void a_push_cache_switch_may_be_the_probe() {
    String yaml =
        PROBE
            .replace("CONDITION", "inputs.profile == 'synthetic'")
            .replace("SCRIPT", "true")
            .replace(
                "      - uses: actions/upload",
                "      - uses: tinyland-inc/GloriousFlywheel/.github/actions/nix-job@v1\n"
                    + "        with:\n"
                    + "          push-cache: ${{ inputs.confirm == 'probe-attic-publication' }}\n"
                    + "      - uses: actions/upload");
    // It is confirmed, but its push comes too late for any evidence.
    assertThat(lint(yaml)).containsExactly("probe-evidence-lost");
  }
}
