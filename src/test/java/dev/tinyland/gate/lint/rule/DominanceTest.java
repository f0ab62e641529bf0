package dev.tinyland.gate.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.reach.Reach;
import dev.tinyland.gate.lint.reach.Scenario;
import dev.tinyland.gate.lint.reach.Scenarios;
import dev.tinyland.gate.lint.surface.Found;
import dev.tinyland.gate.lint.surface.KnowledgeBaseReader;
import dev.tinyland.gate.lint.surface.Operation;
import dev.tinyland.gate.lint.surface.Walk;
import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the guard dominates the apply, on workflows that are written down here. */
class DominanceTest {
  static final String GUARD = "tofu-state-authority-deep-check attic";
  static final String APPLY = "tofu apply";

  /** The answer on the guard and the first apply, the worst over all scenarios. */
  static Dominance.Kind kind(String yaml, Map<String, String> others) {
    Checkout.Read read =
        Checkout.parse(".github/workflows/w.yml", yaml.getBytes(StandardCharsets.UTF_8));
    Checkout checkout =
        new Checkout(path -> {
          String text = others.get(path);
          return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        });
    Workflow workflow = Objects.requireNonNull(read.workflow());
    Found found = new Walk(checkout, KnowledgeBaseReader.builtIn(), Map.of()).workflow(workflow);
    assertThat(read.problems()).isEmpty();
    assertThat(found.unresolved()).isEmpty();
    Dominance.Placed guard = placed(found.operations(), ProtectedState.GUARD);
    Dominance.Placed apply = placed(found.operations(), "tofu");
    Dominance.Kind worst = Dominance.Kind.DOMINATES;
    for (Scenario scenario : Scenarios.of(workflow.triggers())) {
      Dominance dominance = new Dominance(new Reach("main"), scenario);
      if (dominance.possible(apply.operation().constraints())) {
        Dominance.Kind kind = dominance.of(guard, apply, List.of(), null).kind();
        worst = kind.compareTo(worst) > 0 ? kind : worst;
      }
    }
    return worst;
  }

