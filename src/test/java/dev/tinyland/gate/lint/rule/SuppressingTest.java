package dev.tinyland.gate.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Comments that suppress, held against what rules find. */
class SuppressingTest {
  private static final String CI = ".github/workflows/ci.yml";
  private static final String CONFIG = ".github/gate.yml";

  private static List<String> shown(Report report) {
    return report.findings().stream()
        .map(each ->
            each.span().line()
                + " "
                + each.level().word()
                + " "
                + each.rule()
                + (each.suppressed() == null ? "" : ": " + each.suppressed()))
        .toList();
  }

  private static String workflow(String steps) {
    return "on: { push: { branches: [main] } }\njobs:\n  a:\n    steps:\n" + steps.indent(6);
  }

  private static List<String> of(String steps) {
    return shown(Lints.workflow(workflow(steps)));
  }

  @Test
  void a_suppressed_finding_stays_with_its_reason() {
    assertThat(
            of(
                "# gate: allow[attic-write-outside-probe] until 2026-12-31 a\n- run: attic push m x"))
        .containsExactly("6 error attic-write-outside-probe: a (until 2026-12-31)");
  }

  @Test
  void only_the_rules_that_are_named_are_suppressed() {
    assertThat(of("- run: attic push m x # gate: allow[unknown-attic-writer] a"))
        .containsExactly("5 error attic-write-outside-probe", "5 warning suppression-unused");
    assertThat(
            of(
                "- run: attic push m x # gate: allow[unknown-attic-writer,attic-write-outside-probe] a"))
        .containsExactly("5 error attic-write-outside-probe: a", "5 warning suppression-unused");
  }

  @Test
  void what_has_ended_counts_again_unless_another_still_holds() {
    String ended = "# gate: allow[attic-write-outside-probe] until 2026-11-19 a\n";
    String holds = "# gate: allow[attic-write-outside-probe] until 2026-11-20 b\n";
    assertThat(of(ended + "- run: attic push m x"))
        .containsExactly("5 error suppression-expired", "6 error attic-write-outside-probe");
    assertThat(of(ended + holds + "- run: attic push m x"))
        .containsExactly(
            "5 warning suppression-unused",
            "7 error attic-write-outside-probe: b (until 2026-11-20)");
    assertThat(of(ended + "- run: nix build .#attic"))
        .containsExactly("5 warning suppression-unused");
  }

  @Test
  void of_a_step_that_writes_twice_each_write_is_suppressed_for_itself() {
    String one = "- run: |\n    attic push m x # gate: allow[attic-write-outside-probe] a\n";
    Report part = Lints.workflow(workflow(one + "    attic push m y\n"));
    assertThat(shown(part)).containsExactly("6 error attic-write-outside-probe");
    assertThat(part.findings().getFirst().because())
        .contains("a comment suppresses a part of it, and not line 7");
    assertThat(of(one + "    attic push m y # gate: allow[attic-write-outside-probe] b\n"))
        .containsExactly("6 error attic-write-outside-probe: a; b");
    assertThat(
            of(
                "# gate: allow[attic-write-outside-probe] a\n- run: |\n    attic push m x\n"
                    + "    attic push m y\n"))
        .containsExactly("7 error attic-write-outside-probe: a");
    assertThat(
            of(
                one
                    + "    # gate: allow[attic-write-outside-probe] until 2020-01-01 b\n"
                    + "    attic push m y\n"))
        .containsExactly("6 error attic-write-outside-probe", "7 error suppression-expired");
  }

  @Test
  void a_rule_that_cannot_be_suppressed_is_not() {
    assertThat(
            shown(
                Lints.workflow(
                    "on: pull_request\njobs:\n  a:\n    steps:\n"
                        + "      - run: attic push m x # gate: allow[attic-write-on-pull-request] a\n")))
        .containsExactly("5 error attic-write-on-pull-request", "5 error suppression-invalid");
  }

  @Test
  void one_wrong_name_spoils_the_comment() {
    assertThat(of("- run: attic push m x # gate: allow[attic-write-outside-probe, other] a"))
        .containsExactly("5 error attic-write-outside-probe", "5 error suppression-invalid");
  }

  @Test
  void a_comment_may_say_that_it_may_be_unused() {
    assertThat(
            of("# gate: allow[attic-write-outside-probe, suppression-unused] a\n- run: nix build"))
        .containsExactly("5 warning suppression-unused: a");
  }

  @Test
  void of_a_file_that_was_only_called_nobody_knows_what_is_unused() {
    String action =
        """
        inputs: { push: { default: 'true' } }
        runs:
          using: composite
          steps:
            # gate: allow[push-cache-default-on] a
            - run: attic push m x
              shell: bash
        """;
    Map<String, String> files = Map.of(CI, workflow("- uses: ./a"), "a/action.yml", action);
    Checkout.Read ci =
        Checkout.parse(CI, files.getOrDefault(CI, "").getBytes(StandardCharsets.UTF_8));
    Report called = Lints.of(files, List.of(ci), Profile.QUARANTINE, false);
    assertThat(Lints.rules(called)).containsExactly("attic-write-outside-probe");
    Report named = Lints.of(files, Profile.QUARANTINE, false);
    assertThat(Lints.rules(named)).contains("suppression-unused");
  }

  @Test
  void a_file_that_cannot_matter_may_hold_one_that_is_unused() {
    assertThat(of("# gate: allow[unresolved-local-reference] a\n- run: make"))
        .containsExactly("5 warning suppression-unused");
  }

  @Test
  void levels_are_those_of_the_configuration() {
    Map<String, String> files =
        Map.of(
            CI,
            workflow("# gate: allow[unknown-attic-writer] a\n- run: attic push m x"),
            CONFIG,
            "rules: { attic-write-outside-probe: note, suppression-unused: error }\n");
    Report report = Lints.of(files, Profile.QUARANTINE, false);
    assertThat(shown(report))
        .containsExactly("5 error suppression-unused", "6 note attic-write-outside-probe");
    assertThat(report.remarks())
        .containsExactly("the configuration lowers attic-write-outside-probe to note");
  }

  @Test
  void a_rule_that_is_off_says_nothing_and_the_report_says_so() {
    Map<String, String> files =
        Map.of(
            CI,
            workflow("- run: attic push m x"),
            CONFIG,
            "rules: { attic-write-outside-probe: off, suppression-unused: off }\n");
    Report report = Lints.of(files, Profile.QUARANTINE, false);
    assertThat(report.findings()).isEmpty();
    assertThat(report.surfaces()).hasSize(1);
    assertThat(report.remarks())
        .containsExactly(
            "the configuration turns off attic-write-outside-probe and suppression-unused");
  }

  @Test
  void without_a_configuration_nothing_is_remarked() {
    Report report = Lints.workflow(workflow("- run: attic push m x"));
    assertThat(report.remarks()).isEmpty();
    assertThat(report.findings()).extracting(Finding::suppressed).containsOnlyNulls();
  }
}
