package dev.tinyland.gate.lint.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tinyland.gate.lint.Lints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an action can leave for the conditions of later steps. */
class QuietActionsTest {
  private static final String WRITE =
      """
      - if: github.event_name == 'push'
        run: echo "PUSH=true" >> "$GITHUB_ENV"
      - if: env.PUSH == 'true'
        run: attic push main x
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actions/checkout@v4",
        "Actions/Cache/restore@v4",
        "cachix/install-nix-action@v31"
      })
  void a_quiet_action_sets_no_variable_of_ours(String reference) {
    assertThat(Lints.writes(Lints.steps("- uses: " + reference + "\n" + WRITE)))
        .containsExactly("attic push main x: push");
  }

  @Test
  void any_other_action_may() {
    assertThat(Lints.writes(Lints.steps("- uses: some/action@v1\n" + WRITE)))
        .containsExactly("attic push main x: push, pull_request?");
  }

  @Test
  void what_a_quiet_action_sets_is_not_known() {
    assertThat(
            Lints.writes(
                Lints.steps(
                    """
                    - uses: cachix/install-nix-action@v31
                    - if: env.NIX_PATH == 'x'
                      run: attic push main x
                    - if: env.OTHER == 'x'
                      run: attic push main y
                    """)))
        .containsExactly("attic push main x: push?, pull_request?", "attic push main y: never");
  }
}
