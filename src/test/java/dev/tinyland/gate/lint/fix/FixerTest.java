package dev.tinyland.gate.lint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import dev.tinyland.gate.lint.policy.Profile;
import dev.tinyland.gate.report.Edit;
import dev.tinyland.gate.report.Finding;
import dev.tinyland.gate.report.Fix;
import dev.tinyland.gate.report.Report;
import dev.tinyland.gate.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is fixed, what is not and why, and that a second run has nothing left to do. */
class FixerTest {
  private static final String ACTION = ".github/actions/nix-job/action.yml";
  private static final String CI = ".github/workflows/ci.yml";
  private static final String OPEN_ACTION =
      """
      name: nix job
      inputs:
        push-cache:
          description: whether to push
          default: "true"
      runs:
        using: composite
        steps:
          - uses: ryanccn/attic-action@v0
            with:
              skip-push: ${{ inputs.push-cache == 'false' }}
      """;
  private static final String CALLER =
      """
      on: [push, pull_request]
      jobs:
        a:
          runs-on: tinyland-nix
          steps:
            - uses: ./.github/actions/nix-job # the job
      """;

  @Test
  void a_repository_is_closed_at_once() {
    Fixer.Result result = fix(Map.of(ACTION, OPEN_ACTION, CI, CALLER));
    assertThat(result.texts())
        .containsEntry(
            ACTION, OPEN_ACTION.replace("\"true\"", "\"false\"").replace("== 'false'", "!= 'true'"))
        .containsEntry(CI, CALLER + "        with:\n          push-cache: \"false\"\n");
    assertThat(result.report().findings()).isEmpty();
    assertThat(result.refused()).isEmpty();
    assertThat(result.fixed().stream().map(Finding::rule))
        .containsExactlyInAnyOrder(
            "push-cache-default-on", "push-cache-fail-open", "attic-write-on-pull-request");
  }

  @Test
  void a_fixed_repository_has_nothing_to_fix() {
    Map<String, String> files = new LinkedHashMap<>(Map.of(ACTION, OPEN_ACTION, CI, CALLER));
    files.putAll(fix(files).texts());
    assertThat(fix(files).texts()).isEmpty();
  }

  @Test
  void comparisons_turn_in_every_spelling() {
    Map.of(
            "if: inputs.push-cache != 'false'", "if: inputs.push-cache == 'true'",
            "if: ${{ 'FALSE' != inputs['push-cache'] }}",
                "if: ${{ 'true' == inputs['push-cache'] }}",
            "if: '!(inputs.push-cache == ''false'')'", "if: '!(inputs.push-cache != ''true'')'",
            "if: \"(inputs.PUSH-CACHE) != 'false' && github.actor != 'x'\"",
                "if: \"(inputs.PUSH-CACHE) == 'true' && github.actor != 'x'\"")
        .forEach((before, after) -> {
          String text =
              """
              inputs:
                push-cache: {default: "false"}
              runs:
                using: composite
                steps:
                  - run: attic push main x
                    shell: bash
                    CONDITION
              """;
          Fixer.Result result = fix(Map.of(ACTION, text.replace("CONDITION", before)));
          assertThat(result.texts()).containsEntry(ACTION, text.replace("CONDITION", after));
          assertThat(result.report().findings()).isEmpty();
        });
  }

  @Test
  void an_input_without_settings_gets_a_default() {
    String action = OPEN_ACTION.replaceAll("(?s)    description.*?default: \"true\"\n", "");
    assertThat(action).contains("  push-cache:\nruns:");
    Fixer.Result result = fix(Map.of(ACTION, action));
    assertThat(result.texts().get(ACTION)).contains("  push-cache:\n    default: \"false\"\nruns:");
  }

  @Test
  void what_is_meant_in_two_places_is_not_changed_in_one() {
    String twice =
        """
        on: push
        jobs:
          a:
            steps:
              - &job
                uses: ./.github/actions/nix-job
                with:
                  push-cache: ${{ github.ref == 'refs/heads/main' }}
          b:
            steps:
              - *job
        """;
    Fixer.Result result = fix(Map.of(ACTION, closed(OPEN_ACTION), CI, twice));
    assertThat(result.texts()).isEmpty();
    assertThat(result.refused()).isNotEmpty();
    assertThat(result.refused().getFirst().because()).contains("another value would change");
  }

  @Test
  void a_workflow_that_is_started_by_hand_may_be_the_probe() {
    String probe = CALLER.replace("[push, pull_request]", "workflow_dispatch");
    Fixer.Result result = fix(Map.of(ACTION, OPEN_ACTION, CI, probe));
    assertThat(result.texts()).containsOnlyKeys(ACTION);
  }

  @Test
  void downstream_nobody_is_told_to_stop_pushing() {
    Map<String, String> files = Map.of(ACTION, OPEN_ACTION, CI, CALLER);
    assertThat(fix(files, Profile.DOWNSTREAM).texts()).containsOnlyKeys(ACTION);
  }

