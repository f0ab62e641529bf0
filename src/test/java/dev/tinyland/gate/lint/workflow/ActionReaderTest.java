package dev.tinyland.gate.lint.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.yaml.YamlNode;
import org.junit.jupiter.api.Test;

class ActionReaderTest {
  @Test
  void a_composite_action_with_inputs_and_outputs() {
    Action action =
        Parsed.action(
            """
            name: nix-job
            inputs:
              push-cache: {description: attic push, default: "false"}
              bare:
            outputs:
              path: {value: "${{ steps.a.outputs.path }}"}
            runs:
              using: Composite
              steps:
                - run: nix build
                  shell: bash
            """);
    assertThat(action.inputs()).extracting(Input::name).containsExactly("push-cache", "bare");
    assertThat(Parsed.present(action.input("PUSH-CACHE")).defaultValue()).isNotNull();
    assertThat(action.outputs()).containsOnlyKeys("path");
    assertThat(action.runs())
        .isInstanceOfSatisfying(
            Action.Runs.Composite.class, runs -> assertThat(runs.steps()).hasSize(1));
  }

  @Test
  void javascript_with_all_its_programs() {
    assertThat(Parsed.action("runs: {using: node24, main: a.js, pre: b.js, post: c.js}").runs())
        .isEqualTo(new Action.Runs.JavaScript("a.js", "b.js", "c.js"));
  }

  @Test
  void docker_with_what_it_starts() {
    Action action =
        Parsed.action(
            """
            runs:
              using: docker
              image: docker://attic
              args: [push, "${{ inputs.cache }}"]
              entrypoint: /bin/attic
              post-entrypoint: /bin/after
              env: {A: b}
            """);
    assertThat(action.runs())
        .isInstanceOfSatisfying(
            Action.Runs.Docker.class,
            docker -> {
              assertThat(docker.image()).isEqualTo("docker://attic");
              assertThat(docker.commands())
                  .extracting(YamlNode.Scalar::value)
                  .containsExactly("/bin/attic", "push", "${{ inputs.cache }}", "/bin/after", "b");
            });
  }

  @Test
  void anything_else_is_not_known() {
    assertThat(Parsed.action("runs: {using: wasm}").runs()).isInstanceOf(Action.Runs.Unknown.class);
    assertThat(Parsed.action("name: x\nruns:").runs()).isInstanceOf(Action.Runs.Unknown.class);
  }

  @Test
  void without_runs_it_is_a_problem() {
    assertThat(Parsed.read("action.yml", "name: x").problems())
        .extracting(dev.tinyland.gate.report.Problem::message)
        .containsExactly("not an action: there is no `runs`");
  }
}
