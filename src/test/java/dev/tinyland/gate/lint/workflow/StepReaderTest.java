package dev.tinyland.gate.lint.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepReaderTest {
  @Test
  void run_and_uses() {
    List<Step> steps =
        Parsed.steps(
            """
            - id: one
              name: First
              if: always()
              env: {A: 1}
              run: echo
              shell: pwsh
            - uses: actions/checkout@v4
              with: {path: sub, Fetch-Depth: 0}
            """);
    assertThat(steps).hasSize(2);
    Step first = steps.getFirst();
    assertThat(first.id()).isEqualTo("one");
    assertThat(first.label()).isEqualTo("First");
    assertThat(Parsed.present(first.condition()).value()).isEqualTo("always()");
    assertThat(first.env().entries()).containsOnlyKeys("A");
    assertThat(first.body())
        .isInstanceOfSatisfying(
            Step.Body.Run.class,
            run -> {
              assertThat(run.script().value()).isEqualTo("echo");
              assertThat(run.shell()).isEqualTo("pwsh");
            });
    assertThat(steps.get(1).body())
        .isInstanceOfSatisfying(
            Step.Body.Uses.class,
            uses -> {
              assertThat(uses.reference().value()).isEqualTo("actions/checkout@v4");
              assertThat(Parsed.present(uses.with().get("fetch-depth")).display()).isEqualTo("0");
            });
  }

  @Test
  void where_a_step_works_and_when_its_failure_is_ignored() {
    List<Step> steps =
        Parsed.steps(
            """
            - run: one
              working-directory: tofu
              continue-on-error: ${{ inputs.lenient }}
            - run: two
              continue-on-error: false
            """);
    Step first = steps.getFirst();
    assertThat(Parsed.present(first.directory()).value()).isEqualTo("tofu");
    assertThat(first.continueOnError()).isTrue();
    assertThat(Parsed.present(first.continueOnErrorValue()).value())
        .isEqualTo("${{ inputs.lenient }}");
    assertThat(steps.get(1).directory()).isNull();
    assertThat(steps.get(1).continueOnError()).isFalse();
  }

  @Test
  void steps_below_parallel_are_steps_at_any_depth() {
    List<Step> steps =
        Parsed.steps(
            """
            - parallel:
                - run: one
                - parallel:
                    - run: two
                    - uses: ryanccn/attic-action@v0
            - run: three
            """);
    assertThat(bodies(steps))
        .containsExactly("one", "two", "ryanccn/attic-action@v0", "-", "-", "three");
  }

  @Test
  void a_background_step_is_a_step() {
    assertThat(bodies(Parsed.steps("- run: attic watch-store main\n  background: true")))
        .containsExactly("attic watch-store main");
  }

  @Test
  void wait_and_cancel_do_nothing_themselves() {
    assertThat(bodies(Parsed.steps("- wait: a\n- wait-all: true\n- cancel: a\n- run: x")))
        .containsExactly("-", "-", "-", "x");
  }

  @Test
  void what_is_no_mapping_is_no_step() {
    assertThat(Parsed.steps("- just text\n- [a]\n- run: x")).hasSize(1);
  }

  @Test
  void quoted_and_capital_keys_count() {
    assertThat(bodies(Parsed.steps("- \"run\": a\n- 'RUN': b"))).containsExactly("a", "b");
  }

  @Test
  void an_alias_shares_the_step() {
    List<Step> steps = Parsed.steps("- &push\n  run: attic push main x\n- *push");
    assertThat(bodies(steps)).containsExactly("attic push main x", "attic push main x");
  }

  @Test
  void a_merge_key_merges_nothing() {
    assertThat(bodies(Parsed.steps("- &a {run: x}\n- <<: *a\n  name: y")))
        .containsExactly("x", "-");
  }

  @Test
  void continue_on_error_is_off_only_when_it_is_written_off() {
    assertThat(
            Parsed.steps(
                "- run: a\n- {run: b, continue-on-error: false}\n- {run: c, continue-on-error: true}"))
        .extracting(Step::continueOnError)
        .containsExactly(false, false, true);
  }

  private static List<String> bodies(List<Step> steps) {
    return steps.stream()
        .map(step ->
            switch (step.body()) {
              case Step.Body.Run(var script, _) -> script.value();
              case Step.Body.Uses(var reference, _) -> reference.value();
              case Step.Body.Other() -> "-";
            })
        .toList();
  }
}