  @Test
  void a_file_with_faults_is_left_alone() {
    String faulty = CALLER + "on: push\n";
    assertThat(fix(Map.of(ACTION, OPEN_ACTION, CI, faulty)).texts()).containsOnlyKeys(ACTION);
  }

  @Test
  void a_fix_that_would_not_mend_or_would_break_something_is_refused() {
    Map<String, String> files = Map.of(ACTION, OPEN_ACTION, CI, CALLER);
    int name = 1;
    Span title = new Span(ACTION, name, 7, name, 14);
    refuses(files, new Edit(title, "other"), "still be there");
    refuses(files, new Edit(title, "[a"), "could not be read any more");
    refuses(files, new Edit(title, "x\ninputs: {}"), "could not be read any more");
    Span step = Span.at(ACTION, 9, 7);
    refuses(files, new Edit(step, "run: attic push x\n    - "), "another value would change");
  }

  @Test
  void a_fix_that_brings_another_finding_is_refused() {
    Map<String, String> files = Map.of(ACTION, OPEN_ACTION, CI, CALLER);
    Report report = Lints.withFixes(files, Profile.QUARANTINE);
    Finding target = finding(report, "attic-write-on-pull-request");
    Edit other = new Edit(new Span(CI, 6, 15, 6, 40), "./.github/actions/nowhere");
    Report offered = offering(report, target, List.of(other));
    Fixer.Result result = Fixer.fix(offered, texts -> relint(files, texts, Profile.QUARANTINE));
    assertThat(result.texts()).isEmpty();
    assertThat(result.refused().getFirst().because()).contains("unresolved-local-reference");
  }

  @Test
  void a_fix_that_opens_a_surface_is_refused_even_where_no_rule_objects() {
    String allowed =
        """
        on: {push: {branches: [main]}}
        jobs:
          a:
            steps:
              - if: false && env.ATTIC_TOKEN != ''
                env:
                  ATTIC_TOKEN: ${{ secrets.ATTIC_TOKEN }}
                run: attic push main x
        """;
    Map<String, String> files = Map.of(ACTION, OPEN_ACTION, CI, allowed);
    Report report = Lints.withFixes(files, Profile.DOWNSTREAM);
    Finding target = finding(report, "push-cache-default-on");
    List<Edit> edits = new ArrayList<>(Objects.requireNonNull(target.fix()).edits());
    edits.add(new Edit(new Span(CI, 5, 13, 5, 18), "true "));
    Fixer.Result result =
        Fixer.fix(
            offering(report, target, edits), texts -> relint(files, texts, Profile.DOWNSTREAM));
    assertThat(result.refused()).hasSize(1);
    assertThat(result.refused().getFirst().because())
        .isEqualTo("`attic push main x` at .github/workflows/ci.yml:5 could write more often");
  }

  @Test
  void edits_in_each_others_way_are_applied_one_after_the_other() {
    Map<String, String> files = Map.of(ACTION, OPEN_ACTION, CI, CALLER);
    Report report = Lints.withFixes(files, Profile.QUARANTINE);
    Finding target = finding(report, "push-cache-default-on");
    Finding twin =
        target.withFix(
            new Fix("the same", List.of(new Edit(new Span(ACTION, 5, 14, 5, 20), "'false'"))));
    List<Finding> findings = new ArrayList<>(report.findings());
    findings.add(twin);
    Fixer.Result result =
        Fixer.fix(report.withFindings(findings), texts -> relint(files, texts, Profile.QUARANTINE));
    assertThat(result.report().findings()).isEmpty();
    assertThat(result.texts().get(ACTION)).contains("default: \"false\"\n");
  }

  private static void refuses(Map<String, String> files, Edit edit, String because) {
    Report report = Lints.withFixes(files, Profile.QUARANTINE);
    Report offered = offering(report, finding(report, "push-cache-default-on"), List.of(edit));
    Fixer.Result result = Fixer.fix(offered, texts -> relint(files, texts, Profile.QUARANTINE));
    assertThat(result.texts()).isEmpty();
    assertThat(result.refused()).hasSize(1);
    assertThat(result.refused().getFirst().because()).contains(because);
  }

  /** The report with one offer only. */
  private static Report offering(Report report, Finding target, List<Edit> edits) {
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : report.findings()) {
      findings.add(
          finding.equals(target)
              ? finding.withFix(new Fix("try it", edits))
              : finding.withoutFix());
    }
    return report.withFindings(findings);
  }

  private static Finding finding(Report report, String rule) {
    return report.findings().stream()
        .filter(each -> each.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static String closed(String action) {
    return action.replace("\"true\"", "\"false\"").replace("== 'false'", "!= 'true'");
  }

  private static Fixer.Result fix(Map<String, String> files) {
    return fix(files, Profile.QUARANTINE);
  }

  private static Fixer.Result fix(Map<String, String> files, Profile profile) {
    return Fixer.fix(Lints.withFixes(files, profile), texts -> relint(files, texts, profile));
  }

  private static Report relint(
      Map<String, String> files, Map<String, String> texts, Profile profile) {
    Map<String, String> now = new LinkedHashMap<>(files);
    now.putAll(texts);
    return Lints.withFixes(now, profile);
  }
}
