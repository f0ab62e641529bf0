package dev.tinyland.gate.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FencingTest {
  @Test
  void the_whole_condition_goes_into_one_fence() {
    Map.of(
            "${{ a.b }} == 'push'", "${{ a.b == 'push' }}",
            "${{ github.ref == 'a' }} && ${{ github.actor != 'b' }}",
                "${{ (github.ref == 'a') && (github.actor != 'b') }}",
            "!${{ github.a || github.b }}", "${{ !(github.a || github.b) }}",
            "!${{ github.a }}", "${{ !github.a }}",
            " ${{ github.a }} ", "${{ github.a }}",
            "${{ github.a }}\n", "${{ github.a }}",
            "'${{ github.ref }}' == 'refs/heads/main'", "${{ github.ref == 'refs/heads/main' }}",
            "github.a ==\n  '${{ github.b }}'", "${{ github.a == github.b }}",
            "${{ github.a\n  && github.b }}\n", "${{ github.a && github.b }}")
        .forEach((condition, whole) ->
            assertThat(Fencing.whole(condition.replace("a.b", "github.event_name")))
                .as(condition)
                .isEqualTo(whole.replace("a.b", "github.event_name")));
  }

  @Test
  void what_is_not_clear_is_left_to_a_person() {
    for (String condition :
        new String[] {
          "refs/heads/${{ github.a }}",
          "'refs/heads/${{ github.a }}' == github.ref",
          "'${{ github.a }}-x' == github.ref",
          "\"${{ github.a }}\" == github.ref",
          "${{ github.a }} ${{ github.b }}",
          "${{ github.a }} is set",
          "${{ github.a }} == 'x\ny'",
          "${{ github.a",
          "true"
        }) {
      String whole = Fencing.whole(condition);
      assertThat(condition.equals("true") ? null : whole).as(condition).isNull();
    }
  }
}
