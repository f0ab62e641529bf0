package dev.tinyland.gate.lint.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which refs start a workflow. */
class FilterTest {
  @Test
  void the_last_pattern_that_matches_decides() {
    Trigger trigger = push("branches: ['releases/**', '!releases/**-alpha']");
    assertThat(trigger.acceptsBranch("releases/10")).isTrue();
    assertThat(trigger.acceptsBranch("releases/beta/3-alpha")).isFalse();
    assertThat(trigger.acceptsBranch("main")).isFalse();
    Trigger back = push("branches: ['**', '!release/**', 'release/final']");
    assertThat(back.acceptsBranch("release/one")).isFalse();
    assertThat(back.acceptsBranch("release/final")).isTrue();
  }

  @Test
  void only_a_negation_lets_nothing_in() {
    assertThat(push("branches: ['!main']").acceptsBranch("other")).isFalse();
  }

  @Test
  void branches_ignore_lets_all_others_in() {
    Trigger trigger = push("branches-ignore: [main, 'releases/**']");
    assertThat(trigger.acceptsBranch("main")).isFalse();
    assertThat(trigger.acceptsBranch("releases/1")).isFalse();
    assertThat(trigger.acceptsBranch("topic")).isTrue();
    assertThat(trigger.acceptsTag("v1")).isFalse();
  }

  @Test
  void a_filter_on_tags_alone_keeps_branches_out() {
    Trigger tags = push("tags: ['v*']");
    assertThat(tags.acceptsTag("v1")).isTrue();
    assertThat(tags.acceptsTag("x1")).isFalse();
    assertThat(tags.acceptsBranch("main")).isFalse();
    Trigger ignored = push("tags-ignore: ['v*']");
    assertThat(ignored.acceptsTag("x1")).isTrue();
    assertThat(ignored.acceptsBranch("main")).isFalse();
  }

  @Test
  void a_filter_on_branches_alone_keeps_tags_out() {
    assertThat(push("branches: [main]").acceptsTag("v1")).isFalse();
  }

  @Test
  void both_filters_let_both_in() {
    Trigger trigger = push("branches: [main]\n    tags: ['v*']");
    assertThat(trigger.acceptsBranch("main")).isTrue();
    assertThat(trigger.acceptsTag("v2")).isTrue();
    assertThat(trigger.acceptsBranch("topic")).isFalse();
  }

  @Test
  void paths_keep_no_ref_out() {
    Trigger trigger = push("paths: ['**.nix']");
    assertThat(trigger.acceptsBranch("main")).isTrue();
    assertThat(trigger.acceptsTag("v1")).isTrue();
  }

  @Test
  void one_name_is_a_list_of_one() {
    Trigger trigger = push("branches: main");
    assertThat(trigger.acceptsBranch("main")).isTrue();
    assertThat(trigger.acceptsBranch("topic")).isFalse();
  }

  @Test
  void a_filter_without_patterns_keeps_nothing_out() {
    assertThat(push("branches:").acceptsBranch("main")).isTrue();
    assertThat(push("branches: []").acceptsBranch("main")).isTrue();
  }

  @Test
  void a_pull_request_is_filtered_by_its_base() {
    Trigger trigger =
        Parsed.workflow("on:\n  pull_request:\n    branches: [main]\njobs: {}")
            .triggers()
            .getFirst();
    assertThat(trigger.acceptsBase("main")).isTrue();
    assertThat(trigger.acceptsBase("dev")).isFalse();
  }

  private static Trigger push(String filter) {
    return Parsed.workflow("on:\n  push:\n    " + filter + "\njobs: {}").triggers().getFirst();
  }
}