  private static Dominance.Placed placed(List<Operation> operations, String name) {
    List<Dominance.Placed> placed = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      if (operations.get(i).name().equals(name)) {
        placed.add(new Dominance.Placed(operations.get(i), i));
      }
    }
    assertThat(placed).as(name).isNotEmpty();
    return placed.getFirst();
  }

  private static Dominance.Kind script(String shell, String script) {
    return kind(
        "on: push\njobs:\n  j:\n    runs-on: x\n    steps:\n      - run: |\n          "
            + script.replace("\n", "\n          ")
            + (shell.isEmpty() ? "" : "\n        shell: " + shell)
            + "\n",
        Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just GUARD\nAPPLY",
        "just GUARD && APPLY",
        "just GUARD || exit 1\nAPPLY",
        "if just GUARD; then APPLY; fi",
        "if ! just GUARD; then echo red; exit 1; fi\nAPPLY",
        "just GUARD || { echo red >&2; exit 1; }\nAPPLY",
        "set +e\nset -e\nbash scripts/GUARD\nAPPLY",
        "scripts/tofu-state-authority-deep-check.sh attic\nAPPLY",
        "check() { just GUARD; }\ncheck\nAPPLY",
        "(just GUARD)\nAPPLY",
        "nix develop -c just GUARD\nnix develop -c APPLY",
        "nix develop -c bash -c 'cd x; just GUARD'\nAPPLY",
        "just GUARD; APPLY || just GUARD",
        "set -o pipefail\njust GUARD | tee guard.log\nAPPLY"
      })
  void in_one_script_a_guard_that_ends_it_dominates(String script) {
    assertThat(script("", script.replace("GUARD", GUARD).replace("APPLY", APPLY)))
        .isEqualTo(Dominance.Kind.DOMINATES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just GUARD || true\nAPPLY",
        "just GUARD || echo red\nAPPLY",
        "set +e\njust GUARD\nAPPLY",
        "just GUARD | tee guard.log\nAPPLY",
        "just GUARD &\nAPPLY",
        "if just GUARD; then echo green; fi\nAPPLY",
        "! just GUARD\nAPPLY",
        "just GUARD || APPLY"
      })
  void in_one_script_a_status_that_nobody_minds_does_not(String script) {
    assertThat(script("", script.replace("GUARD", GUARD).replace("APPLY", APPLY)))
        .isEqualTo(Dominance.Kind.PAST_FAILURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "just GUARD || status=$?\n[ \"${status:-0}\" -eq 0 ] || exit 1\nAPPLY",
        "set +e\njust GUARD\nrc=$?\nset -e\nif [ $rc -ne 0 ]; then exit $rc; fi\nAPPLY",
        "for s in attic; do just GUARD || exit 1; done\nAPPLY"
      })
  void a_status_that_is_kept_is_not_decided(String script) {
    assertThat(script("", script.replace("GUARD", GUARD).replace("APPLY", APPLY)))
        .isEqualTo(Dominance.Kind.UNSURE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', PAST_FAILURE",
    "bash, DOMINATES",
    "'bash {0}', PAST_FAILURE",
    "'bash -eo pipefail {0}', DOMINATES"
  })
  void the_shell_decides_whether_a_pipe_fails(String shell, Dominance.Kind kind) {
    assertThat(script(shell, "just " + GUARD + " | tee log\n" + APPLY)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[ -n \"$CHECK\" ]", "[ -f guard ]", "test \"$X\" = y"})
  void a_guard_under_a_test_is_left_out(String test) {
    String script = "if " + test + "; then just " + GUARD + "; fi\n" + APPLY;
    assertThat(script("", script)).isEqualTo(Dominance.Kind.LEFT_OUT);
  }

  @ParameterizedTest
  @CsvSource({
    "'cd infra && just GUARD', DOMINATES",
    "'[ -f justfile ] || exit 1; just GUARD', DOMINATES",
    "'if [ -f justfile ]; then just GUARD; else exit 1; fi', DOMINATES",
    "'if [ -f justfile ]; then just GUARD; fi', LEFT_OUT",
    "'cd infra && just GUARD; true', LEFT_OUT"
  })
  void what_the_guards_own_script_needs(String guard, Dominance.Kind kind) {
    String yaml =
        "on: push\njobs:\n  j:\n    runs-on: x\n    steps:\n      - run: '"
            + guard.replace("GUARD", GUARD)
            + "'\n      - run: "
            + APPLY
            + "\n";
    assertThat(kind(yaml, Map.of())).isEqualTo(kind);
  }

  @Test
  void after_is_not_before() {
    assertThat(script("", APPLY + "\njust " + GUARD)).isEqualTo(Dominance.Kind.NOT_BEFORE);
  }

  private static Dominance.Kind composite(String guard, String apply, String inner) {
    String workflow =
        """
        on: push
        jobs:
          j:
            runs-on: x
            steps:
              - uses: ./.github/actions/guard
                GUARD
              - run: tofu apply
                APPLY
        """;
    String action =
        """
        name: guard
        runs:
          using: composite
          steps:
            - run: just tofu-state-authority-deep-check attic
              shell: bash
              INNER
        """;
    return kind(
        workflow.replace("GUARD", guard).replace("APPLY", apply),
        Map.of(".github/actions/guard/action.yml", action.replace("INNER", inner)));
  }

  @ParameterizedTest
  @CsvSource({
    "id: g, id: a, id: i, DOMINATES",
    "id: g, 'if: always()', id: i, PAST_FAILURE",
    "continue-on-error: true, id: a, id: i, PAST_FAILURE",
    "id: g, id: a, continue-on-error: true, PAST_FAILURE",
    "'if: github.ref == ''refs/heads/main''', id: a, id: i, LEFT_OUT",
    "id: g, id: a, 'if: github.ref == ''refs/heads/main''', LEFT_OUT",
    "'if: github.ref == ''refs/heads/main''', 'if: github.ref == ''refs/heads/main''', id: i, DOMINATES"
  })
  void a_guard_in_an_action(String guard, String apply, String inner, Dominance.Kind kind) {
    assertThat(composite(guard, apply, inner)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "'id: g', 'if: steps.g.outcome == ''success''', DOMINATES",
    "'continue-on-error: true\n        id: g', 'if: steps.g.outcome == ''success''', DOMINATES",
    "'continue-on-error: true\n        id: g', 'if: steps.g.conclusion == ''success''', PAST_FAILURE",
    "'continue-on-error: true\n        id: g', 'if: steps.g.outcome != ''cancelled''', PAST_FAILURE",
    "'id: g', 'if: always() && steps.g.outcome == ''success''', DOMINATES",
    "'id: g', 'if: always() && steps.g.outcome != ''failure''', PAST_FAILURE",
    "'continue-on-error: ${{ inputs.x == ''y'' }}', 'if: inputs.x == ''z''', DOMINATES",
    "'continue-on-error: ${{ inputs.x == ''y'' }}', 'if: inputs.x != ''z''', PAST_FAILURE",
    "'id: g', 'if: \"!cancelled()\"', PAST_FAILURE",
    "'id: g', 'if: failure()', PAST_FAILURE",
    "'id: g', 'if: success() && inputs.x == ''y''', DOMINATES"
  })
  void what_a_later_step_asks_for(String guard, String apply, Dominance.Kind kind) {
    String yaml =
        """
        on:
          workflow_dispatch: {inputs: {x: {type: string}}}
        jobs:
          j:
            runs-on: x
            steps:
              - run: just tofu-state-authority-deep-check attic
                GUARD
              - run: tofu apply
                APPLY
        """;
    assertThat(kind(yaml.replace("GUARD", guard).replace("APPLY", apply), Map.of()))
        .isEqualTo(kind);
  }

  @Test
  void an_output_can_carry_the_verdict() {
    String yaml =
        """
        on: push
        jobs:
          guard:
            runs-on: x
            outputs: {green: '${{ steps.g.outputs.green }}'}
            steps:
              - id: g
                run: |
                  if just tofu-state-authority-deep-check attic; then
                    echo green=true >> "$GITHUB_OUTPUT"
                  fi
          apply:
            needs: guard
            if: needs.guard.outputs.green == 'true'
            runs-on: x
            steps:
              - run: tofu apply
        """;
    assertThat(kind(yaml, Map.of())).isEqualTo(Dominance.Kind.DOMINATES);
    assertThat(kind(yaml.replace("== 'true'", "!= 'false'"), Map.of()))
        .isEqualTo(Dominance.Kind.PAST_FAILURE);
  }

  @Test
  void a_called_workflow_can_be_the_guard_and_another_the_apply() {
    String yaml =
        """
        on: push
        jobs:
          check:
            uses: ./.github/workflows/check.yml
          deploy:
            needs: check
            uses: ./.github/workflows/deploy.yml
        """;
    String check =
        "on: workflow_call\njobs:\n  c:\n    runs-on: x\n    steps:\n      - run: just "
            + GUARD
            + "\n";
    String deploy =
        "on: workflow_call\njobs:\n  d:\n    runs-on: x\n    steps:\n      - run: " + APPLY + "\n";
    Map<String, String> called =
        Map.of(".github/workflows/check.yml", check, ".github/workflows/deploy.yml", deploy);
    assertThat(kind(yaml, called)).isEqualTo(Dominance.Kind.DOMINATES);
    assertThat(kind(yaml.replace("    needs: check\n", ""), called))
        .isEqualTo(Dominance.Kind.NOT_BEFORE);
    assertThat(kind(yaml.replace("needs: check", "needs: check\n    if: always()"), called))
        .isEqualTo(Dominance.Kind.PAST_FAILURE);
  }
}
