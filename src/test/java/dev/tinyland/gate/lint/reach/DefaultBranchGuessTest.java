package dev.tinyland.gate.lint.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.workflow.Checkout;
import dev.tinyland.gate.lint.workflow.Workflow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultBranchGuessTest {
  private static String guess(String... yamls) {
    List<Workflow> workflows = new ArrayList<>();
    for (String yaml : yamls) {
      String text = yaml + "\njobs: {j: {runs-on: x, steps: [{run: make}]}}\n";
      Checkout.Read read = Checkout.parse("w.yml", text.getBytes(StandardCharsets.UTF_8));
      workflows.add(Objects.requireNonNull(read.workflow()));
    }
    return DefaultBranchGuess.of(workflows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on: {push: {branches: [master]}}",
        "on: {pull_request: {branches: [dev, master]}}",
        "on: push\nenv: {P: \"${{ github.ref == 'refs/heads/master' }}\"}"
      })
  void master_where_only_that_is_named(String yaml) {
    assertThat(guess(yaml)).isEqualTo("master");
    assertThat(guess("on: push", yaml)).isEqualTo("master");
    assertThat(guess(yaml, "on: {push: {branches: [main]}}")).isEqualTo("main");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on: push",
        "on: {push: {branches: [main, master]}}",
        "on: {push: {branches: ['master*']}}",
        "on: {push: {branches: ['**', '!master']}}",
        "on: {push: {branches-ignore: [master]}}",
        "on: push\nenv: {P: \"${{ github.ref == 'refs/heads/master-2' }}\"}"
      })
  void main_everywhere_else(String yaml) {
    assertThat(guess(yaml)).isEqualTo("main");
  }

  @Test
  void main_where_there_is_nothing() {
    assertThat(DefaultBranchGuess.of(List.of())).isEqualTo("main");
  }
}
