package dev.tinyland.gate.lint.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerReaderTest {
  @Test
  void one_name() {
    assertThat(events("on: push")).containsExactly("push");
  }

  @Test
  void a_list_in_both_styles() {
    assertThat(events("on: [push, pull_request]")).containsExactly("push", "pull_request");
    assertThat(events("on:\n  - push\n  - merge_group")).containsExactly("push", "merge_group");
  }

  @Test
  void a_mapping_with_and_without_settings() {
    assertThat(
            events(
                "on:\n  push:\n  pull_request: {branches: [main]}\n  schedule:\n    - cron: '0 0 * * *'"))
        .containsExactly("push", "pull_request", "schedule");
  }

  @Test
  void the_key_in_quotes_or_flow_style() {
    assertThat(events("'on': push")).containsExactly("push");
    assertThat(events("{\"on\": {\"push\": {}}, \"jobs\": {}}")).containsExactly("push");
  }

  @Test
  void a_name_in_capitals_is_the_same_event() {
    assertThat(events("on: Pull_Request")).containsExactly("pull_request");
  }

  @Test
  void a_trigger_reached_through_an_alias() {
    assertThat(events("x: &t {branches: [main]}\non:\n  push: *t")).containsExactly("push");
    Trigger push =
        Parsed.workflow("on:\n  pull_request: &t\n    branches: [main]\n  push: *t\njobs: {}")
            .triggers()
            .get(1);
    assertThat(push.acceptsBranch("topic")).isFalse();
  }

  @Test
  void types_and_the_workflows_waited_for() {
    Trigger trigger =
        Parsed.workflow(
                "on:\n  workflow_run:\n    workflows: [Build, Test]\n    types: completed\njobs: {}")
            .triggers()
            .getFirst();
    assertThat(trigger.workflows()).containsExactly("Build", "Test");
    assertThat(trigger.types()).containsExactly("completed");
  }

  @Test
  void inputs_of_every_type() {
    List<Input> inputs =
        Parsed.workflow(
                """
                on:
                  workflow_dispatch:
                    inputs:
                      a:
                      b: {type: boolean, default: false}
                      c: {type: choice, options: [x, y], required: true}
                      d: {type: number, default: 3}
                      e: {type: environment}
                      f: {type: String, default: ''}
                jobs: {}
                """)
            .triggers()
            .getFirst()
            .inputs();
    assertThat(inputs).extracting(Input::name).containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(inputs)
        .extracting(Input::type)
        .containsExactly(
            Input.Type.STRING,
            Input.Type.BOOLEAN,
            Input.Type.CHOICE,
            Input.Type.NUMBER,
            Input.Type.ENVIRONMENT,
            Input.Type.STRING);
    assertThat(inputs.get(0).defaultValue()).isNull();
    assertThat(Parsed.present(inputs.get(1).defaultValue()).display()).isEqualTo("false");
    assertThat(inputs.get(2).options()).containsExactly("x", "y");
    assertThat(inputs.get(2).required()).isTrue();
    assertThat(Parsed.present(inputs.get(5).defaultValue()).display()).isEmpty();
  }

  @Test
  void secrets_of_a_call() {
    Trigger trigger =
        Parsed.workflow(
                "on:\n  workflow_call:\n    secrets:\n      ATTIC_TOKEN: {required: true}\n      B:\njobs: {}")
            .triggers()
            .getFirst();
    assertThat(trigger.secrets()).containsExactly("ATTIC_TOKEN", "B");
  }

  private static List<String> events(String text) {
    String whole = text.contains("jobs") ? text : text + "\njobs: {}";
    return Parsed.workflow(whole).triggers().stream().map(Trigger::event).toList();
  }
}
